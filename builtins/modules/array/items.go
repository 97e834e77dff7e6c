package array

// This file defines the kinds of items.

import (
	"encoding/binary"
	"math"
	"math/big"
	"unicode/utf8"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A kind is what a typecode stands for.
type kind struct {
	code string
	size int
	text bool
	get  func(b []byte) value
	put  func(t *thread, b []byte, v value) error
}

var kinds = make(map[string]*kind)

// names are C's, for the words of range errors.
var names = map[string]string{
	"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
	"i": "signed integer", "I": "unsigned int",
}

var le = binary.LittleEndian

func init() {
	for code, size := range map[string]int{"b": 1, "h": 2, "i": 4, "l": 8, "q": 8} {
		integer(code, size, true)
	}
	for code, size := range map[string]int{"B": 1, "H": 2, "I": 4, "L": 8, "Q": 8} {
		integer(code, size, false)
	}
	kinds["d"] = &kind{code: "d", size: 8,
		get: func(b []byte) value { return starlark.Float(math.Float64frombits(le.Uint64(b))) },
		put: func(t *thread, b []byte, v value) error {
			x, err := object.Float(t, v)
			le.PutUint64(b, math.Float64bits(x))
			return err
		}}
	kinds["f"] = &kind{code: "f", size: 4,
		get: func(b []byte) value { return starlark.Float(math.Float32frombits(le.Uint32(b))) },
		put: func(t *thread, b []byte, v value) error {
			x, err := object.Float(t, v)
			le.PutUint32(b, math.Float32bits(float32(x)))
			return err
		}}
	for _, code := range []string{"u", "w"} {
		kinds[code] = &kind{code: code, size: 4, text: true,
			get: func(b []byte) value { return starlark.String(string(rune(le.Uint32(b)))) },
			put: func(t *thread, b []byte, v value) error {
				s, ok := object.Text(v)
				if !ok {
					return object.Raise(object.TypeError, "array item must be unicode character")
				}
				if utf8.RuneCountInString(s) != 1 {
					return object.Raise(object.TypeError, "array item must be unicode character")
				}
				r, _ := utf8.DecodeRuneInString(s)
				le.PutUint32(b, uint32(r))
				return nil
			}}
	}
}

func integer(code string, size int, signed bool) {
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(size*8))
	if signed {
		high.Rsh(high, 1)
		low.Neg(high)
	}
	high.Sub(high, big.NewInt(1))
	kinds[code] = &kind{code: code, size: size,
		get: func(b []byte) value {
			var u [8]byte
			copy(u[:], b[:size])
			n := le.Uint64(u[:])
			if !signed {
				return starlark.MakeUint64(n)
			}
			shift := 64 - 8*size
			return starlark.MakeInt64(int64(n<<shift) >> shift)
		},
		put: func(t *thread, b []byte, v value) error {
			if _, isFloat := object.Base(v).(starlark.Float); isFloat {
				return object.Raise(object.TypeError, "'float' object cannot be interpreted as an integer")
			}
			i, err := object.Index(t, v)
			if err != nil {
				return err
			}
			n := i.BigInt()
			if n.Cmp(low) < 0 || n.Cmp(high) > 0 {
				return outOfRange(code, n, low)
			}
			var u [8]byte
			if n.Sign() < 0 {
				le.PutUint64(u[:], uint64(n.Int64()))
			} else {
				le.PutUint64(u[:], n.Uint64())
			}
			copy(b[:size], u[:])
			return nil
		}}
}

func outOfRange(code string, n, low *big.Int) error {
	word := "greater than maximum"
	if n.Cmp(low) < 0 {
		word = "less than minimum"
	}
	switch code {
	case "q":
		return object.Raise(object.OverflowError, "int too big to convert")
	case "I":
		if n.Sign() < 0 {
			return object.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		}
		return object.Raise(object.OverflowError, "unsigned int is greater than maximum")
	case "b", "B", "h", "i", "H":
		if code == "i" && !n.IsInt64() {
			return object.Raise(object.OverflowError, "Python int too large to convert to C long")
		}
		return object.Raise(object.OverflowError, "%s is %s", names[code], word)
	case "L", "Q":
		if n.Sign() < 0 {
			return object.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		}
		if code == "Q" {
			return object.Raise(object.OverflowError, "int too big to convert")
		}
		return object.Raise(object.OverflowError, "Python int too large to convert to C unsigned long")
	}
	return object.Raise(object.OverflowError, "Python int too large to convert to C long")
}
