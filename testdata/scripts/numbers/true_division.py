import random
from fractions import Fraction as F
random.seed(7)
class V:
    def __itruediv__(self, o): return ('itd', o)
class W:
    def __truediv__(self, o): return ('td', o)
    def __rtruediv__(self, o): return ('rtd', o)
def f(a,b):
    a /= b
    return a
for a,b in ((V(),3),(W(),2**70),(2**70,W()),(True,2),(7,True),(2**70,2**60),(1.5,2**60),(2**60,1.5),(2**60,1j),(1j,2**60)):
    print(f(a,b), a/b if not isinstance(a,V) else '')
for a,b in (("a",1),(1,"a"),([],2**60),(2**60,[]),(1,0),(2**60,0),(2**2000,2**1999),(2**2000,3.5)):
    for g in (f, lambda a,b: a/b):
        try: print(g(a,b))
        except Exception as e: print(type(e).__name__, e)
bad=0
data=[random.gauss(100,15) for _ in range(500)]
s=sum((F(x) for x in data), F(0))
print(s.numerator, s.denominator, float(s), float(s/500), (s/500).numerator/(s/500).denominator)
random.seed(1)
h=0
for i in range(2000):
    a=random.getrandbits(random.randint(40,140)); b=random.getrandbits(random.randint(40,140))|1
    h=(h*31+hash(a/b))%(2**61-1)
    if i<3: print(a,b,a/b)
print(h)
import operator
a=7046920688293316471; b=70368744177664000
x=a; x/=b
print(a/b, x, operator.truediv(a,b), a/3, (2**62+1)/(2**62-1), a/2.0, True/a, [p/q for p,q in ((a,b),(a,7))], (lambda p,q: p/q)(a,b))
def f(p,q):
    p /= q
    return p
print(f(a,b), f(10**30,7), 9007199254740993/2, 9007199254740993/9007199254740993)
