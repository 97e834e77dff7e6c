# Form feeds, a lone carriage return as a line end, trailing spaces, and no newline at the end.
x = 1   	

def f():
    return 2 
y = 3z = 4
print(x, f(), y, z)  # comment	
if x:
    # only a comment, then the body

    print("body")
	# a tab-indented comment
print([
1,

2
	,3
])
print("after form feed")
\
print("after a backslash line")
print("last")