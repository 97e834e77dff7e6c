import pickle, io, time, gc
f=io.BytesIO(); p=pickle.Pickler(f); p.dump([1]); p.dump({'a':2}); f.seek(0); u=pickle.Unpickler(f); print(u.load(), u.load())
print(time.clock_gettime(time.CLOCK_MONOTONIC)>0, abs(time.clock_gettime(time.CLOCK_REALTIME)-time.time())<1, gc.get_debug())
try: time.clock_gettime(99)
except OSError as e: print(e)
try: u.load()
except EOFError as e: print(repr(e))
