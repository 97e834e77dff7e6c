package unicodedata

// This file reads the tables that generate.py made, when they are first asked.

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed tables.z
var packed []byte

// A kind is what a range of characters has in common.
type kind struct {
	first     rune
	category  string
	bidi      string
	combining int
	width     string
	mirrored  int
}

// A number is the value of a character; parts that it lacks are "-".
type number struct{ decimal, digit, numeric string }

type tables struct {
	version    string
	kinds      []kind
	decomposed map[rune]string
	numbers    map[rune]number
	names      map[rune]string
	byName     map[string]rune
}

// data is read once a process and never changed.
var data = sync.OnceValue(func() *tables {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // the file is part of the program
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	d := &tables{decomposed: make(map[rune]string), numbers: make(map[rune]number), names: make(map[rune]string), byName: make(map[string]rune)}
	text := string(raw)
	line := func() string {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		return l
	}
	d.version = line()
	shared := make(map[string]kind)
	first := rune(0)
	for l := line(); l != ""; l = line() {
		n, what, _ := strings.Cut(l, " ")
		k, ok := shared[what]
		if !ok {
			f := strings.Fields(what)
			k = kind{category: f[0], bidi: strings.TrimPrefix(f[1], "-"), width: f[3]}
			k.combining, _ = strconv.Atoi(f[2])
			k.mirrored, _ = strconv.Atoi(f[4])
			shared[what] = k
		}
		k.first = first
		d.kinds = append(d.kinds, k)
		count, _ := strconv.Atoi(n)
		first += rune(count)
	}
	section := func(each func(c rune, text string)) {
		c := rune(0)
		for l := line(); l != ""; l = line() {
			step, text, _ := strings.Cut(l, " ")
			n, _ := strconv.ParseInt(step, 16, 32)
			c += rune(n)
			each(c, text)
		}
	}
	section(func(c rune, text string) { d.decomposed[c] = text })
	section(func(c rune, text string) {
		f := strings.Fields(text)
		d.numbers[c] = number{f[0], f[1], f[2]}
	})
	section(func(c rune, text string) {
		d.names[c] = text
		d.byName[text] = c
	})
	return d
})

func (d *tables) kind(c rune) *kind {
	i := sort.Search(len(d.kinds), func(i int) bool { return d.kinds[i].first > c })
	return &d.kinds[i-1]
}

const (
	hangulFirst, hangulLast = 0xAC00, 0xD7A3
	vowels, tails           = 21, 28
	ideograph               = "CJK UNIFIED IDEOGRAPH-"
	syllable                = "HANGUL SYLLABLE "
)

var (
	leadNames  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	vowelNames = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	tailNames  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

// name returns a character's name, or "".
func (d *tables) name(c rune) string {
	if n, ok := d.names[c]; ok {
		return n
	}
	if c >= hangulFirst && c <= hangulLast {
		i := int(c - hangulFirst)
		return syllable + leadNames[i/tails/vowels] + vowelNames[i/tails%vowels] + tailNames[i%tails]
	}
	if isIdeograph(c) && d.kind(c).category == "Lo" {
		return fmt.Sprintf("%s%X", ideograph, c)
	}
	return ""
}

func isIdeograph(c rune) bool {
	return c >= 0x3400 && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF || c >= 0x20000 && c <= 0x323AF || c >= 0xFA0E && c <= 0xFA29
}

// lookup returns the character with a name.
func (d *tables) lookup(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if c, ok := d.byName[name]; ok {
		return c, true
	}
	if hex, ok := strings.CutPrefix(name, ideograph); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		return rune(n), err == nil && n <= 0x10FFFF && d.name(rune(n)) == name
	}
	if s, ok := strings.CutPrefix(name, syllable); ok {
		for l, lead := range leadNames {
			rest, ok := strings.CutPrefix(s, lead)
			if !ok {
				continue
			}
			for v, vowel := range vowelNames {
				for t, tail := range tailNames {
					if rest == vowel+tail {
						return rune(hangulFirst + (l*vowels+v)*tails + t), true
					}
				}
			}
		}
	}
	return 0, false
}

// decomposition is what unicodedata.decomposition returns.
func (d *tables) decomposition(c rune) string { return d.decomposed[c] }
