package dialect

import "testing"

// TestFormat compares Format with what CPython prints.
func TestFormat(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"if x\n    pass\n", "  File \"x.py\", line 1\n    if x\n        ^\nSyntaxError: expected ':'\n"},
		{"\tif x:\n\t\ty z\n", "  File \"x.py\", line 1\n    \tif x:\n    ^\nIndentationError: unexpected indent\n"},
		{"if x:\n\ty\tz\n", "  File \"x.py\", line 2\n    \ty\tz\n    \t \t^\nSyntaxError: invalid syntax\n"},
		{"x = (1,\n     2\ny = 3\n", "  File \"x.py\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n"},
		{"def f():\nx = 1\n", "  File \"x.py\", line 2\n    x = 1\n    ^\nIndentationError: expected an indented block after function definition on line 1\n"},
		{"名 = 1 +\n", "  File \"x.py\", line 1\n    名 = 1 +\n           ^\nSyntaxError: invalid syntax\n"},
		{"f(a for b in c,\n  d)\n", "  File \"x.py\", line 1\n    f(a for b in c,\n      ^^^^^^^^^^^^\nSyntaxError: Generator expression must be parenthesized\n"},
		{"if x:\n    x = 'abc\n", "  File \"x.py\", line 2\n    x = 'abc\n        ^\nSyntaxError: unterminated string literal (detected at line 2)\n"},
		{"x = 1\x00", "SyntaxError: source code cannot contain null bytes\n"},
		{"@d\n", "  File \"x.py\", line 1\n    @d\nSyntaxError: invalid syntax\n"},
	} {
		_, err := Parse("x.py", []byte(c.src), File)
		if got := AsSyntaxError(err).Format(); got != c.want {
			t.Errorf("%q:\ngot:\n%s\nwant:\n%s", c.src, got, c.want)
		}
	}
}
