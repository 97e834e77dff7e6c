# A script with CRLF line ends.
def f(x):
    if x:
        return """two
lines"""
    return 'a\
b'

for v in (1, 0):
    print(repr(f(v)))
s = ("joined "
     "text")
print(s, len(s)); print("x" \
    "y")
class A:
	def m(self):
		try:
			return 1 / 0
		except ZeroDivisionError as e:
			return str(e)

print(A().m(), repr(r"""raw
text"""), repr(b"""b
c"""), f"""{
1 + 1
}
""".splitlines())
