# Literals: quotes, escapes, raw, bytes, triple quotes, adjacency and continuation.
print('single', "double", 'it''s', "it's", 'say "hi"', "tab\tnew\\n")
print(repr('\a\b\f\n\r\t\v\\\'\"\0\x7f\x80'))
print("\101\60\x41\u0041\U00000041\N{LATIN SMALL LETTER A}\N{snowman}")
print(r"raw \n \t \\ \" done", R'\d+\'', r"""triple raw \n""", len(r"\\"))
print("""triple
  keeps
lines "inner" and 'quotes' \
joined\tup""")
print('''a''b''' "c" 'd' r'\e' """f""")
print(b"bytes \x00\xff\n\101", B'upper', br"\x00", Rb'\n', rb"""a
b""", b'''x''' b"y")
print(u"unicode prefix", U'x')
s = "one \
two"
print(s)
parts = ("no commas "
         "means "  # a comment between
         'one string')
print(parts, len(parts))
print(["a" "b", "c"
       "d"])
print("\
", end="")
print(len("\
"), len(""), len(''''''), len("""\n"""), len(r"""\n"""))
print("a\
    b")
print("tab	inside", repr("tab	inside"))
print("日本語", "😀", len("日本語😀"), "\U0001F600" == "😀", repr("e\u0301"), repr("\u200b"), repr("\ud800"))
print("%s" "%d" % ("x", 3), "abc" "def"[1], ("abc" "def")[1], "-" * 3)
print(b"abc"[0], b"abc"[-1:], list(b"\x01\x02"), b"" == bytes(), b"\\" b"\'", b"'" b'"', b"'")
doc = """
    indented
  \x20 text
"""
print(repr(doc))
print('\N{GREEK SMALL LETTER ALPHA}\N{DEGREE SIGN}C', "\N{EM DASH}")
print("null\0inside".split("\0"), "\x00\x1f" == "\0\37")
