package deflate

// This file defines the Decompressor: headers, checksums, limits.

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"slices"
)

// A DataError says what is wrong with compressed data, in zlib's words.
type DataError struct{ Msg string }

func (e *DataError) Error() string { return e.Msg }

func dataError(msg string) error { return &DataError{msg} }

// ErrDict is the error of data that needs a preset dictionary.
var ErrDict = errors.New("need dictionary")

const windowSize = 1 << 15

// A Decompressor undoes a Compressor. It is not safe for concurrent use.
type Decompressor struct {
	f       inflater
	format  format
	maxBits int
	state   part
	pending []byte // input of a step that is not complete
	dict    []byte
	sum     uint32
	size    uint32
	total   int64
	err     error
}

type part uint8

const (
	partHead part = iota
	partBody
	partTail
	partEnd
)

// NewDecompressor makes a decompressor. wbits is 8 to 15 (or 0: as the data says)
// for zlib's format, negative for raw data, plus 16 for gzip's, plus 32 for
// either. dict, if not nil, is a preset dictionary.
func NewDecompressor(wbits int, dict []byte) (*Decompressor, error) {
	d := &Decompressor{format: formatZlib, dict: dict}
	switch {
	case wbits < 0:
		d.format, wbits = formatRaw, -wbits
	case wbits >= 48:
		return nil, ErrOption
	case wbits >= 32:
		d.format, wbits = formatAny, wbits-32
	case wbits >= 16:
		d.format, wbits = formatGzip, wbits-16
	}
	if wbits > 15 || wbits < 8 && (wbits != 0 || d.format == formatRaw) {
		return nil, ErrOption
	}
	d.maxBits = wbits
	if wbits == 0 {
		d.maxBits = 15
	}
	d.f.maxDist = 1 << d.maxBits
	if d.format == formatRaw {
		d.state = partBody
		if dict != nil {
			d.preset()
		}
	}
	return d, nil
}

func (d *Decompressor) preset() {
	d.f.out = append(d.f.out[:0], d.dict[max(0, len(d.dict)-windowSize):]...)
}

// Finished reports whether the end of the data was seen.
func (d *Decompressor) Finished() bool { return d.state == partEnd }

// Total returns how many bytes came out so far.
func (d *Decompressor) Total() int64 { return d.total }

// Read decodes p until limit bytes came out, or p or the data ends. It appends
// the result to out and returns the part of p that it did not use: where the
// data ended, what follows it. The error is a *DataError, ErrDict, or ctx's.
func (d *Decompressor) Read(ctx context.Context, out, p []byte, limit int) (result, rest []byte, err error) {
	if d.err != nil {
		return out, p, d.err
	}
	if d.state == partEnd {
		return out, p, nil
	}
	f := &d.f
	carried := len(d.pending)
	f.in = p
	if carried > 0 {
		f.in = append(d.pending[:carried:carried], p...)
	}
	f.pos = 0
	d.pending = nil
	out, err = d.run(ctx, out, limit)
	f.giveBack()
	rest = f.in[f.pos:]
	if err == errShort {
		d.pending, rest, err = slices.Clone(rest), nil, nil
	} else if d.state != partEnd && f.pos < carried && err == nil {
		d.pending, rest = slices.Clone(f.in[f.pos:carried]), f.in[carried:]
	}
	f.in, f.pos = nil, 0
	if err != nil && err != ctx.Err() && err != ErrDict {
		d.err = err
	}
	return out, rest, err
}

func (d *Decompressor) run(ctx context.Context, out []byte, limit int) ([]byte, error) {
	f := &d.f
	for {
		switch d.state {
		case partHead:
			if err := d.header(); err != nil {
				return out, err
			}
			d.state = partBody
		case partBody:
			if err := ctx.Err(); err != nil {
				return out, err
			}
			if len(f.out) > 4*windowSize {
				f.out = f.out[:copy(f.out, f.out[len(f.out)-windowSize:])]
			}
			before := len(f.out)
			err := f.run(min(limit, 1<<18))
			fresh := f.out[before:]
			out = append(out, fresh...)
			limit -= len(fresh)
			d.total += int64(len(fresh))
			d.size += uint32(len(fresh))
			switch d.format {
			case formatZlib:
				d.sum = adlerUpdate(d.sum, fresh)
			case formatGzip:
				d.sum = crc32.Update(d.sum, crc32.IEEETable, fresh)
			}
			if err != nil {
				return out, err
			}
			if f.done {
				f.giveBack()
				f.hold, f.n = 0, 0
				d.state = partTail
			} else if limit <= 0 {
				return out, nil
			}
		case partTail:
			return out, d.trailer()
		case partEnd:
			return out, nil
		}
	}
}

// bytes returns the next n bytes of a header or trailer, or nil.
func (f *inflater) bytes(n int) []byte {
	if f.pos+n > len(f.in) {
		return nil
	}
	b := f.in[f.pos : f.pos+n]
	f.pos += n
	return b
}

func (d *Decompressor) header() error {
	f := &d.f
	start := f.pos
	h := f.bytes(2)
	if h == nil {
		return errShort
	}
	if h[0] == 0x1f && h[1] == 0x8b && (d.format == formatGzip || d.format == formatAny) {
		err := d.gzipHeader(start)
		if err == errShort {
			f.pos = start
		} else if err == nil {
			d.format = formatGzip
		}
		return err
	}
	v := int(h[0])<<8 | int(h[1])
	switch {
	case d.format == formatGzip || v%31 != 0:
		return dataError("incorrect header check")
	case h[0]&15 != 8:
		return dataError("unknown compression method")
	case int(h[0]>>4)+8 > d.maxBits:
		return dataError("invalid window size")
	}
	d.format, d.sum = formatZlib, 1
	if v&0x20 != 0 {
		id := f.bytes(4)
		if id == nil {
			f.pos = start
			return errShort
		}
		if d.dict == nil {
			f.pos = start
			return ErrDict
		}
		if adler32.Checksum(d.dict) != binary.BigEndian.Uint32(id) {
			return dataError("")
		}
		d.preset()
	}
	return nil
}

func (d *Decompressor) gzipHeader(start int) error {
	f := &d.f
	h := f.bytes(8)
	if h == nil {
		return errShort
	}
	if h[0] != 8 {
		return dataError("unknown compression method")
	}
	flags := h[1]
	if flags&0xe0 != 0 {
		return dataError("unknown header flags set")
	}
	if flags&4 != 0 {
		n := f.bytes(2)
		if n == nil || f.bytes(int(binary.LittleEndian.Uint16(n))) == nil {
			return errShort
		}
	}
	for _, name := range []byte{8, 16} {
		if flags&name == 0 {
			continue
		}
		n := slices.Index(f.in[f.pos:], 0)
		if n < 0 {
			return errShort
		}
		f.pos += n + 1
	}
	if flags&2 != 0 {
		sum := crc32.ChecksumIEEE(f.in[start:f.pos])
		b := f.bytes(2)
		if b == nil {
			return errShort
		}
		if binary.LittleEndian.Uint16(b) != uint16(sum) {
			return dataError("header crc mismatch")
		}
	}
	return nil
}

func (d *Decompressor) trailer() error {
	f := &d.f
	switch d.format {
	case formatZlib:
		b := f.bytes(4)
		if b == nil {
			return errShort
		}
		if binary.BigEndian.Uint32(b) != d.sum {
			return dataError("incorrect data check")
		}
	case formatGzip:
		b := f.bytes(8)
		if b == nil {
			return errShort
		}
		if binary.LittleEndian.Uint32(b) != d.sum {
			return dataError("incorrect data check")
		}
		if binary.LittleEndian.Uint32(b[4:]) != d.size {
			return dataError("incorrect length check")
		}
	}
	d.state = partEnd
	return nil
}

// Clone returns a decompressor that goes on from where d is.
func (d *Decompressor) Clone() *Decompressor {
	c := *d
	c.f.out = slices.Clone(d.f.out)
	c.pending = slices.Clone(d.pending)
	if f := &c.f; d.f.own != nil {
		own := *d.f.own
		own[0].syms, own[1].syms = slices.Clone(own[0].syms), slices.Clone(own[1].syms)
		f.own = &own
		if d.f.lit == &d.f.own[0] {
			f.lit, f.dist = &own[0], &own[1]
		}
	}
	return &c
}
