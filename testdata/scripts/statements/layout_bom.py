# -*- coding: utf-8 -*-
# A script that starts with a byte order mark.
"""Module docstring."""
print(__doc__, "é", len("é"))
if True:
	print("tab")
	if True:
		print("tabs")
text = "﻿inside"
print(len(text), ascii(text))
x = 1 ;
print(x)