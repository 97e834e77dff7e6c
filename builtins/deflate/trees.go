package deflate

// This file defines the coding of blocks: Huffman trees made of counts, their
// transmission, and the choice among stored, fixed and dynamic blocks. The
// rules (ties in the heap, limits on lengths) are those of RFC 1951 as zlib
// applies them.

const (
	maxBits   = 15
	literals  = 256
	endBlock  = 256
	lengths   = 29
	lCodes    = literals + 1 + lengths
	dCodes    = 30
	blCodes   = 19
	heapSize  = 2*lCodes + 1
	rep3To6   = 16
	repZ3To10 = 17
	repZ11    = 18
)

var (
	extraLength = [lengths]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	extraDist   = [dCodes]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	extraBl     = [blCodes]uint8{16: 2, 17: 3, 18: 7}
	blOrder     = [blCodes]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// tables are what follows from the format alone.
type tables struct {
	lit        [lCodes + 2]node
	dist       [dCodes]node
	lengthCode [256]uint8
	baseLength [lengths]int
	distCode   [512]uint8
	baseDist   [dCodes]int
}

var fixed = makeTables()

func makeTables() *tables {
	s := new(tables)
	length := 0
	for code := range lengths - 1 {
		s.baseLength[code] = length
		for range 1 << extraLength[code] {
			s.lengthCode[length] = uint8(code)
			length++
		}
	}
	// Length 258 has a code of its own, without extra bits.
	s.lengthCode[255], s.baseLength[lengths-1] = lengths-1, 255
	dist := 0
	for code := range 16 {
		s.baseDist[code] = dist
		for range 1 << extraDist[code] {
			s.distCode[dist] = uint8(code)
			dist++
		}
	}
	dist >>= 7
	for code := 16; code < dCodes; code++ {
		s.baseDist[code] = dist << 7
		for range 1 << (extraDist[code] - 7) {
			s.distCode[256+dist] = uint8(code)
			dist++
		}
	}
	var counts [maxBits + 1]int
	for i := range s.lit {
		n := 8
		switch {
		case i >= 144 && i < 256:
			n = 9
		case i >= 256 && i < 280:
			n = 7
		}
		s.lit[i].len = uint16(n)
		counts[n]++
	}
	assignCodes(s.lit[:], &counts)
	for i := range s.dist {
		s.dist[i] = node{code: reverse(uint16(i), 5), len: 5}
	}
	return s
}

// distSymbol returns the code of a distance less one.
func distSymbol(d int) int {
	if d < 256 {
		return int(fixed.distCode[d])
	}
	return int(fixed.distCode[256+d>>7])
}

// A node is an entry of a tree: first its count, then its code; and first the
// parent, then the length.
type node struct{ code, len uint16 }

func reverse(code uint16, n int) uint16 {
	r := uint16(0)
	for range n {
		r = r<<1 | code&1
		code >>= 1
	}
	return r
}

func assignCodes(tree []node, counts *[maxBits + 1]int) {
	var next [maxBits + 1]uint16
	code := 0
	for n := 1; n <= maxBits; n++ {
		code = (code + counts[n-1]) << 1
		next[n] = uint16(code)
	}
	for i := range tree {
		if n := tree[i].len; n != 0 {
			tree[i].code = reverse(next[n], int(n))
			next[n]++
		}
	}
}

// A builder makes one tree at a time.
type builder struct {
	heap  [heapSize]int
	size  int // of the heap; the sorted nodes grow down from the end
	max   int
	depth [heapSize]uint8
}

func (h *builder) smaller(tree []node, n, m int) bool {
	return tree[n].code < tree[m].code || tree[n].code == tree[m].code && h.depth[n] <= h.depth[m]
}

func (h *builder) sift(tree []node, k int) {
	v := h.heap[k]
	for j := k << 1; j <= h.size; j <<= 1 {
		if j < h.size && h.smaller(tree, h.heap[j+1], h.heap[j]) {
			j++
		}
		if h.smaller(tree, v, h.heap[j]) {
			break
		}
		h.heap[k] = h.heap[j]
		k = j
	}
	h.heap[k] = v
}

// build turns the counts of tree into lengths and codes. It returns the largest
// symbol in use and adds to the lengths of the block.
func (h *builder) build(tree []node, elems int, static []node, extra []uint8, base, limit int, optLen, staticLen *int) int {
	maxCode := -1
	h.size, h.max = 0, heapSize
	for n := range elems {
		if tree[n].code != 0 {
			h.size++
			h.heap[h.size] = n
			maxCode = n
			h.depth[n] = 0
		} else {
			tree[n].len = 0
		}
	}
	// The format needs two codes at least, even if unused.
	for h.size < 2 {
		n := 0
		if maxCode < 2 {
			maxCode++
			n = maxCode
		}
		h.size++
		h.heap[h.size] = n
		tree[n].code = 1
		h.depth[n] = 0
		*optLen--
		if static != nil {
			*staticLen -= int(static[n].len)
		}
	}
	for n := h.size / 2; n >= 1; n-- {
		h.sift(tree, n)
	}
	next := elems
	for {
		n := h.heap[1]
		h.heap[1] = h.heap[h.size]
		h.size--
		h.sift(tree, 1)
		m := h.heap[1]
		h.max--
		h.heap[h.max] = n
		h.max--
		h.heap[h.max] = m
		tree[next].code = tree[n].code + tree[m].code
		h.depth[next] = max(h.depth[n], h.depth[m]) + 1
		tree[n].len, tree[m].len = uint16(next), uint16(next)
		h.heap[1] = next
		next++
		h.sift(tree, 1)
		if h.size < 2 {
			break
		}
	}
	h.max--
	h.heap[h.max] = h.heap[1]
	var counts [maxBits + 1]int
	h.lengthsOf(tree, maxCode, static, extra, base, limit, &counts, optLen, staticLen)
	assignCodes(tree[:maxCode+1], &counts)
	return maxCode
}

func (h *builder) lengthsOf(tree []node, maxCode int, static []node, extra []uint8, base, limit int, counts *[maxBits + 1]int, optLen, staticLen *int) {
	tree[h.heap[h.max]].len = 0 // the root
	overflow := 0
	at := h.max + 1
	for ; at < heapSize; at++ {
		n := h.heap[at]
		bits := int(tree[tree[n].len].len) + 1
		if bits > limit {
			bits = limit
			overflow++
		}
		tree[n].len = uint16(bits)
		if n > maxCode {
			continue // not a leaf
		}
		counts[bits]++
		x := 0
		if n >= base {
			x = int(extra[n-base])
		}
		f := int(tree[n].code)
		*optLen += f * (bits + x)
		if static != nil {
			*staticLen += f * (int(static[n].len) + x)
		}
	}
	if overflow == 0 {
		return
	}
	// Move leaves down until the lengths fit, then give them out again.
	for ; overflow > 0; overflow -= 2 {
		bits := limit - 1
		for counts[bits] == 0 {
			bits--
		}
		counts[bits]--
		counts[bits+1] += 2
		counts[limit]--
	}
	for bits := limit; bits != 0; bits-- {
		for n := counts[bits]; n != 0; {
			at--
			m := h.heap[at]
			if m > maxCode {
				continue
			}
			if int(tree[m].len) != bits {
				*optLen += (bits - int(tree[m].len)) * int(tree[m].code)
				tree[m].len = uint16(bits)
			}
			n--
		}
	}
}

// A coder collects the symbols of a block and writes blocks.
type coder struct {
	out   []byte
	hold  uint64
	nbits uint

	syms   []uint32 // distance<<8 | literal or length-3
	symEnd int
	lit    [heapSize]node
	dist   [2*dCodes + 1]node
	bl     [2*blCodes + 1]node

	optLen, staticLen int
	onlyFixed         bool
	tree              builder
}

func (c *coder) startBlock() {
	for i := range lCodes {
		c.lit[i].code = 0
	}
	for i := range dCodes {
		c.dist[i].code = 0
	}
	for i := range blCodes {
		c.bl[i].code = 0
	}
	c.lit[endBlock].code = 1
	c.optLen, c.staticLen = 0, 0
	c.syms = c.syms[:0]
}

func (c *coder) bits(v uint, n uint) {
	c.hold |= uint64(v) << c.nbits
	c.nbits += n
	for c.nbits >= 8 {
		c.out = append(c.out, byte(c.hold))
		c.hold >>= 8
		c.nbits -= 8
	}
}

func (c *coder) align() {
	if c.nbits > 0 {
		c.out = append(c.out, byte(c.hold))
	}
	c.hold, c.nbits = 0, 0
}

// literal and match note a symbol and report whether the block is full.
func (c *coder) literal(b byte) bool {
	c.syms = append(c.syms, uint32(b))
	c.lit[b].code++
	return len(c.syms) == c.symEnd
}

func (c *coder) match(length, dist int) bool {
	c.syms = append(c.syms, uint32(dist)<<8|uint32(length-3))
	c.lit[int(fixed.lengthCode[length-3])+literals+1].code++
	c.dist[distSymbol(dist-1)].code++
	return len(c.syms) == c.symEnd
}

// runs calls emit for the run lengths of a tree's code lengths.
func runs(tree []node, maxCode int, emit func(symbol, extra int, bits uint)) {
	prev, count := -1, 0
	next := int(tree[0].len)
	most, least := 7, 4
	if next == 0 {
		most, least = 138, 3
	}
	for n := 0; n <= maxCode; n++ {
		cur := next
		if n < maxCode {
			next = int(tree[n+1].len)
		} else {
			next = -1
		}
		count++
		if count < most && cur == next {
			continue
		}
		switch {
		case count < least:
			for range count {
				emit(cur, 0, 0)
			}
		case cur != 0:
			if cur != prev {
				emit(cur, 0, 0)
				count--
			}
			emit(rep3To6, count-3, 2)
		case count <= 10:
			emit(repZ3To10, count-3, 3)
		default:
			emit(repZ11, count-11, 7)
		}
		count, prev = 0, cur
		switch {
		case next == 0:
			most, least = 138, 3
		case cur == next:
			most, least = 6, 3
		default:
			most, least = 7, 4
		}
	}
}

func bit(last bool) uint {
	if last {
		return 1
	}
	return 0
}

// storedBlock writes data as it is.
func (c *coder) storedBlock(data []byte, last bool) {
	c.bits(bit(last), 3)
	c.align()
	n := len(data)
	c.out = append(c.out, byte(n), byte(n>>8), byte(^n), byte(^n>>8))
	c.out = append(c.out, data...)
}

// emptyFixed is the shortest block: it aligns a partial flush.
func (c *coder) emptyFixed() {
	c.bits(1<<1, 3)
	c.bits(0, 7)
}

// flushBlock writes the symbols collected as the shortest kind of block. data is
// what they stand for, or nil if it is gone; stored is its length.
func (c *coder) flushBlock(data []byte, stored int, level int, last bool) {
	optBytes, staticBytes, maxBl := 0, 0, 0
	maxLit, maxDist := 0, 0
	if level > 0 {
		maxLit = c.tree.build(c.lit[:], lCodes, fixed.lit[:], extraLength[:], literals+1, maxBits, &c.optLen, &c.staticLen)
		maxDist = c.tree.build(c.dist[:], dCodes, fixed.dist[:], extraDist[:], 0, maxBits, &c.optLen, &c.staticLen)
		count := func(symbol, _ int, _ uint) { c.bl[symbol].code++ }
		runs(c.lit[:], maxLit, count)
		runs(c.dist[:], maxDist, count)
		c.tree.build(c.bl[:], blCodes, nil, extraBl[:], 0, 7, &c.optLen, &c.staticLen)
		for maxBl = blCodes - 1; maxBl >= 3 && c.bl[blOrder[maxBl]].len == 0; maxBl-- {
		}
		c.optLen += 3*(maxBl+1) + 5 + 5 + 4
		optBytes = (c.optLen + 3 + 7) >> 3
		staticBytes = (c.staticLen + 3 + 7) >> 3
		if staticBytes <= optBytes || c.onlyFixed {
			optBytes = staticBytes
		}
	} else {
		optBytes = stored + 5
		staticBytes = optBytes
	}
	switch {
	case stored+4 <= optBytes && data != nil:
		c.storedBlock(data, last)
	case staticBytes == optBytes:
		c.bits(1<<1|bit(last), 3)
		c.symbols(fixed.lit[:], fixed.dist[:])
	default:
		c.bits(2<<1|bit(last), 3)
		c.bits(uint(maxLit+1-257), 5)
		c.bits(uint(maxDist), 5)
		c.bits(uint(maxBl+1-4), 4)
		for i := 0; i <= maxBl; i++ {
			c.bits(uint(c.bl[blOrder[i]].len), 3)
		}
		send := func(symbol, extra int, bits uint) {
			c.bits(uint(c.bl[symbol].code), uint(c.bl[symbol].len))
			c.bits(uint(extra), bits)
		}
		runs(c.lit[:], maxLit, send)
		runs(c.dist[:], maxDist, send)
		c.symbols(c.lit[:], c.dist[:])
	}
	c.startBlock()
	if last {
		c.align()
	}
}

func (c *coder) symbols(lit, dist []node) {
	for _, s := range c.syms {
		d, v := int(s>>8), int(s&0xff)
		if d == 0 {
			c.bits(uint(lit[v].code), uint(lit[v].len))
			continue
		}
		code := int(fixed.lengthCode[v])
		x := lit[code+literals+1]
		c.bits(uint(x.code), uint(x.len))
		c.bits(uint(v-fixed.baseLength[code]), uint(extraLength[code]))
		d--
		code = distSymbol(d)
		c.bits(uint(dist[code].code), uint(dist[code].len))
		c.bits(uint(d-fixed.baseDist[code]), uint(extraDist[code]))
	}
	c.bits(uint(lit[endBlock].code), uint(lit[endBlock].len))
}
