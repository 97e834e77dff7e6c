package text

// This file defines format() of a str.

// FormatStr is format(s, spec) for a str, or a subclass of it named typeName.
// Errors are ValueErrors with CPython's text; a result beyond the limits is a
// MemoryError.
func FormatStr(s, spec, typeName string, lim Limits) (string, error) {
	if spec == "" {
		return s, nil
	}
	f, err := ParseSpec(spec, 's', '<', typeName)
	if err != nil {
		return "", err
	}
	if f.Type != 's' {
		return "", unknownType(f.Type, typeName)
	}
	switch {
	case f.Sign == ' ':
		return "", valueError("Space not allowed in string format specifier")
	case f.Sign != 0:
		return "", valueError("Sign not allowed in string format specifier")
	case f.NoNegZero:
		return "", valueError("Negative zero coercion (z) not allowed in string format specifier")
	case f.Alt:
		return "", valueError("Alternate form (#) not allowed in string format specifier")
	case f.Align == '=':
		return "", valueError("'=' alignment not allowed in string format specifier")
	}
	if f.Precision >= 0 && f.Precision < len(s) {
		s = s[:ByteOffset(s, f.Precision)]
	}
	if f.Width <= 0 {
		return s, nil
	}
	left, right := f.margins(Len(s))
	return pad(s, left, right, runeString(f.Fill), lim)
}
