package requests

// This file defines detect: a guess at the encoding of a text.

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// detect names the encoding that content seems to be in. It knows byte order
// marks, ASCII, UTF-8 and the Chinese encodings; all else counts as Latin.
func detect(s string) string {
	for _, m := range []struct{ mark, name string }{
		{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"\xef\xbb\xbf", "UTF-8-SIG"}, {"\xff\xfe", "UTF-16"}, {"\xfe\xff", "UTF-16"},
	} {
		if strings.HasPrefix(s, m.mark) {
			return m.name
		}
	}
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	switch {
	case s == "":
		return "utf-8"
	case ascii:
		return "ascii"
	case utf8.ValidString(s):
		return "utf-8"
	}
	// Text in GB 18030 has its bytes above 0x7F in pairs that are Han characters.
	text, err := simplifiedchinese.GB18030.NewDecoder().String(s)
	if err == nil && !strings.ContainsRune(text, utf8.RuneError) {
		han, other := 0, 0
		for _, r := range text {
			switch {
			case 0x4e00 <= r && r <= 0x9fff || 0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xffef:
				han++
			case r >= 0x80:
				other++
			}
		}
		if han > 4*other && han > 1 {
			return "GB18030"
		}
	}
	return "Windows-1252"
}
