# SimpleNamespace, type names, new_class.
import types

ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), ns.a, types.SimpleNamespace({"q": 1}))
ns.me = ns
print(ns)
del ns.me, ns.c
print(vars(ns))
try:
    ns.nope
except AttributeError as e:
    print(e)


def f():
    yield 1


class C:
    def m(self):
        return self

    @property
    def p(self):
        return 1


c = C()
print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(c.m, types.MethodType), isinstance(len, types.BuiltinFunctionType),
      isinstance(types, types.ModuleType), isinstance(None, types.NoneType), isinstance(C.__dict__, types.MappingProxyType), isinstance(lambda: 0, types.LambdaType))
print(types.FunctionType, types.GeneratorType, types.MethodType, types.BuiltinFunctionType, types.ModuleType, types.NoneType, types.MappingProxyType,
      types.EllipsisType, types.UnionType, types.GenericAlias, types.TracebackType, types.CodeType, types.FrameType)
bound = types.MethodType(lambda self, x: (self, x), 5)
print(bound(6))
d = {"k": 1}
proxy = types.MappingProxyType(d)
d["z"] = 2
print(proxy, proxy["z"], len(proxy))
try:
    proxy["n"] = 1
except TypeError as e:
    print(e)
m = types.ModuleType("mod", "doc")
m.x = 3
print(m.__name__, m.__doc__, m.x, m)
K = types.new_class("K", (C,), {}, lambda ns: ns.update(z=7))
print(K.z, K.__name__, K.__bases__, issubclass(K, C))
print(types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType))
try:
    raise ValueError
except ValueError as e:
    print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
