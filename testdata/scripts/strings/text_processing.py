# Everyday text work: wrapping, caesar, palindromes, roman numerals, run lengths, anagrams.
def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line] if line else lines


text = "It was the best of times, it was the worst of times; it was the âge of wisdom…"
for line in wrap(text, 24):
    print(f"|{line:<24}|{line:>24}|{line:^24}|")


def caesar(s, k):
    out = []
    for c in s:
        if c.isascii() and c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            c = chr((ord(c) - base + k) % 26 + base)
        out.append(c)
    return "".join(out)


print(caesar("Hello, World! é", 3), caesar(caesar("Hello", 5), -5))
letters = lambda s: [c for c in s.casefold() if c.isalnum()]
print([letters(p) == letters(p)[::-1] for p in ("A man, a plan, a canal: Panama", "été", "no")])


def roman(n):
    out = ""
    for v, r in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += r * (n // v)
        n %= v
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 99, 1994, 2024, 3999)])


def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}" if j - i > 1 else s[i])
        i = j
    return "".join(out)


print(rle("aaabccdddd"), rle(""), rle("日日本"))
groups = {}
for w in "listen silent enlist google elbow below".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
snake = "".join("_" + c.lower() if c.isupper() else c for c in "someCamelCaseName")
print(snake, "".join(w.capitalize() for w in snake.split("_")), snake.replace("_", "-").title())
print("\n".join(f"{i:2d}. {'#' * i:<5}{i ** 2:>4}" for i in range(1, 6)))
print({c: text.count(c) for c in sorted(set(text.lower())) if c in "aeiouâ"})
hexdump = lambda b: "\n".join(f"{i:04x}  {b[i:i + 8].hex(' '):<23}  {''.join(chr(c) if 32 <= c < 127 else '.' for c in b[i:i + 8])}" for i in range(0, len(b), 8))
print(hexdump("Hello, wörld!\n\x00".encode()))


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, cb in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (ca != cb))
    return row[-1]


print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("flaw", "lawn"))
print(int("".join(filter(str.isdigit, "a1b2c3"))), "".join(map(chr, map(ord, "copy"))), " ".join(reversed("one two three".split())), "-".join(f"{ord(c):b}" for c in "Hi"))
