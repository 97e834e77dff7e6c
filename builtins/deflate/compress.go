package deflate

// This file defines the Compressor: headers, flush modes, checksums.

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"slices"
)

// A Flush says how much of what was written must be in the output.
type Flush int

// The flush modes, with zlib's numbers.
const (
	NoFlush Flush = iota
	PartialFlush
	SyncFlush
	FullFlush
	Finish
	Block
)

// The strategies, with zlib's numbers.
const (
	DefaultStrategy = iota
	Filtered
	HuffmanOnly
	RLE
	Fixed
)

// ErrOption is the error of a level, window size, memory level or strategy that
// does not exist.
var ErrOption = errors.New("bad option")

// A Compressor turns bytes into one of the DEFLATE formats. It is not safe for
// concurrent use.
type Compressor struct {
	m        matcher
	format   format
	started  bool
	finished bool
	sum      uint32
	size     uint32
	dictSum  uint32
	hasDict  bool
}

type format uint8

const (
	formatRaw format = iota
	formatZlib
	formatGzip
	formatAny // zlib or gzip, by what comes: decompression only
)

// NewCompressor makes a compressor. level is 0 to 9, or -1 for 6; wbits is 9 to
// 15 for zlib's format, negative for raw data, plus 16 for gzip's; memLevel is 1
// to 9; dict, if not nil, is a preset dictionary.
func NewCompressor(lvl, wbits, memLevel, strategy int, dict []byte) (*Compressor, error) {
	c := &Compressor{format: formatZlib}
	switch {
	case wbits < 0:
		c.format, wbits = formatRaw, -wbits
	case wbits > 15:
		c.format, wbits = formatGzip, wbits-16
	}
	if lvl == -1 {
		lvl = 6
	}
	if wbits < 8 || wbits > 15 || lvl < 0 || lvl > 9 || memLevel < 1 || memLevel > 9 || strategy < 0 || strategy > Fixed || wbits == 8 && c.format != formatZlib {
		return nil, ErrOption
	}
	wbits = max(wbits, 9)
	m := &c.m
	m.wsize = 1 << wbits
	m.window = make([]byte, max(2*m.wsize, 1<<17*bool2int(lvl == 0)))
	hashBits := memLevel + 7
	m.hashMask, m.hashShift = 1<<hashBits-1, uint(hashBits+minMatch-1)/minMatch
	m.head, m.prev = make([]uint16, 1<<hashBits), make([]uint16, m.wsize)
	m.levelNo, m.strategy, m.conf = lvl, strategy, levels[lvl]
	m.symEnd = 1<<(memLevel+6) - 1
	m.onlyFixed = strategy == Fixed
	m.matchLen, m.prevLength = minMatch-1, minMatch-1
	if !m.conf.slow {
		m.matchLen = 0
	}
	m.startBlock()
	c.sum = 0
	if c.format == formatZlib {
		c.sum = 1
	}
	if dict != nil && c.format != formatGzip {
		c.hasDict, c.dictSum = true, adler32.Checksum(dict)
		if len(dict) > m.wsize && lvl > 0 {
			dict = dict[len(dict)-m.wsize:]
		}
		m.preset(dict)
	}
	return c, nil
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}

// preset enters a dictionary as if it had been coded.
func (m *matcher) preset(dict []byte) {
	if m.levelNo == 0 {
		return
	}
	m.input = dict
	m.fill()
	for m.ahead >= minMatch {
		for n := m.ahead - (minMatch - 1); n > 0; n-- {
			m.chain(m.start)
			m.start++
		}
		m.ahead = minMatch - 1
		m.fill()
	}
	m.start += m.ahead
	m.blockStart = m.start
	m.insert = m.ahead
	m.ahead = 0
}

// Write codes p and returns what can be given out, for which it uses out's
// storage. After Finish nothing may follow. A cancelled ctx ends it.
func (c *Compressor) Write(ctx context.Context, out, p []byte, flush Flush) ([]byte, error) {
	c.m.out = out
	if !c.started {
		c.started = true
		c.header()
	}
	c.m.ctx = ctx
	c.piece(p, flush)
	if flush == Finish && !c.finished {
		c.finished = true
		c.trailer()
	}
	out = c.m.out
	c.m.out, c.m.ctx = nil, nil
	return out, ctx.Err()
}

func (c *Compressor) piece(p []byte, flush Flush) {
	m := &c.m
	switch c.format {
	case formatZlib:
		c.sum = adlerUpdate(c.sum, p)
	case formatGzip:
		c.sum = crc32.Update(c.sum, crc32.IEEETable, p)
	}
	c.size += uint32(len(p))
	m.input = p
	m.deflate(flush)
	m.input = nil
	switch flush {
	case PartialFlush:
		m.emptyFixed()
	case SyncFlush, FullFlush:
		m.storedBlock(nil, false)
		if flush == FullFlush {
			clear(m.head)
			if m.ahead == 0 {
				m.start, m.blockStart, m.insert = 0, 0, 0
			}
		}
	}
}

func (c *Compressor) header() {
	m := &c.m
	switch c.format {
	case formatZlib:
		flags := 3
		switch {
		case m.strategy >= HuffmanOnly || m.levelNo < 2:
			flags = 0
		case m.levelNo < 6:
			flags = 1
		case m.levelNo == 6:
			flags = 2
		}
		wbits := 0
		for 1<<wbits < m.wsize {
			wbits++
		}
		h := (8+(wbits-8)<<4)<<8 | flags<<6
		if c.hasDict {
			h |= 0x20
		}
		h += 31 - h%31
		m.out = append(m.out, byte(h>>8), byte(h))
		if c.hasDict {
			m.out = binary.BigEndian.AppendUint32(m.out, c.dictSum)
		}
	case formatGzip:
		xfl := byte(0)
		if m.levelNo == 9 {
			xfl = 2
		} else if m.strategy >= HuffmanOnly || m.levelNo < 2 {
			xfl = 4
		}
		m.out = append(m.out, 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, xfl, 3)
	}
}

func (c *Compressor) trailer() {
	switch c.format {
	case formatZlib:
		c.m.out = binary.BigEndian.AppendUint32(c.m.out, c.sum)
	case formatGzip:
		c.m.out = binary.LittleEndian.AppendUint32(c.m.out, c.sum)
		c.m.out = binary.LittleEndian.AppendUint32(c.m.out, c.size)
	}
}

// Finished reports whether the stream was ended.
func (c *Compressor) Finished() bool { return c.finished }

// Clone returns a compressor that goes on from where c is.
func (c *Compressor) Clone() *Compressor {
	d := *c
	d.m.window, d.m.head, d.m.prev = slices.Clone(c.m.window), slices.Clone(c.m.head), slices.Clone(c.m.prev)
	d.m.syms = slices.Clone(c.m.syms)
	return &d
}

// adlerUpdate continues an Adler-32 sum.
func adlerUpdate(sum uint32, p []byte) uint32 {
	const mod = 65521
	a, b := sum&0xffff, sum>>16
	for len(p) > 0 {
		n := min(len(p), 5552) // the most that cannot overflow b
		for _, x := range p[:n] {
			a += uint32(x)
			b += a
		}
		a %= mod
		b %= mod
		p = p[n:]
	}
	return b<<16 | a
}

// Adler32 continues an Adler-32 sum, which starts with 1.
func Adler32(sum uint32, p []byte) uint32 { return adlerUpdate(sum, p) }
