# f-strings: expressions, conversions, = and nested specs.
name, n, pi = "Zoë", 42, 3.14159265
print(f"hello {name}, {n} and {pi:.2f}")
print(f"{name!r} {name!s} {name!a} {n!r:>6} {name!r:*^11}")
print(f"{n=} {n = } {name=} {pi=:.3f} {name=!s} {n + 1 = :>5}")
print(f"{{literal}} {{{n}}} {{{{}}}} {'}'} {'{'}")
width, prec = 10, 3
print(f"[{pi:{width}.{prec}f}] [{pi:<{width}.{prec}}] [{n:{'0' + str(width)}d}] [{name:{'*'}^{width}}]")
print(f"{n:x} {n:#x} {n:#010b} {n:o} {n:c} {n:e} {n:,} {1234567:_} {0.257:.1%} {n:+d} {-n: d}")
print(f"{'nested ' + f'{n} ' + f"{name}"}")
print(f"{"same quotes"} {f"{f"{1+1}"}"}")
print(f"{[i for i in range(3)]} {({'a': 1})['a']} { {'b': 2} } {(lambda v: v * 2)(4)} {n if n > 3 else 'no'}")
print(f"{n!r:{'>'}{8}}|{name:10}|{n:10}|{True:5}|{None}|{True}")
print(f'''multi
{name
}
{ n +
  1 }''')
print("adjacent " f"{n}" ' plain {n}' rf"\d{n}\n" f"\t{n}\x41\u00e9\N{BULLET}")
d = {"key": [10, 20], "o": None}
print(f"{d['key'][1]} {d["key"][-1]} {len(d)} {d.get('zz', 'def')}")
print(f"{1, 2} {*range(3), 9} {n:>{len(name) + 5}}")
print(f"{3.0} {1e20} {1e-7} {10**20} {2**0.5:.4} {1/3:8.3f} {float('nan')} {float('inf'):>6}")
print(f"{n!s:>5}{'x':->3}", f"{'a' 'b'}", f"{'\n'.join(['l1', 'l2'])}")
print(f"{(w := n * 2)} {w}", f"{n:=^9}", f"{n:=+9}", f"{n==42} {n!=42} {n>=4}")
print(f"", f"{''}", f"{'':5}|", F"{n}", fr"{n}\{n}", Rf"{name}")


class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec): return f"${self.v:{spec or '.2f'}}"
    def __str__(self): return "Money!"
    def __repr__(self): return f"Money({self.v!r})"


m = Money(1234.5)
print(f"{m} {m:,.1f} {m!s} {m!r:>20} {m=} {m=:.0f} {m=!s}")
print(f"{m.v} {m.v:>10} {[m]} {str(m)}")
for f in (lambda: f"{n:z}", lambda: f"{name:d}", lambda: f"{[]:5}", lambda: f"{None:>4}", lambda: f"{missing}", lambda: f"{1.5:d}", lambda: f"{n:10.2d}", lambda: f"{n:,s}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
order = []
f"{order.append(1)} {order.append(2):{order.append(3) or ''}}" if False else None
print(f"{order.append('a')}{order.append('b')}", order)
print(f"{n # a comment
}")
