import sys
print(sys.get_int_max_str_digits())
for v in (1, 639, 640, 0, -1, 5000, "x", 1.5, 1<<40, True, 1<<80, -640):
    try: print(v, sys.set_int_max_str_digits(v), sys.get_int_max_str_digits())
    except BaseException as e: print(v, type(e).__name__, e)
sys.set_int_max_str_digits(maxdigits=640)
import json
for f in ("int('1'*641)", "str(10**640)", "'%d' % 10**640", "f'{10**640}'", "'{:d}'.format(10**640)", "repr([10**640])", "int('1'*641, 3)", "int('f'*9000,16)>0","len(hex(10**9000))", "len(str(10**639))", "int(b'1'*641)", "int('-'+'1_0'*500)", "print(10**640)", "float('1'*641)", "f'{10**640:,}'", "'%s' % 10**640","str(-10**640)", "f'{10**640:.3e}'", "len(f'{10**640:x}')", "json.dumps(10**640)", "json.loads('1'*641)", "str({1: 10**640})", "f'{10**640!r}'", "'%r' % (10**640,)"):
    try: print(f, eval(f))
    except BaseException as e: print(f, type(e).__name__, e)
sys.set_int_max_str_digits(0)
for f in ("len(str(10**9000))", "len(str(int('1'*9000)))", "len(f'{10**9000}')", "len('%d' % 10**9000)", "len('{:d}'.format(10**9000))", "len(repr([10**9000]))", "int('1'*9000, 3) > 0", "int(b'1'*9000) % 10**9", "len(f'{10**9000:,}')", "len(json.dumps(10**9000))", "json.loads('1'*9000) % 10**9"):
    try: print(f, eval(f))
    except BaseException as e: print(f, type(e).__name__, e)
sys.set_int_max_str_digits(4300)
try: str(10**4300)
except ValueError as e: print(e)
from concurrent.futures import ThreadPoolExecutor
sys.set_int_max_str_digits(1000)
def inner(): return sys.get_int_max_str_digits(), len(str(10**999))
with ThreadPoolExecutor(1) as ex: print(ex.submit(inner).result())
def big():
    try: return str(10**1000)
    except ValueError as e: return str(e)
with ThreadPoolExecutor(1) as ex: print(ex.submit(big).result())
