import sys
def who(): 
    f=sys._getframe(1)
    return f.f_code.co_name, f.f_lineno, f.f_globals['__name__'], f.f_back.f_code.co_name if f.f_back else None, f.f_back is None
def a():
    try:
        return who()
    finally:
        pass
print(a(), who(), [who() for _ in range(1)][0][:1])
try: sys._getframe(50)
except ValueError as e: print(e)
