import sys
import traceback


def report():
    for line in traceback.format_exc().splitlines():
        print(line.replace(__file__, "FILE"))


def main(k):
    class A: pass
    fs = [lambda x: x for i in range(2)]
    if k:
        a = lambda: 3
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise RuntimeError("outer") from e
    except RuntimeError:
        report()
main(1)
def gen():
    with open('/dev/null') as f:
        try:
            try:
                yield 1
                {}['k']
            finally:
                pass
        except KeyError as e:
            try:
                raise ValueError from e
            except ValueError:
                report()
list(gen())
class C:
    def m(self):
        def inner():
            try:
                try: [][1]
                except IndexError as e: raise OSError('x') from e
            except OSError: 
                report()
        try:
            inner()
            try: int('x')
            except ValueError as e: 
                try: raise KeyError from e
                finally: pass
        except KeyError: report()
C().m()
try:
    try: 1/0
    except Exception as e: raise ValueError('m') from e
except ValueError: report()
