package tqdm

// This file tells how many columns a text takes on a terminal, and cuts it to
// that.

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/text/width"

	"starpool/builtins/text"
)

// control matches the terminal's control sequences, which take no room.
var control = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\x1b\\[[;0-9]*[A-Za-z]") })

// columns is the width of s on a terminal: wide characters take two.
func columns(s string) int {
	if text.IsASCII(s) && !strings.Contains(s, "\x1b[") {
		return len(s)
	}
	n := 0
	for _, r := range control().ReplaceAllString(s, "") {
		n++
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// trim cuts s so that it is at most n columns wide. Where there are control
// sequences, the last one resets the colour.
func trim(s string, n int) string {
	runes := []rune(s)
	if columns(s) == len(runes) {
		return string(runes[:min(max(n, 0), len(runes))])
	}
	coloured := control().MatchString(s)
	for len(runes) > 0 && columns(string(runes)) > n {
		runes = runes[:len(runes)-1]
	}
	s = string(runes)
	if coloured && control().MatchString(s) && !strings.HasSuffix(s, colourReset) {
		s += colourReset
	}
	return s
}
