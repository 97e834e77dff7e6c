# Joining lines, semicolons, blank lines, comments, odd but legal layout.
x = 1; y = 2; print(x, y);
if x: print("a"); print("b")
else: print("c")

total = x + \
    y + \
  3
print(total)
items = [
    1,
    # a comment inside

    2,
        3,
]; print(items)
def f(a,
  b = 2
      , *, c = 3): return (a,
 b,
    c)
print(f(
    1,
c=5
))

if (x == 1 and
    y == 2):
        print("eight spaces")
elif x \
        :
    pass
if 1:
  if 2:
      print("mixed widths")
      if 3:
       print("one deeper")
  print("back")
if True:
	print("a tab")
	if True:
		print("two tabs")
class A: x = 1; y = x + 1
class B(A): pass
class C: """doc only"""
print(A.y, B.x, C.__doc__)
def g(): "docstring"; return 5
print(g(), g.__doc__)
for i in range(2): print(i); print(-i)
while False: pass
with_ = {"a":1,
    "b" :2 ,}
print(with_ , (1 ,) , () , [ ] , { } , ( ( 1 ) ))
lambda_ = lambda: (yield_ := 3)
print(lambda_())
    # an oddly indented comment
if True:
    pass
  # another
    print("still inside")
# comment at the end of a block

print("a" if True else "b") ; print ( "spaces" )
try: 1/0
except ZeroDivisionError: print("short")
finally: print("fin")
...
None; 1; "expr"; [1]; (lambda: 0)
pass; pass
print(- 1 ,+ 2, not  0,1if 1 else 2,[1,2] [0])
print("formfeed")
if x :print("tight");y=5
print(y)
@ (lambda fn: fn)
def decorated(): return "dec"
print(decorated())
print("no newline at the end")
