package repl

// This file defines highlight, which colours Python text: the line being typed
// and the values that are shown.

import (
	"strings"
	"unicode"
)

var keywords = wordSet(`and as assert break class continue def del elif else except finally for from global if import in
 is lambda nonlocal not or pass raise return try while with yield match case None True False`)

func wordSet(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// highlight colours keywords, strings, numbers and comments. It need not be right
// in every corner: it adds colour and changes no character.
func (th *theme) highlight(text string) string {
	if !th.on {
		return text
	}
	var b strings.Builder
	rs := []rune(text)
	for i := 0; i < len(rs); {
		j := i + 1
		switch r := rs[i]; {
		case r == '#':
			for j < len(rs) && rs[j] != '\n' && rs[j] != newlineRune {
				j++
			}
			b.WriteString(th.comment(string(rs[i:j])))
		case r == '"' || r == '\'':
			j = stringEnd(rs, i)
			b.WriteString(th.str(string(rs[i:j])))
		case r >= '0' && r <= '9':
			for j < len(rs) && (isWord(rs[j]) || rs[j] == '.') {
				j++
			}
			b.WriteString(th.number(string(rs[i:j])))
		case isWord(r):
			for j < len(rs) && isWord(rs[j]) {
				j++
			}
			word := string(rs[i:j])
			switch {
			case j < len(rs) && (rs[j] == '"' || rs[j] == '\'') && isStringPrefix(word):
				j = stringEnd(rs, j)
				b.WriteString(th.str(string(rs[i:j])))
			case keywords[word]:
				b.WriteString(th.keyword(word))
			default:
				b.WriteString(word)
			}
		default:
			b.WriteRune(r)
		}
		i = j
	}
	return b.String()
}

func isWord(r rune) bool {
	return r == '_' || r < 0x80 && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') ||
		r >= 0x80 && r != newlineRune && unicode.IsLetter(r)
}

func isStringPrefix(w string) bool {
	return len(w) <= 2 && strings.Trim(strings.ToLower(w), "rbfu") == ""
}

// stringEnd returns where the string that begins with the quote at i ends: behind
// its closing quotes, or where the line does.
func stringEnd(rs []rune, i int) int {
	q := rs[i]
	n := 1
	if i+2 < len(rs) && rs[i+1] == q && rs[i+2] == q {
		n = 3
	}
	for j := i + n; j < len(rs); j++ {
		switch {
		case rs[j] == '\\':
			j++
		case rs[j] == q && n == 1:
			return j + 1
		case rs[j] == q && j+2 < len(rs) && rs[j+1] == q && rs[j+2] == q:
			return j + 3
		case n == 1 && (rs[j] == '\n' || rs[j] == newlineRune):
			return j
		}
	}
	return len(rs)
}
