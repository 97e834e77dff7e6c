package codec

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// Inert reads a message without finding anything by name or running anything:
// what bad bytes can do to the reader itself.
func Inert(t *object.Thread, b []byte) (starlark.Value, error) {
	d := &Decoder{t: t, link: NewLink(false), inert: true, reader: reader{b: b}}
	return d.run()
}
