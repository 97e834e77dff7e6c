package deflate

// This file defines the decoding of blocks. One step (a header, a symbol) is
// decoded as a whole: where the input ends within it, the bits read are put back
// and the step is tried again when there is more.

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// errShort says that the input ends within a step.
var errShort = errors.New("more input needed")

// A table decodes a canonical Huffman code: short codes by lookup, the longer
// ones by counting.
type table struct {
	fast   [1 << fastBits]uint16 // symbol<<4 | length; 0: longer or none
	counts [maxBits + 1]uint16
	syms   []uint16
	longer bool
}

const fastBits = 10

// make fills the table for code lengths. It returns how the lengths miss a
// complete code: negative if there are too many, positive if too few.
func (h *table) make(lens []uint8) int {
	h.counts = [maxBits + 1]uint16{}
	for _, n := range lens {
		h.counts[n]++
	}
	h.counts[0] = 0
	left := 1
	for n := 1; n <= maxBits; n++ {
		left = left<<1 - int(h.counts[n])
		if left < 0 {
			return left
		}
	}
	var at [maxBits + 2]uint16
	for n := 1; n <= maxBits; n++ {
		at[n+1] = at[n] + h.counts[n]
	}
	h.syms = h.syms[:0]
	for range at[maxBits+1] {
		h.syms = append(h.syms, 0)
	}
	for s, n := range lens {
		if n != 0 {
			h.syms[at[n]] = uint16(s)
			at[n]++
		}
	}
	h.fast = [1 << fastBits]uint16{}
	h.longer = false
	code, i := 0, 0
	for n := 1; n <= maxBits; n++ {
		for range h.counts[n] {
			if n <= fastBits {
				r := int(bits.Reverse16(uint16(code)) >> (16 - n))
				for k := r; k < 1<<fastBits; k += 1 << n {
					h.fast[k] = h.syms[i]<<4 | uint16(n)
				}
			} else {
				h.longer = true
			}
			code++
			i++
		}
		code <<= 1
	}
	return left
}

var fixedLit, fixedDist = fixedTables()

func fixedTables() (*table, *table) {
	var lens [288]uint8
	for i := range lens {
		switch {
		case i < 144:
			lens[i] = 8
		case i < 256:
			lens[i] = 9
		case i < 280:
			lens[i] = 7
		default:
			lens[i] = 8
		}
	}
	lit, dist := new(table), new(table)
	lit.make(lens[:])
	for i := range 32 {
		lens[i] = 5
	}
	dist.make(lens[:32])
	return lit, dist
}

// An inflater decodes raw data. Output goes to a window that holds the last 32
// KiB, and from there to the caller.
type inflater struct {
	in   []byte
	pos  int
	hold uint64
	n    uint // bits in hold

	out     []byte // what may still be copied from, then what is new
	limit   int    // the length that out may reach now
	maxDist int

	step      func(*inflater) error
	last      bool
	stored    int
	copyLen   int // of a match that is being copied
	copyDist  int
	lit, dist *table
	own       *[2]table
	done      bool
}

// fill buffers as much input as the bit buffer holds. Bits above n may be set
// already: they are those of the input that follows.
func (f *inflater) fill() {
	if f.pos+8 <= len(f.in) {
		f.hold |= binary.LittleEndian.Uint64(f.in[f.pos:]) << f.n
		f.pos += int(63-f.n) >> 3
		f.n |= 56
		return
	}
	for f.n <= 56 && f.pos < len(f.in) {
		f.hold |= uint64(f.in[f.pos]) << f.n
		f.pos++
		f.n += 8
	}
}

// need makes k bits available.
func (f *inflater) need(k uint) bool {
	if f.n < k {
		f.fill()
	}
	return f.n >= k
}

// giveBack returns the whole bytes in the bit buffer to the input.
func (f *inflater) giveBack() {
	f.pos -= int(f.n >> 3)
	f.n &= 7
	f.hold &= 1<<f.n - 1
}

func (f *inflater) take(k uint) uint {
	v := uint(f.hold) & (1<<k - 1)
	f.hold >>= k
	f.n -= k
	return v
}

// A place is what mark and back need to undo a step.
type place struct {
	pos  int
	hold uint64
	n    uint
}

func (f *inflater) mark() place  { return place{f.pos, f.hold, f.n} }
func (f *inflater) back(p place) { f.pos, f.hold, f.n = p.pos, p.hold, p.n }

func (f *inflater) symbol(h *table) (int, error) {
	if f.n < maxBits {
		f.fill()
	}
	if e := h.fast[f.hold&(1<<fastBits-1)]; e != 0 && uint(e&15) <= f.n {
		f.take(uint(e & 15))
		return int(e >> 4), nil
	}
	code, first, index := 0, 0, 0
	for k := uint(1); k <= maxBits; k++ {
		if k > f.n {
			return 0, errShort
		}
		code |= int(f.hold>>(k-1)) & 1
		count := int(h.counts[k])
		if code-count < first {
			f.take(k)
			return int(h.syms[index+code-first]), nil
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return 0, errBadCode
}

var errBadCode = errors.New("bad code")

func (f *inflater) blockHeader() error {
	if f.last {
		f.done = true
		return nil
	}
	if !f.need(3) {
		return errShort
	}
	switch v := f.take(3); v >> 1 {
	case 0:
		f.take(f.n & 7)
		f.last, f.step = v&1 == 1, (*inflater).storedHeader
	case 1:
		f.lit, f.dist = fixedLit, fixedDist
		f.last, f.step = v&1 == 1, (*inflater).codes
	case 2:
		f.last, f.step = v&1 == 1, (*inflater).dynamicHeader
	default:
		return dataError("invalid block type")
	}
	return nil
}

func (f *inflater) storedHeader() error {
	if !f.need(32) {
		return errShort
	}
	v := f.take(32)
	if v&0xffff != v>>16^0xffff {
		return dataError("invalid stored block lengths")
	}
	f.stored, f.step = int(v&0xffff), (*inflater).storedBytes
	return nil
}

// storedBytes copies what there is of a stored block.
func (f *inflater) storedBytes() error {
	f.giveBack()
	k := min(f.stored, len(f.in)-f.pos, f.limit-len(f.out))
	f.out = append(f.out, f.in[f.pos:f.pos+k]...)
	f.pos += k
	f.stored -= k
	if f.stored == 0 {
		f.step = (*inflater).blockHeader
	} else if f.pos == len(f.in) {
		return errShort
	}
	return nil
}

func (f *inflater) dynamicHeader() error {
	start := f.mark()
	err := f.trees()
	if err == errShort {
		f.back(start)
	}
	return err
}

// trees reads the code lengths of a block.
func (f *inflater) trees() error {
	if !f.need(14) {
		return errShort
	}
	nlit, ndist, nbl := int(f.take(5))+257, int(f.take(5))+1, int(f.take(4))+4
	if nlit > 286 || ndist > 30 {
		return dataError("too many length or distance symbols")
	}
	var lens [320]uint8
	for i := range nbl {
		if !f.need(3) {
			return errShort
		}
		lens[blOrder[i]] = uint8(f.take(3))
	}
	if f.own == nil {
		f.own = new([2]table)
	}
	bl := &f.own[0]
	if bl.make(lens[:blCodes]) != 0 {
		return dataError("invalid code lengths set")
	}
	lens = [320]uint8{}
	for i := 0; i < nlit+ndist; {
		s, err := f.symbol(bl)
		if err == errBadCode {
			return dataError("invalid code lengths set")
		} else if err != nil {
			return err
		}
		if s < 16 {
			lens[i] = uint8(s)
			i++
			continue
		}
		count, extra, v := 3, uint(2), uint8(0)
		switch s {
		case 16:
			if i == 0 {
				return dataError("invalid bit length repeat")
			}
			v = lens[i-1]
		case 17:
			extra = 3
		case 18:
			count, extra = 11, 7
		}
		if !f.need(extra) {
			return errShort
		}
		count += int(f.take(extra))
		if i+count > nlit+ndist {
			return dataError("invalid bit length repeat")
		}
		for range count {
			lens[i] = v
			i++
		}
	}
	if lens[endBlock] == 0 {
		return dataError("invalid code -- missing end-of-block")
	}
	f.lit, f.dist = &f.own[0], &f.own[1]
	distLens := lens[nlit : nlit+ndist]
	incomplete := func(left int, h *table) bool {
		codes := 0
		for _, n := range h.counts {
			codes += int(n)
		}
		return left < 0 || left > 0 && !(codes == 1 && h.counts[1] == 1)
	}
	if left := f.lit.make(lens[:nlit]); incomplete(left, f.lit) {
		return dataError("invalid literal/lengths set")
	}
	if left := f.dist.make(distLens); left < 0 || left > 0 && incomplete(left, f.dist) && !empty(distLens) {
		return dataError("invalid distances set")
	}
	f.step = (*inflater).codes
	return nil
}

func empty(lens []uint8) bool {
	for _, n := range lens {
		if n != 0 {
			return false
		}
	}
	return true
}

// codes decodes symbols until the block, the input or the room ends.
func (f *inflater) codes() error {
	for {
		f.copyMatch()
		if len(f.out) >= f.limit {
			return nil
		}
		start := f.mark()
		s, err := f.symbol(f.lit)
		if err != nil {
			if err == errBadCode {
				return dataError("invalid literal/length code")
			}
			f.back(start)
			return err
		}
		if s < 256 {
			f.out = append(f.out, byte(s))
			continue
		}
		if s == endBlock {
			f.step = (*inflater).blockHeader
			return nil
		}
		s -= 257
		if s >= lengths {
			return dataError("invalid literal/length code")
		}
		x := uint(extraLength[s])
		if !f.need(x) {
			f.back(start)
			return errShort
		}
		length := fixed.baseLength[s] + int(f.take(x)) + 3
		d, err := f.symbol(f.dist)
		if err != nil {
			if err == errBadCode {
				return dataError("invalid distance code")
			}
			f.back(start)
			return err
		}
		if d >= dCodes {
			return dataError("invalid distance code")
		}
		x = uint(extraDist[d])
		if !f.need(x) {
			f.back(start)
			return errShort
		}
		dist := fixed.baseDist[d] + int(f.take(x)) + 1
		if dist > len(f.out) || dist > f.maxDist {
			return dataError("invalid distance too far back")
		}
		f.copyLen, f.copyDist = length, dist
	}
}

// copyMatch copies as much of the match as there is room for.
func (f *inflater) copyMatch() {
	for f.copyLen > 0 && len(f.out) < f.limit { // a match may overlap what it makes
		from := len(f.out) - f.copyDist
		k := min(f.copyLen, f.copyDist, f.limit-len(f.out))
		f.out = append(f.out, f.out[from:from+k]...)
		f.copyLen -= k
	}
}

// run decodes until there are room new bytes, the input ends (errShort) or the
// data does (done).
func (f *inflater) run(room int) error {
	f.limit = len(f.out) + room
	for !f.done {
		if len(f.out) >= f.limit && (f.copyLen > 0 || f.stored > 0) {
			return nil
		}
		if f.step == nil {
			f.step = (*inflater).blockHeader
		}
		before, step := len(f.out), f.mark()
		if err := f.step(f); err != nil {
			return err
		}
		if len(f.out) >= f.limit && before == len(f.out) && step == f.mark() {
			return nil
		}
	}
	return nil
}
