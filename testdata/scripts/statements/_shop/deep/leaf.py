from ..prices import TABLE as T
LEAF = sorted(T)
