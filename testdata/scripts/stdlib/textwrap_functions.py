# Wrapping, shortening, indenting.
import textwrap

text = ("The quick brown fox, well-known for its non-negative attitude -- and a long--dash, jumped over the lazy dog. "
        "A self-contained_example of supercalifragilisticexpialidocious words; e-mail x-y 12-34 foo.")
for width in (10, 20, 33, 70):
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(text, 15, break_long_words=False, break_on_hyphens=False))
print(textwrap.shorten(text, 40), "|", textwrap.shorten("Hello  world!", width=12), "|", textwrap.shorten("Hello  world!", width=11), "|", textwrap.shorten("Hello world", width=10, placeholder="..."))
print(textwrap.wrap(text, 25, max_lines=3), textwrap.wrap(text, 25, max_lines=2, placeholder="~"))
print(repr(textwrap.dedent("""
    def f():
        return 1

      odd
    end
""")))
print(repr(textwrap.dedent("\tx\n\t  y\n \n\tz")), repr(textwrap.dedent("  a\n\tb")))
print(repr(textwrap.indent("a\n\n  b\nc", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
print(textwrap.wrap("tabs\there and\nnew\nlines", 12), textwrap.wrap("", 5), textwrap.wrap("  lead and trail  ", 8))
print(textwrap.wrap("One. Two! Three? four.", 40, fix_sentence_endings=True))
print(textwrap.wrap("a b  c", 3, drop_whitespace=False))
w = textwrap.TextWrapper(width=12, placeholder=" [..]", max_lines=2)
print(w.wrap("some words that will not fit at all"), w.fill("short"))
try:
    textwrap.wrap("x", 0)
except ValueError as e:
    print(e)
try:
    textwrap.shorten("x", 3)
except ValueError as e:
    print(e)
