package text_test

import (
	"errors"
	"fmt"

	"starpool/builtins/text"
)

func ExampleFormatFloat() {
	s, _ := text.FormatFloat(1234567.891, ",.2f", "float", text.Limits{})
	fmt.Println(s)
	_, err := text.FormatFloat(1, "q", "float", text.Limits{})
	var e *text.Error
	if errors.As(err, &e) {
		fmt.Println(e.Class, "-", e.Msg)
	}
	// Output:
	// 1,234,567.89
	// ValueError - Unknown format code 'q' for object of type 'float'
}

func ExampleSlice() {
	s := "日本語"
	step := -1
	lo, hi, by, _ := text.SliceIndices(text.Len(s), nil, nil, &step)
	fmt.Println(text.Slice(s, lo, hi, by))
	// Output: 語本日
}

func ExampleRepr() {
	fmt.Println(text.Repr("it's\n"))
	fmt.Println(text.ReprBytes("\x00é"))
	fmt.Println(text.ReprFloat(1e16), text.ReprFloat(100))
	// Output:
	// "it's\n"
	// b'\x00\xc3\xa9'
	// 1e+16 100.0
}

func ExampleFields() {
	for f, err := range text.Fields("{0!r:>{w}} and {name[key]}") {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%q %q %q %q\n", f.Literal, f.Name, f.Conv, f.Spec)
	}
	// Output:
	// "" "0" 'r' ">{w}"
	// " and " "name[key]" '\x00' ""
}

func ExampleDecoder() {
	d, _ := text.NewDecoder("utf-8", "strict")
	for _, piece := range []string{"caf\xc3", "\xa9\n"} {
		s, _ := d.Decode(piece, false)
		fmt.Printf("%q\n", s)
	}
	// Output:
	// "caf"
	// "é\n"
}
