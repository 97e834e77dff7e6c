from statistics import *
import statistics, random
from fractions import Fraction as F
from decimal import Decimal as D
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
random.seed(7)
data=[random.gauss(100,15) for _ in range(500)]
ints=[random.randint(1,50) for _ in range(101)]
for d in ([1,2,3,4],[1,3],[1.5,2.5,4],[F(1,2),F(1,3)],[D('1.5'),D('2.25')],data,ints,[1,2.5,F(1,4)],[True,False,True],[1e300,1e300,-1e300],[0.1]*10,[5], [1e-320, 1e10]):
    for f in (mean,fmean,median,median_low,median_high,median_grouped,mode,multimode,variance,pvariance,stdev,pstdev,harmonic_mean,geometric_mean,quantiles):
        r=tryit(lambda: f(d))
        print(f.__name__, r if len(str(r))<200 else str(r)[:200])
for f in (mean,fmean,median,median_low,median_high,median_grouped,mode,multimode,variance,pvariance,stdev,pstdev,harmonic_mean,geometric_mean,quantiles):
    print(f.__name__, tryit(lambda: f([])), tryit(lambda: f(['a','b'])), tryit(lambda: f([1,-2,3])), tryit(lambda: f(iter([3,1,2]))))
print(mean([float('inf'),1]), mean([float('nan')]), mode('aabbbc'), multimode('aabbc'), multimode([]))
print(quantiles(ints,n=10), quantiles(ints,n=10,method='inclusive'), quantiles([1],n=3), tryit(lambda: quantiles([1,2],n=0)), tryit(lambda: quantiles([1,2],method='x')))
print(fmean([1,2,3],[1,1,2]), tryit(lambda: fmean([1],[1,2])), tryit(lambda: fmean([1,2],[0,0])), harmonic_mean([40,60],weights=[5,30]), harmonic_mean([0,1]), harmonic_mean([2]), tryit(lambda: harmonic_mean([1,2],weights=[1])))
print(variance([1,2,3,4],2.5), pvariance([1,2,3,4],mu=2), stdev([1,2,3,4],xbar=2.5))
x=[1,2,3,4,5]; y=[2.1,3.9,6.2,7.8,10.1]
print(covariance(x,y), correlation(x,y), correlation([1,2,2,3],[4,3,2,1],method='ranked'), linear_regression(x,y), linear_regression(x,y,proportional=True), tryit(lambda: correlation([1,1],[1,2])), tryit(lambda: linear_regression([1,1],[1,2])), tryit(lambda: covariance([1],[1])), tryit(lambda: correlation([1,2],[1])))
n=NormalDist(100,15)
print(n, n.mean, n.stdev, n.variance, n.pdf(110), n.cdf(120), round(n.inv_cdf(0.9),10), [round(q,9) for q in n.quantiles(4)], n.zscore(130), n+5, n*2, n/2, n-NormalDist(1,2), -n, n==NormalDist(100,15), hash(n)==hash(NormalDist(100,15)), 5+n, 3-n)
print(NormalDist.from_samples(ints), round(NormalDist(2.4,1.6).overlap(NormalDist(3.2,2.0)),12), tryit(lambda: NormalDist(1,-1)), tryit(lambda: n.inv_cdf(0)), tryit(lambda: NormalDist(1,0).pdf(1)))
print([round(NormalDist().inv_cdf(p),12) for p in (0.001,0.01,0.1,0.3,0.5,0.7,0.975,0.999999)])
f=kde([-2.1,-1.3,-0.4,1.9,5.1,6.2],h=1.5)
print([round(f(x),12) for x in (-3,0,2.5,6)], round(kde([1,2,3],1.0,'parabolic')(2.2),12), round(kde([1,2,3],1.0,'quartic',cumulative=True)(2.2),12), f.__doc__)
print(tryit(lambda: kde([],1)), tryit(lambda: kde([1],0)), tryit(lambda: kde([1],1,'foo')), tryit(lambda: kde(['a'],1)))
print(tryit(lambda: mean([1,'a'])), tryit(lambda: mean(5)), issubclass(StatisticsError, ValueError))
