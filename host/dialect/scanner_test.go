package dialect

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
)

// tokens writes the tokens of src: names of the special ones, the text of the
// others.
func tokens(t *testing.T, src string) string {
	t.Helper()
	text, err := newSource("x.py", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	s := scan(text)
	if s.err != nil {
		return s.err.Msg
	}
	var out []string
	for _, tok := range s.toks {
		word := s.text[tok.off:tok.lim]
		switch tok.kind {
		case tNewline:
			word = "NEWLINE"
		case tIndent:
			word = "INDENT"
		case tDedent:
			word = "DEDENT"
		case tEOF:
			word = "EOF"
		case tFStringStart, tFStringMiddle, tFStringEnd:
			word = fmt.Sprintf("<%s>", word)
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", "EOF"},
		{"a", "a NEWLINE EOF"},
		{"a=b==c!=d<=e<<f<<=g", "a = b == c != d <= e << f <<= g NEWLINE EOF"},
		{"a->b:=c...d..e", "a -> b := c ... d . . e NEWLINE EOF"},
		{"a//=b**=c**d//e@=f", "a //= b **= c ** d // e @= f NEWLINE EOF"},
		{"1.5.real 1..real 1e5 .5j", "1.5 . real 1. . real 1e5 .5j NEWLINE EOF"},
		{"1if 2else 3", "1 if 2 else 3 NEWLINE EOF"},
		{"rb'a' Bu", "rb'a' Bu NEWLINE EOF"},
		{"if a:\n  b\n\n  # c\n    # d\n  e\nf", "if a : NEWLINE INDENT b NEWLINE e NEWLINE DEDENT f NEWLINE EOF"},
		{"if a:\n if b:\n  c", "if a : NEWLINE INDENT if b : NEWLINE INDENT c NEWLINE DEDENT DEDENT EOF"},
		{"(a\n  b\n)", "( a b ) NEWLINE EOF"},
		{"a \\\n  b", "a b NEWLINE EOF"},
		{"f'a{b}c{{d}}'", "<f'> <a> { b } <c{> <d}> <'> NEWLINE EOF"},
		{"f'{a:{b}x}'", "<f'> { a : { b } <x> } <'> NEWLINE EOF"},
		{"f'{a!r:>5}'", "<f'> { a ! r : <>5> } <'> NEWLINE EOF"},
		{"f'{a!=b}'", "<f'> { a != b } <'> NEWLINE EOF"},
		{"f'{a[\"x\"]:{\"y\"}}'", "<f'> { a [ \"x\" ] : { \"y\" } } <'> NEWLINE EOF"},
		{"f'{f\"{x}\"}'", "<f'> { <f\"> { x } <\"> } <'> NEWLINE EOF"},
		{"f'{(lambda x: 1)}'", "<f'> { ( lambda x : 1 ) } <'> NEWLINE EOF"},
		{"f'\\{a}\\N{DASH}'", "<f'> <\\> { a } <\\N{DASH}> <'> NEWLINE EOF"},
		{"\t", "EOF"},
		{"a\f b", "a b NEWLINE EOF"},
	} {
		if got := tokens(t, c.src); got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestLiterals(t *testing.T) {
	huge, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	for _, c := range []struct {
		src  string
		want Constant
	}{
		{"9223372036854775807", Constant{Kind: IntConst, Int: 9223372036854775807}},
		{"123456789012345678901234567890", Constant{Kind: IntConst, Big: huge}},
		{"0xFF_ff", Constant{Kind: IntConst, Int: 0xffff}},
		{"0B11", Constant{Kind: IntConst, Int: 3}},
		{"0O17", Constant{Kind: IntConst, Int: 15}},
		{"000", Constant{Kind: IntConst}},
		{"1_000.5e-1_0", Constant{Kind: FloatConst, Float: 1000.5e-10}},
		{"010e1", Constant{Kind: FloatConst, Float: 100}},
		{"2.5J", Constant{Kind: ImagConst, Float: 2.5}},
		{`'\ud800'`, Constant{Kind: StrConst, Str: "\xed\xa0\x80"}},
		{`'\U0001F600'`, Constant{Kind: StrConst, Str: "😀"}},
		{`'\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{TAB}\N{em dash}'`, Constant{Kind: StrConst, Str: "각一\t—"}},
		{`'\777\08'`, Constant{Kind: StrConst, Str: "ǿ\x008"}},
		{`b'\777\x80\u1234'`, Constant{Kind: BytesConst, Str: "\xff\x80\\u1234"}},
		{`r'\'a'`, Constant{Kind: StrConst, Str: `\'a`}},
		{"'a\\\r\nb'", Constant{Kind: StrConst, Str: "ab"}},
		{"'''a\r\nb'''", Constant{Kind: StrConst, Str: "a\nb"}},
		{"u'a' 'b'", Constant{Kind: StrConst, Str: "ab", U: true}},
	} {
		m, err := Parse("x.py", []byte(c.src), Eval)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		got := *m.Body[0].(*ExprStmt).Value.(*Constant)
		big := (got.Big == nil) == (c.want.Big == nil) && (got.Big == nil || got.Big.Cmp(c.want.Big) == 0)
		if got.Kind != c.want.Kind || got.Int != c.want.Int || !big || got.Float != c.want.Float || got.Str != c.want.Str || got.U != c.want.U {
			t.Errorf("%s: got %+v, want %+v", c.src, got, c.want)
		}
	}
}
