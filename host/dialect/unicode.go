// This file defines what the front end needs of the Unicode database beyond
// the standard library: names of characters, and normal form NFKC.

package dialect

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// normalName returns an identifier in the form that names are compared in.
func normalName(s string) string { return norm.NFKC.String(s) }

// charNames maps the names that runenames knows to their characters. It is
// made at the first \N escape.
var charNames = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 40000)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0xD800 {
			r = 0xF900 // surrogates, private use
		}
		if r == 0x20000 {
			r = 0xE0000 // ideographs, whose names are made of their numbers
		}
		if name := runenames.Name(r); name != "" && name[0] != '<' {
			m[name] = r
		}
	}
	// The names that people use for control characters are aliases.
	for name, r := range map[string]rune{
		"NULL": 0, "NUL": 0, "START OF HEADING": 1, "START OF TEXT": 2, "END OF TEXT": 3, "BELL": 0x1F514, "ALERT": 7, "BEL": 7,
		"BACKSPACE": 8, "BS": 8, "CHARACTER TABULATION": 9, "HORIZONTAL TABULATION": 9, "TAB": 9, "HT": 9,
		"LINE FEED": 10, "NEW LINE": 10, "END OF LINE": 10, "LF": 10, "NL": 10, "EOL": 10,
		"LINE TABULATION": 11, "VERTICAL TABULATION": 11, "VT": 11, "FORM FEED": 12, "FF": 12,
		"CARRIAGE RETURN": 13, "CR": 13, "ESCAPE": 27, "ESC": 27, "DELETE": 127, "DEL": 127,
		"NEXT LINE": 0x85, "NEL": 0x85, "NBSP": 0xA0, "SHY": 0xAD, "CGJ": 0x34F, "ZWSP": 0x200B,
		"ZWNJ": 0x200C, "ZWJ": 0x200D, "LRM": 0x200E, "RLM": 0x200F, "LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C,
		"LRO": 0x202D, "RLO": 0x202E, "WJ": 0x2060, "BYTE ORDER MARK": 0xFEFF, "BOM": 0xFEFF, "ZWNBSP": 0xFEFF,
	} {
		m[name] = r
	}
	return m
})

// runeByName finds the character that \N{name} stands for. Named sequences
// are not known, as in CPython.
func runeByName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil || len(hex) < 4 || len(hex) > 5 {
			return 0, false
		}
		return rune(n), unicode.Is(unicode.Unified_Ideograph, rune(n))
	}
	if syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangul(syllable)
	}
	r, ok := charNames()[name]
	return r, ok
}

// The romanised parts of Hangul syllables (Unicode standard, section 3.12).
var (
	hangulL = strings.Split("G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H", ",")
	hangulV = strings.Split("A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I", ",")
	hangulT = strings.Split(",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H", ",")
)

// hangul returns the syllable whose romanised name is s.
func hangul(s string) (rune, bool) {
	for l, lead := range hangulL {
		rest, ok := strings.CutPrefix(s, lead)
		if !ok {
			continue
		}
		for v, vowel := range hangulV {
			tail, ok := strings.CutPrefix(rest, vowel)
			if !ok {
				continue
			}
			for t, end := range hangulT {
				if end == tail {
					return rune(0xAC00 + (l*len(hangulV)+v)*len(hangulT) + t), true
				}
			}
		}
	}
	return 0, false
}
