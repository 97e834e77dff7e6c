# difflib: matching, ratios, close matches and every delta format.
import difflib
import random

s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 6), s.quick_ratio(), s.real_quick_ratio())
for m in s.get_matching_blocks():
    print(m)
for op in s.get_opcodes():
    print('%-7s a[%d:%d] b[%d:%d]' % op)
print(difflib.SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd').find_longest_match())
print(difflib.SequenceMatcher(None, ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(None, '', '').ratio(), difflib.SequenceMatcher(None, [1, 2, 3], [3, 2, 1]).get_opcodes())
print(difflib.SequenceMatcher(None, [1, 2.0, (3,)], [1.0, 2, (3,), 4]).get_matching_blocks())

s = difflib.SequenceMatcher(None, 'b' * 300 + 'x', 'b' * 250 + 'x')
print(s.bpopular, s.ratio(), sorted(s.b2j))
s = difflib.SequenceMatcher(None, 'b' * 300 + 'x', 'b' * 250 + 'x', autojunk=False)
print(s.bpopular, round(s.ratio(), 4))
s = difflib.SequenceMatcher(isjunk=str.isspace, a='a b c', b='c b a')
print(s.bjunk, sorted(s.b2j.items()), s.get_opcodes())
s.set_seq1('c b')
print(s.get_opcodes(), s.a, s.b)
s.set_seq2('b c')
print(s.get_opcodes())

r = random.Random(5)
for n in (30, 300):
    a = [r.choice('abcdefg') for _ in range(n)]
    b = [r.choice('abcdefg') for _ in range(n)]
    s = difflib.SequenceMatcher(None, a, b)
    print(len(s.get_matching_blocks()), round(s.ratio(), 5), round(s.quick_ratio(), 5), s.find_longest_match())

print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(difflib.get_close_matches('wheel', ['while', 'whee', 'Wheel', 'heel', 'wheels'], n=2, cutoff=0.7))
print(difflib.get_close_matches('pineapple', []))
for call in (lambda: difflib.get_close_matches('a', [], n=0), lambda: difflib.get_close_matches('a', [], cutoff=2)):
    try:
        call()
    except ValueError as e:
        print(e)

one = 'one\ntwo\nthree\nfour\n  indented line\n\nlast\n'.splitlines(keepends=True)
two = 'ore\ntree\nemu\nfour\n\tindented lines\n#\nlast\nmore\n'.splitlines(keepends=True)
delta = list(difflib.ndiff(one, two))
print(''.join(delta))
print(''.join(difflib.restore(delta, 1)) == ''.join(one), ''.join(difflib.restore(delta, 2)) == ''.join(two))
try:
    list(difflib.restore(delta, 3))
except ValueError as e:
    print(e)
print(''.join(difflib.ndiff(one, two, linejunk=difflib.IS_LINE_JUNK, charjunk=None)))
print(''.join(difflib.Differ().compare(['a\tb\n', 'x\n'], ['a\tc\n', 'y\n', 'z\n'])))
print([difflib.IS_LINE_JUNK(x) for x in ('\n', '  #   \n', 'hello\n', '')], difflib.IS_CHARACTER_JUNK('\t'), difflib.IS_CHARACTER_JUNK('x'))

print(''.join(difflib.unified_diff(one, two, 'before.py', 'after.py', '2024-01-01', '2024-01-02', n=1)))
print('\n'.join(difflib.unified_diff(['a', 'b', 'c'], ['a', 'x', 'c'], lineterm='')))
print(list(difflib.unified_diff(['a'], ['a'])))
print(list(difflib.unified_diff([], ['a\n'])), list(difflib.unified_diff(['a\n'], [])))
print(''.join(difflib.context_diff(one, two, fromfile='before.py', tofile='after.py')))
print(''.join(difflib.context_diff(['a\n', 'b\n'], ['a\n', 'b\n', 'c\n'], n=0)))
long = [f'line {i}\n' for i in range(40)]
changed = list(long)
changed[5], changed[30] = 'changed\n', 'also\n'
print(''.join(difflib.unified_diff(long, changed)))
for group in difflib.SequenceMatcher(None, long, changed).get_grouped_opcodes(2):
    print(group)
print(b''.join(difflib.diff_bytes(difflib.unified_diff, [b'a\xff\n'], [b'b\n'], b'x', b'y')))
for call in (lambda: list(difflib.unified_diff([b'a'], [b'b'])), lambda: list(difflib.unified_diff(['a'], ['b'], fromfile=b'x')),
             lambda: list(difflib.diff_bytes(difflib.unified_diff, ['a'], [b'a'])), lambda: difflib.SequenceMatcher(None, [[]], [[]])):
    try:
        call()
    except TypeError as e:
        print(e)
