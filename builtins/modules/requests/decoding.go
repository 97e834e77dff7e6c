package requests

// This file defines _decode_stream: text out of bytes that come in pieces.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// decodeStream makes a generator of the text of an iterable of bytes.
func decodeStream(t *thread, chunks value, encoding string) (value, error) {
	d, err := text.NewDecoder(encoding, "replace")
	if err != nil {
		return nil, object.TextError(err)
	}
	it, err := object.Iter(t, chunks)
	if err != nil {
		return nil, err
	}
	over := false
	return object.NewGoGenerator("stream_decode_response_unicode", func(t *thread) (value, error) {
		for !over {
			v, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			piece := ""
			if v == nil {
				over = true
			} else {
				piece, _ = types.BytesLike(v)
			}
			s, err := d.Decode(piece, over)
			if err != nil {
				return nil, object.TextError(err)
			}
			if s != "" {
				return starlark.String(s), nil
			}
		}
		return nil, nil
	}, nil), nil
}
