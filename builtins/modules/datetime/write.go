package datetime

// This file defines strftime of the usual directives; a format with others is left
// to the module's script.

import (
	"fmt"
	"strconv"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var (
	monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	dayNames   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

// writeFormat returns the text of a date or datetime by a format, or None.
func writeFormat(t *thread, a args) (value, error) {
	m, ok := momentOf(a[0])
	format, ok2 := object.Text(a[1])
	if !ok || !ok2 {
		return starlark.None, nil
	}
	b := make([]byte, 0, len(format)*2)
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b = append(b, format[i])
			continue
		}
		i++
		switch format[i] {
		case 'Y':
			b = strconv.AppendInt(b, int64(m.year), 10)
		case 'y':
			b = twoDigits(b, m.year%100)
		case 'm':
			b = twoDigits(b, m.month)
		case 'd':
			b = twoDigits(b, m.day)
		case 'H':
			b = twoDigits(b, m.hour)
		case 'I':
			b = twoDigits(b, (m.hour+11)%12+1)
		case 'M':
			b = twoDigits(b, m.minute)
		case 'S':
			b = twoDigits(b, m.second)
		case 'f':
			b = fmt.Appendf(b, "%06d", m.micro)
		case 'j':
			b = fmt.Appendf(b, "%03d", m.ordinal()-ordinal(m.year, 1, 1)+1)
		case 'p':
			if m.hour < 12 {
				b = append(b, "AM"...)
			} else {
				b = append(b, "PM"...)
			}
		case 'b':
			b = append(b, monthNames[m.month][:3]...)
		case 'B':
			b = append(b, monthNames[m.month]...)
		case 'a':
			b = append(b, dayNames[(m.ordinal()+6)%7][:3]...)
		case 'A':
			b = append(b, dayNames[(m.ordinal()+6)%7]...)
		case '%':
			b = append(b, '%')
		default:
			return starlark.None, nil
		}
	}
	return starlark.String(b), nil
}
