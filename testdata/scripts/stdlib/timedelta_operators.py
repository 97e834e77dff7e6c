# Operators of timedelta with what they take and refuse, at the ends of its range too.
from datetime import timedelta as T
import pickle, copy, random
def tr(f):
    try: return repr(f())
    except TypeError: return 'TypeError'
    except Exception as e: return type(e).__name__ + ': ' + str(e)
random.seed(4)
vals=[T(0,0,0),T(1),T(-1),T(microseconds=1),T(days=999999999),T.max,T(hours=5,seconds=3.7),T(days=60000000)]
nums=[0,3,-0.5,1e300,float('inf'),float('nan'),True,10**25,'x',None]
ops={'+':lambda a,b:a+b,'-':lambda a,b:a-b,'*':lambda a,b:a*b,'/':lambda a,b:a/b,'//':lambda a,b:a//b,'%':lambda a,b:a%b,'divmod':divmod,'<':lambda a,b:a<b,'==':lambda a,b:a==b}
for n,o in ops.items():
    for a in vals:
        for b in vals+nums:
            print(n,a,b,tr(lambda:o(a,b)))
            if b in nums: print(n,b,a,tr(lambda:o(b,a)))
for a in vals:
    print(tr(lambda:(str(a),a.total_seconds(),hash(a)==hash(pickle.loads(pickle.dumps(a))),copy.deepcopy(a)==a,bool(a),a.days,a.seconds,a.microseconds)), tr(lambda:-a), tr(lambda:abs(a)), tr(lambda:+a))
for n in nums:
    for k in ('days','seconds','microseconds','weeks','hours','milliseconds','minutes'):
        print(k,n,tr(lambda:T(**{k:n})))
for i in range(60):
    kw={k:random.choice([random.uniform(-3,3),random.randint(-9,9),0.5,1.5,-0.5,2.5]) for k in random.sample(['days','seconds','microseconds','weeks','hours','milliseconds','minutes'],3)}
    print(T(**kw)*random.choice([1,0.5,1.5,0.1]))
class S(T):
    def __new__(cls,*a,**k):
        self=T.__new__(cls,*a,**k); self.x=1; return self
s=S(3); print(repr(s),s.x,type(s+s),S(5)==T(5),{S(5)}=={T(5)},type(-s),type(abs(s)))
print(tr(lambda:setattr(T(1),'days',3)), sum([T(1),T(2)],T()), tr(lambda: T(bogus=1)), T.resolution, T.min, T.max)
