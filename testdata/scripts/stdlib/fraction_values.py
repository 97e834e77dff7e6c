from fractions import Fraction as F
import math, numbers
from decimal import Decimal
print(F(1,3)+F(1,6), F('0.125'), F('-3/4'), F(' 1_0/4 '), F('1e-3'), repr(F(0.1)), F(0.5))
print(F(1,2)+1, 1-F(1,2), F(1,2)*0.5, 2.0/F(1,2), F(7,2)//2, F(7,2)%2, divmod(F(7,2),F(2,3)), 7//F(2,3), 7%F(2,3))
print(F(2,3)**2, F(2,3)**-2, F(-2,3)**-3, F(4)**F(1,2), 2**F(3), 2.0**F(1,2), F(0)**0)
for bad in ["1/0","x","1/2/3","","1.2.3", "+", "1__0"]:
    try: print(F(bad))
    except (ValueError, ZeroDivisionError) as e: print(type(e).__name__, e)
for a,b in [(1,0),(1.5,2),("1",2)]:
    try: print(F(a,b))
    except (TypeError, ZeroDivisionError) as e: print(type(e).__name__, e)
try: F(1,2)/0
except ZeroDivisionError as e: print(e)
try: F(-4,6)/F(0)
except ZeroDivisionError as e: print(e)
try: F(1,2)//0
except ZeroDivisionError as e: print(e)
try: F(0)**-1
except ZeroDivisionError as e: print(e)
try: F(1,2)+"a"
except TypeError as e: print(e)
print(hash(F(1,2))==hash(0.5), hash(F(3))==hash(3), F(1,2)==0.5, F(3)==3, F(1,3)<0.34, F(1,3)>=1, F(1,2)==complex(0.5,0), F(1,2)!=F(1,3))
print(math.floor(F(-7,2)), math.ceil(F(-7,2)), math.trunc(F(-7,2)), round(F(5,2)), round(F(7,2)), round(F(22,7),3), round(F(1234),-2), int(F(-7,2)), float(F(1,3)))
print(math.pi.as_integer_ratio(), F(math.pi).limit_denominator(100), F(math.pi).limit_denominator(10), F('3.1415926').limit_denominator(1000))
for s in ['', '>12', '.3f', '+.2e', 'g', '08.2f', ',.2f', '_.1f','.0%','#.3g','^20.4f','<10', '=+10', '012,.2f','z.1f','E','.3G','#','020,']:
    for v in (F(1,3), F(-22,7), F(1234567,2), F(0), F(5), F(-1,1000)):
        try: print(repr(format(v,s)), end=' ')
        except ValueError as e: print(e, end=' ')
    print(s)
print(isinstance(F(1,2),numbers.Rational), isinstance(3,numbers.Rational), isinstance(3.5,numbers.Real), isinstance(3.5, numbers.Rational), isinstance(1j, numbers.Complex), isinstance("x", numbers.Number), isinstance(True, numbers.Integral))
print(sum([F(1,i) for i in range(1,20)]), max(F(1,2),F(2,3)), sorted([F(1,2),0.3,1,F(1,10)]), F(1,2).is_integer(), F(4,2).as_integer_ratio(), abs(F(-1,2)), -F(1,2), +F(1,2), bool(F(0)), F(True), F.from_float(0.25), F.from_float(3))
print(F(1,3).real, F(1,3).imag, F(1,3).conjugate(), complex(F(1,2)))
import pickle, copy
print(pickle.loads(pickle.dumps(F(1,3))), copy.copy(F(1,3)), copy.deepcopy([F(1,3)]))
print({F(1,2):1}[0.5], F(1,2) in [0.5], F(10**30,3), F(1,3)*3==1)
try: numbers.Integral()
except TypeError as e: print(e)
try: F(float('nan'))
except ValueError as e: print(e)
try: F(float('inf'))
except OverflowError as e: print(e)
