"""A package that scripts beside it import."""
print("loading", __name__)
from . import prices
from .cart import Cart as Basket
from .deep.leaf import LEAF

__all__ = ["Basket", "prices", "VERSION"]
VERSION = "1.2"
_private = "hidden"
unlisted = "not exported"
