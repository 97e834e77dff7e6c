from decimal import *
import decimal, math
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
D=Decimal
print(getcontext())
print(D('1.10')+D('2.2'), D(1)/D(3), D('0.1')+D('0.2')==D('0.3'), D(10)/4, D(100)/10, D('1.00')/D('2'), D(6)/2, D('1e3')/10)
for s in ['1','-1.50','0.00','1E+5','1e-10','.5','5.','1_000','inf','-Infinity','nan','sNaN12',' 3 ','٣','1e','x','','--1','1.2.3','0E+3','-0','123E-10','0.000001','0.0000001']:
    print(repr(s), tryit(lambda: repr(D(s))), tryit(lambda: str(D(s))), tryit(lambda: D(s).to_eng_string()))
print(D(3.14), D(-7), D((1,(1,2,3),-2)), D(True), D(0.1), D(2**100), D(-0.0), D(1e22), D(5e-324) == 5e-324)
for e in ['D(1)/0','D(0)/0','D(1)//0','D(1)%0','D(0)%0','D("sNaN")+1','D("inf")-D("inf")','D("inf")*0','D(-1).sqrt()','D(-1).ln()','D(0).ln()','D("x")','D([])','D({})','D(None)','D(1)+1.5','1.5+D(1)','D(1)<"a"','D("nan")<1','D("nan")==1','int(D("inf"))','int(D("nan"))','round(D("inf"))','D((1,(10,),0))','D((2,(1,),0))','D((1,2))','D("1e999999999")*10','D("1.5").quantize(D("1e-40"))','D(2)**D("nan")','hash(D("sNaN"))','divmod(D(1),0)','Context(prec=0)','Context(rounding="x")','D("1")+"2"','D(1).is_finite(1)','D(1,2)','localcontext(5)','pow(D(2),D(3),D(5))','pow(D(2),-1,5)','D(0)**0','D(-8)**D("0.5")','D(0)**-1','getcontext().foo','D(1)<1j','D(1)==1j']:
    print(e, '->', tryit(lambda: eval(e)))
print(D(7)//2, D(-7)//2, D(-7)%2, D(7)%-2, divmod(D(-7),2), divmod(7,D(2)), 7%D(4), D('7.5')//2, D('7.5')%2, D('1e20')//3)
print(D(2)**10, D(2)**-2, D('1.1')**5, D(2)**D('0.5'), D('1.0001')**1000000, D(9)**D('0.5'), 2**D(3), D(10)**-3, D('0.5')**D('-1.5'), D(-2)**3, D(3)**100)
for p in (5, 28, 50):
    with localcontext() as c:
        c.prec=p
        print(p, D(2).sqrt(), D(4).sqrt(), D('0.25').sqrt(), D('1e5').sqrt(), D('16.00').sqrt(), D(1).exp(), D('-2.5').exp(), D(100).exp(), D(2).ln(), D(10).ln(), D('0.001').ln(), D(100).log10(), D(3).log10(), D('0.001').log10(), D(1).ln(), D(0).exp())
print(D('3.14159').quantize(D('0.01')), D('2.675').quantize(D('.01'),rounding=ROUND_HALF_UP), D('2.665').quantize(D('.01')), D('1234.5').quantize(D('1e2')), D('5').quantize(D('0.000')), D('-0.4').quantize(D(1)), D('-0.5').quantize(D(1),ROUND_UP))
for r in [ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]:
    print(r, [str(D(x).quantize(D(1),rounding=r)) for x in ('1.5','2.5','-1.5','-2.5','1.1','-1.1','0.5','10.1','5.01')], [str(D(x).to_integral_value(r)) for x in ('1.5','-2.5')])
print(round(D('2.5')), round(D('3.5')), round(D('2.675'),2), round(D('1234'),-2), math.floor(D('-1.5')), math.ceil(D('-1.5')), math.trunc(D('-1.5')), int(D('1e10')), float(D('0.1')), float(D('inf')), complex(D(2)), bool(D('0.00')), math.floor(D('1e-50')), math.ceil(D('1e-50')), math.floor(D('-1e-50')))
print(D('1.20').normalize(), D('1200').normalize(), D('0.00').normalize(), D('-0').normalize(), D('1e3').normalize())
print(D('123.4500').as_tuple(), D('-inf').as_tuple(), D('nan').as_tuple(), D('0.5').as_integer_ratio(), D('-1e2').as_integer_ratio(), D('123.45').adjusted())
print(hash(D('0.5'))==hash(0.5), hash(D(3))==hash(3), hash(D('1e30'))==hash(10**30), hash(D('-1')), hash(D('inf')), {D('1.0'):1}[1], D('1.0') in {1})
print(D('1.0')==1, D('0.1')==0.1, D('0.5')==0.5, D(1)<2, 3>D(2), D('inf')>10**100, D('nan')!=D('nan'), max(D(1),D(2)), sorted([D(3),D(1),2]), D(1)<1.5, sum([D('.1')]*10))
print(D(1).compare(2), D('nan').compare(1), D(1).max(D('nan')), D(1).min(2), D(-3).max_mag(2), D('1.0').compare_total(D('1.00')), D(1).copy_sign(-2), D(-1).copy_abs(), D(1).copy_negate(), D('1.23').same_quantum(D('0.01')))
print(D(1).next_plus(), D(1).next_minus(), D(0).next_plus(), D(1).next_toward(2), D(10).logb(), D('0.01').logb(), D(2).scaleb(3), D(2).fma(3,4), D(10).remainder_near(3), D(11).remainder_near(3), D('1.5').shift(2), D('12345').rotate(2), D('12345').rotate(-2),  D('12345').shift(-2), D(101).logical_and(110), D(101).logical_or(10), D(101).logical_xor(110), D(1).number_class(), D('-0').number_class(), D('1e-999999').number_class())
for f in ['','.2f','10.3f','<10','>10','^10','+','e','.3e','E','g','.3g','G','%','.1%',',','_',',.2f','010.2f','+.2f',' .2f','n','x','d','.0f','#x','*^20.2f','=+10','z.1f','.0e','s']:
    for v in ('3.14159','-1234567.891','0','1E+10','1E-10','inf','nan','-0.04','12','1200.00', '0E+5','0.00'):
        print(tryit(lambda: repr(format(D(v),f))), end=' ')
    print(f)
c=Context(prec=5, rounding=ROUND_DOWN, traps=[], Emax=10, Emin=-10, capitals=0)
print(c, c.divide(1,3), c.divide(1,0), c.multiply(D('1e10'),10), c.create_decimal('1.23456789'), c.flags[Inexact], c.add(1,2), c.sqrt(2), c.power(2,3), c.divmod(7,2), c.Etiny(), c.Etop(), c.to_sci_string(D('1E+5')), c.abs(-1), c.minus(1), c.plus(-1), c.remainder(7,3), c.subtract(1,2), c.divide_int(7,2), c.quantize(D('1.23456'),D('0.01')), c.exp(1), c.ln(2), c.compare(1,2), c.max(1,2))
print(c); c.clear_flags(); print(c.copy())
c.traps[Inexact]=True
print(tryit(lambda: c.divide(1,3)), tryit(lambda: c.multiply(D('1e10'),10)))
with localcontext(prec=3, rounding=ROUND_UP) as c: print(D(1)/3, c.prec, +D('1.23456'), -D('1.2345'), abs(D('-1.2345')))
getcontext().traps[FloatOperation]=True
print(tryit(lambda: D(0.5)), tryit(lambda: D(1)<0.5), D(1)==1.0)
getcontext().traps[FloatOperation]=False
print(BasicContext, ExtendedContext, DefaultContext, sep='\n')
setcontext(ExtendedContext); print(D(1)/0, getcontext().prec, D(1)/3)
import pickle, copy
setcontext(Context())
print(pickle.loads(pickle.dumps(D('1.50'))), copy.deepcopy([D('1.5')]), repr(D('1.5').real), D('1.5').imag, D(5).conjugate())
class M(D): pass
print(M('1.5'), type(M('1.5')+1), M(D(2)), isinstance(M(1), D), repr(M(3)))
import threading
def w(): print(getcontext().prec)
getcontext().prec=7
t=threading.Thread(target=w); t.start(); t.join()
print(D('1')/7)
print(f"{D('1234.5'):,.2f} {D('0.1'):.0%}", '%s %d %.2f' % (D('1.5'), D('7'), D('2.675')), str(D('1E+2')), D.from_float(0.1), decimal.MAX_PREC)
def pi():
    getcontext().prec += 2
    three = D(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n+na, na+8
        d, da = d+da, da+32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s
getcontext().prec=60
print(pi())
from fractions import Fraction
print(D('0.5')==Fraction(1,2), D('0.5')<Fraction(2,3), Fraction(1,2)>D('0.25') if False else '', Fraction(D('1.25')), Fraction.from_decimal(D('0.2')))
import numbers
print(isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real))
print(issubclass(DivisionByZero, ZeroDivisionError), issubclass(Overflow, Inexact), InvalidOperation.__mro__)
