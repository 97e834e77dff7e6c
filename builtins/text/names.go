package text

// This file defines Name, the Unicode names of characters.

import (
	"fmt"

	"golang.org/x/text/unicode/runenames"
)

// The parts of a Hangul syllable's name, in the order of the Unicode standard
// (section 3.12).
var (
	hangulLead  = []string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	hangulVowel = []string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	hangulTail  = []string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

// Name returns the Unicode name of a character, as unicodedata.name does, or ""
// if it has none.
func Name(r rune) string {
	if r >= 0xAC00 && r <= 0xD7A3 {
		n := int(r - 0xAC00)
		return "HANGUL SYLLABLE " + hangulLead[n/588] + hangulVowel[n%588/28] + hangulTail[n%28]
	}
	switch name := runenames.Name(r); {
	case name == "" || name[0] != '<':
		return name
	case len(name) > 4 && name[:4] == "<CJK":
		return fmt.Sprintf("CJK UNIFIED IDEOGRAPH-%X", r)
	}
	return ""
}
