package text

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// This file defines the properties of a code point as CPython's unicodedata
// has them, and the str methods isalpha, isdigit and the like.

// Properties of ASCII characters, so that the common case is one table look-up.
const (
	pSpace = 1 << iota
	pDigit
	pUpper
	pLower
	pWord // may stand in an identifier
)

var asciiProps = [utf8.RuneSelf]uint8{
	'\t': pSpace, '\n': pSpace, '\v': pSpace, '\f': pSpace, '\r': pSpace,
	0x1c: pSpace, 0x1d: pSpace, 0x1e: pSpace, 0x1f: pSpace, ' ': pSpace,
	'0': pDigit | pWord, '1': pDigit | pWord, '2': pDigit | pWord, '3': pDigit | pWord, '4': pDigit | pWord,
	'5': pDigit | pWord, '6': pDigit | pWord, '7': pDigit | pWord, '8': pDigit | pWord, '9': pDigit | pWord,
	'A': pUpper | pWord, 'B': pUpper | pWord, 'C': pUpper | pWord, 'D': pUpper | pWord, 'E': pUpper | pWord,
	'F': pUpper | pWord, 'G': pUpper | pWord, 'H': pUpper | pWord, 'I': pUpper | pWord, 'J': pUpper | pWord,
	'K': pUpper | pWord, 'L': pUpper | pWord, 'M': pUpper | pWord, 'N': pUpper | pWord, 'O': pUpper | pWord,
	'P': pUpper | pWord, 'Q': pUpper | pWord, 'R': pUpper | pWord, 'S': pUpper | pWord, 'T': pUpper | pWord,
	'U': pUpper | pWord, 'V': pUpper | pWord, 'W': pUpper | pWord, 'X': pUpper | pWord, 'Y': pUpper | pWord,
	'Z': pUpper | pWord, '_': pWord,
	'a': pLower | pWord, 'b': pLower | pWord, 'c': pLower | pWord, 'd': pLower | pWord, 'e': pLower | pWord,
	'f': pLower | pWord, 'g': pLower | pWord, 'h': pLower | pWord, 'i': pLower | pWord, 'j': pLower | pWord,
	'k': pLower | pWord, 'l': pLower | pWord, 'm': pLower | pWord, 'n': pLower | pWord, 'o': pLower | pWord,
	'p': pLower | pWord, 'q': pLower | pWord, 'r': pLower | pWord, 's': pLower | pWord, 't': pLower | pWord,
	'u': pLower | pWord, 'v': pLower | pWord, 'w': pLower | pWord, 'x': pLower | pWord, 'y': pLower | pWord,
	'z': pLower | pWord,
}

// inRanges reports whether r lies in one of the sorted inclusive ranges.
func inRanges(table [][2]rune, r rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i][1] >= r })
	return i < len(table) && table[i][0] <= r
}

// isNewCJK and isNewSymbol are the characters that Unicode 15.1 added.
func isNewCJK(r rune) bool { return r >= 0x2EBF0 && r <= 0x2EE5D }
func isNewSymbol(r rune) bool {
	return r >= 0x2FFC && r <= 0x2FFF || r == 0x31EF
}

// IsSpace reports whether r is white space to str.isspace, strip and split:
// bidirectional class WS, B or S, or category Zs.
func IsSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&pSpace != 0
	}
	switch {
	case r == 0x85, r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A,
		r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// IsLineBreak reports whether r ends a line for str.splitlines.
func IsLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// IsPrintable reports whether repr shows r as it is.
func IsPrintable(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= ' ' && r < 0x7f
	}
	return unicode.IsPrint(r) || isNewCJK(r) || isNewSymbol(r)
}

// IsAlpha reports whether r is a letter (category L*).
func IsAlpha(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&(pUpper|pLower) != 0
	}
	return unicode.IsLetter(r) || isNewCJK(r)
}

// IsDecimal reports whether r is a decimal digit (category Nd).
func IsDecimal(r rune) bool { return DecimalValue(r) >= 0 }

// DecimalValue returns the value of a decimal digit of any script, or -1.
func DecimalValue(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if r < 0x660 {
		return -1
	}
	// Every range of Nd starts at a zero and holds whole sets of ten.
	for _, rg := range unicode.Nd.R16 {
		if r <= rune(rg.Hi) {
			if r < rune(rg.Lo) {
				return -1
			}
			return int(r-rune(rg.Lo)) % 10
		}
	}
	for _, rg := range unicode.Nd.R32 {
		if r <= rune(rg.Hi) {
			if r < rune(rg.Lo) {
				return -1
			}
			return int(r-rune(rg.Lo)) % 10
		}
	}
	return -1
}

// digitRanges has the characters that are digits but not decimal, such as
// superscripts and circled numbers (Numeric_Type=Digit).
var digitRanges = [][2]rune{
	{0xb2, 0xb3}, {0xb9, 0xb9}, {0x1369, 0x1371}, {0x19da, 0x19da}, {0x2070, 0x2070}, {0x2074, 0x2079},
	{0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247c}, {0x2488, 0x2490}, {0x24ea, 0x24ea}, {0x24f5, 0x24fd},
	{0x24ff, 0x24ff}, {0x2776, 0x277e}, {0x2780, 0x2788}, {0x278a, 0x2792}, {0x10a40, 0x10a43},
	{0x10e60, 0x10e68}, {0x11052, 0x1105a}, {0x1f100, 0x1f10a},
}

// IsDigit reports whether r has the property Numeric_Type Digit or Decimal.
func IsDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return inRanges(digitRanges, r) || IsDecimal(r)
}

// ideographNumbers has the ideographs with a numeric value; every other
// numeric character is of category N*.
const ideographNumbers = "" +
	"\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e24\u4e5d\u4e8c\u4e94\u4e96\u4eac\u4ebf\u4ec0\u4edf\u4ee8\u4f0d" +
	"\u4f70\u4fe9\u5006\u5104\u5146\u5169\u516b\u516d\u5341\u5343\u5344\u5345\u534c\u53c1\u53c2\u53c3\u53c4\u56db\u58f1" +
	"\u58f9\u5e7a\u5efe\u5eff\u5f0c\u5f0d\u5f0e\u5f10\u62d0\u62fe\u634c\u67d2\u6d1e\u6f06\u7396\u767e\u7695\u79ed\u8086" +
	"\u842c\u8cae\u8cb3\u8d30\u920e\u94a9\u9621\u9646\u964c\u9678\u96f6\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd" +
	"\U00020001\U00020064\U000200e2\U00020121\U0002092a\U00020983\U0002098c\U0002099c\U00020aea\U00020afd\U00020b19" +
	"\U00022390\U00022998\U00023b1b\U0002626d\U0002f890"

// IsNumeric reports whether r has a numeric value: digits, fractions, Roman
// numerals, and ideographs that are numbers.
func IsNumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	if unicode.IsNumber(r) {
		return true
	}
	if r < 0x3405 {
		return false
	}
	for _, n := range ideographNumbers {
		if n == r {
			return true
		}
	}
	return false
}

// IsAlnum reports whether r is a letter or has a numeric value.
func IsAlnum(r rune) bool { return IsAlpha(r) || IsNumeric(r) }

// IsUpper reports whether r has the property Uppercase.
func IsUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&pUpper != 0
	}
	return unicode.Is(unicode.Lu, r) || unicode.Is(unicode.Other_Uppercase, r)
}

// IsLower reports whether r has the property Lowercase.
func IsLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&pLower != 0
	}
	return unicode.Is(unicode.Ll, r) || unicode.Is(unicode.Other_Lowercase, r)
}

// IsTitle reports whether r is a title-case letter (category Lt).
func IsTitle(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Lt, r) }

// isCased reports whether r has the property Cased.
func isCased(r rune) bool { return IsLower(r) || IsUpper(r) || IsTitle(r) }

// isCaseIgnorable reports whether r has the property Case_Ignorable: it does
// not end a word when the context of a final sigma is looked for.
func isCaseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027,
		0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// IsIdentStart reports whether r may start an identifier: "_" or XID_Start.
func IsIdentStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&pWord != 0 && asciiProps[r]&pDigit == 0
	}
	if IsAlpha(r) || unicode.Is(unicode.Nl, r) {
		// What NFKC turns into something that is no start, and the vertical
		// tilde, which is pattern syntax.
		switch {
		case r == 0x37A, r == 0xE33, r == 0xEB3, r == 0x2E2F, r >= 0xFC5E && r <= 0xFC63,
			r == 0xFDFA, r == 0xFDFB, r >= 0xFE70 && r <= 0xFE7E && r&1 == 0, r == 0xFF9E, r == 0xFF9F:
			return false
		}
		return true
	}
	return r == 0x1885 || r == 0x1886 || r == 0x2118 || r == 0x212E // Other_ID_Start
}

// IsIdentPart reports whether r may stand within an identifier: XID_Continue.
func IsIdentPart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiProps[r]&pWord != 0
	}
	if IsIdentStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc) {
		return true
	}
	switch {
	case r == 0xB7, r == 0x387, r == 0xE33, r == 0xEB3, r >= 0x1369 && r <= 0x1371, r == 0x19DA,
		r == 0x200C, r == 0x200D, r == 0x30FB, r == 0xFF65, r == 0xFF9E, r == 0xFF9F:
		return true
	}
	return false
}

// allRunes reports whether s is not empty and p holds for all of it.
func allRunes(s string, p func(rune) bool) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = Decode(s[i:])
		}
		if !p(r) {
			return false
		}
		i += n
	}
	return true
}

// IsAlphaText is str.isalpha.
func IsAlphaText(s string) bool { return allRunes(s, IsAlpha) }

// IsAlnumText is str.isalnum.
func IsAlnumText(s string) bool { return allRunes(s, IsAlnum) }

// IsDecimalText is str.isdecimal.
func IsDecimalText(s string) bool { return allRunes(s, IsDecimal) }

// IsDigitText is str.isdigit.
func IsDigitText(s string) bool { return allRunes(s, IsDigit) }

// IsNumericText is str.isnumeric.
func IsNumericText(s string) bool { return allRunes(s, IsNumeric) }

// IsSpaceText is str.isspace.
func IsSpaceText(s string) bool { return allRunes(s, IsSpace) }

// IsPrintableText is str.isprintable, which holds for empty text.
func IsPrintableText(s string) bool { return s == "" || allRunes(s, IsPrintable) }

// IsIdentifier is str.isidentifier.
func IsIdentifier(s string) bool {
	r, n := Decode(s)
	return n > 0 && IsIdentStart(r) && (n == len(s) || allRunes(s[n:], IsIdentPart))
}

// IsUpperText is str.isupper: some cased character, none of them lower or title.
func IsUpperText(s string) bool {
	cased := false
	for _, r := range All(s) {
		if IsLower(r) || IsTitle(r) {
			return false
		}
		cased = cased || IsUpper(r)
	}
	return cased
}

// IsLowerText is str.islower: some cased character, none of them upper or title.
func IsLowerText(s string) bool {
	cased := false
	for _, r := range All(s) {
		if IsUpper(r) || IsTitle(r) {
			return false
		}
		cased = cased || IsLower(r)
	}
	return cased
}

// IsTitleText is str.istitle: upper or title case only after uncased
// characters, lower case only after cased ones, and at least one of them.
func IsTitleText(s string) bool {
	cased, previous := false, false
	for _, r := range All(s) {
		switch {
		case IsUpper(r) || IsTitle(r):
			if previous {
				return false
			}
			cased, previous = true, true
		case IsLower(r):
			if !previous {
				return false
			}
			cased, previous = true, true
		default:
			previous = false
		}
	}
	return cased
}
