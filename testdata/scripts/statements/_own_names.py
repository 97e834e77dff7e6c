dict = dict
list = list
x=1
