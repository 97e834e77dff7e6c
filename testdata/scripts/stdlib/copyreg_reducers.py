import copyreg, pickle, copy, threading, types
class P:
    def __init__(self,x): self.x=x
    def __repr__(self): return f'P({self.x})'
def red(p): return P,(p.x+1,)
copyreg.pickle(P, red)
print(pickle.loads(pickle.dumps([P(1)])), copy.copy(P(5)), copyreg.dispatch_table[P] is red)
try: copyreg.pickle(P, 5)
except TypeError as e: print(e)
