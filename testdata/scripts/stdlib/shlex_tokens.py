# shlex: split, quote, join, the class.
import io
import shlex

for s in ('a b c', "a 'b c' d", 'a "b \\"c\\" $x" d', 'a\\ b c', "it''s", "''", '', '  ', 'a # not comment', "a'b'c\"d\"", 'x="y z"', '"a\\nb"', "'a\\nb'", 'a\tb\nc', 'grün "ß ü"', '--opt=val -x', 'a;b|c&d', "'' \"\""):
    print(repr(s), shlex.split(s), end=' ')
    print(shlex.split(s, posix=False) if s.count("'") % 2 == 0 else '')
print(shlex.split('a # comment\nb', comments=True), shlex.split('a #b', True))
for bad in ('"open', "'open", 'end\\', None):
    try:
        print(shlex.split(bad))
    except ValueError as e:
        print(type(e).__name__, e)
for s in ('plain', '', 'two words', "it's", 'a/b.c-d_e@f%g+h=i:j,k', '$HOME', 'ü', 'a"b', '*'):
    print(shlex.quote(s), shlex.split(shlex.quote(s)) == [s])
print(shlex.join(['ls', '-l', 'my file', "it's", '']))
print(list(shlex.shlex('a && b || c; d >'"'e'"' (f)', punctuation_chars=True)), list(shlex.shlex('a && b; c~d', punctuation_chars='|;')))
print(list(shlex.shlex('x = "a b" # c\ny')), list(shlex.shlex("x 'a b'", posix=True)))
lex = shlex.shlex(io.StringIO('one two\nthree'), 'file.txt')
print(lex.get_token(), lex.lineno, lex.error_leader())
lex.push_token('pushed')
print(lex.get_token(), lex.get_token(), lex.get_token(), repr(lex.get_token()), lex.lineno, lex.eof == '')
lex = shlex.shlex('a-b c.d', posix=True)
lex.wordchars += '-.'
print(list(lex), lex.eof)
try:
    list(shlex.shlex('say "unclosed'))
except ValueError as e:
    print(e)
