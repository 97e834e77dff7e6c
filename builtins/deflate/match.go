package deflate

// This file defines the search for matches: the sliding window, the chains of
// equal hashes, and the strategies of the levels.

import "context"

const (
	minMatch     = 3
	maxMatch     = 258
	minLookahead = maxMatch + minMatch + 1
	tooFar       = 4096
)

// A level says how long chains are followed.
type level struct {
	good, lazy, nice, chain int
	slow                    bool
}

var levels = [10]level{
	{}, {4, 4, 8, 4, false}, {4, 5, 16, 8, false}, {4, 6, 32, 32, false},
	{4, 4, 16, 16, true}, {8, 16, 32, 32, true}, {8, 16, 128, 128, true},
	{8, 32, 128, 256, true}, {32, 128, 258, 1024, true}, {32, 258, 258, 4096, true},
}

// A matcher is the window over the input. Positions are offsets into window;
// position 0 is never matched, as 0 ends a chain.
type matcher struct {
	coder
	window     []byte
	wsize      int
	head, prev []uint16
	hashMask   uint
	hashShift  uint

	ctx        context.Context
	input      []byte // not yet in the window
	start      int    // the next byte to code
	ahead      int    // how many bytes from start are known
	blockStart int
	insert     int // bytes before start that no chain has yet
	prevLength int
	pending    bool // the byte before start has not been coded yet
	matchLen   int
	matchStart int
	conf       level
	levelNo    int
	strategy   int
}

func (m *matcher) maxDist() int { return m.wsize - minLookahead }

func (m *matcher) hash(at int) uint {
	w := m.window[at : at+3]
	return (uint(w[0])<<(2*m.hashShift) ^ uint(w[1])<<m.hashShift ^ uint(w[2])) & m.hashMask
}

// chain enters the string at a position and returns the last one before it with
// its hash, or 0.
func (m *matcher) chain(at int) int {
	h := m.hash(at)
	old := m.head[h]
	m.prev[at&(m.wsize-1)] = old
	m.head[h] = uint16(at)
	return int(old)
}

// fill moves input into the window.
func (m *matcher) fill() {
	for {
		more := len(m.window) - m.ahead - m.start
		if m.start >= m.wsize+m.maxDist() {
			copy(m.window, m.window[m.wsize:])
			m.matchStart -= m.wsize
			m.start -= m.wsize
			m.blockStart -= m.wsize
			m.insert = min(m.insert, m.start)
			for _, chain := range [][]uint16{m.head, m.prev} {
				for i, p := range chain {
					chain[i] = uint16(max(int(p)-m.wsize, 0))
				}
			}
			more += m.wsize
		}
		if m.ctx != nil && m.ctx.Err() != nil {
			m.input = nil
		}
		if len(m.input) == 0 {
			return
		}
		n := copy(m.window[m.start+m.ahead:][:more], m.input)
		m.input = m.input[n:]
		m.ahead += n
		if m.ahead+m.insert >= minMatch {
			for at := m.start - m.insert; m.insert > 0; at++ {
				m.chain(at)
				m.insert--
				if m.ahead+m.insert < minMatch {
					break
				}
			}
		}
		if m.ahead >= minLookahead || len(m.input) == 0 {
			return
		}
	}
}

// longest returns the length of the longest match for the string at start among
// a chain that begins at cur, and leaves its place in matchStart.
func (m *matcher) longest(cur int) int {
	tries, best, nice := m.conf.chain, m.prevLength, m.conf.nice
	limit := max(m.start-m.maxDist(), 0)
	if best >= m.conf.good {
		tries >>= 2
	}
	nice = min(nice, m.ahead)
	scan := m.window[m.start:min(m.start+maxMatch, len(m.window))]
	for {
		if w := m.window[cur:]; best < len(scan) && best < len(w) && w[best] == scan[best] && w[best-1] == scan[best-1] && w[0] == scan[0] && w[1] == scan[1] {
			n := 2
			for n < len(scan) && w[n] == scan[n] {
				n++
			}
			if n > best {
				m.matchStart = cur
				best = n
				if n >= nice {
					break
				}
			}
		}
		cur = int(m.prev[cur&(m.wsize-1)])
		tries--
		if cur <= limit || tries == 0 {
			break
		}
	}
	return min(best, m.ahead)
}

// flushUpTo ends the block before start.
func (m *matcher) flushUpTo(last bool) {
	var data []byte
	n := m.start - m.blockStart
	if m.blockStart >= 0 {
		data = m.window[m.blockStart:m.start]
		if data == nil {
			data = []byte{}
		}
	}
	m.flushBlock(data, n, m.levelNo, last)
	m.blockStart = m.start
}

// deflate codes what is known as far as the flush mode allows.
func (m *matcher) deflate(flush Flush) {
	switch {
	case m.levelNo == 0:
		m.store(flush)
		return
	case m.strategy == HuffmanOnly:
		m.literals(flush)
	case m.strategy == RLE:
		m.repeats(flush)
	case m.conf.slow:
		m.lazy(flush)
	default:
		m.greedy(flush)
	}
}

// ready fills the window and reports whether at least one symbol can be coded.
func (m *matcher) ready(need int, flush Flush) bool {
	if m.ahead < need {
		m.fill()
		if m.ahead < need && flush == NoFlush {
			return false
		}
	}
	return m.ahead > 0
}

func (m *matcher) endRun(flush Flush) {
	m.insert = min(m.start, minMatch-1)
	if flush == Finish {
		m.flushUpTo(true)
	} else if flush != NoFlush && len(m.syms) > 0 {
		m.flushUpTo(false)
	}
}

func (m *matcher) greedy(flush Flush) {
	for m.ready(minLookahead, flush) {
		head := 0
		if m.ahead >= minMatch {
			head = m.chain(m.start)
		}
		if head != 0 && m.start-head <= m.maxDist() {
			m.prevLength = minMatch - 1
			m.matchLen = m.longest(head)
		}
		full := false
		if m.matchLen >= minMatch {
			full = m.match(m.matchLen, m.start-m.matchStart)
			m.ahead -= m.matchLen
			if m.matchLen <= m.conf.lazy && m.ahead >= minMatch {
				for range m.matchLen - 1 {
					m.start++
					m.chain(m.start)
				}
				m.start++
			} else {
				m.start += m.matchLen
			}
			m.matchLen = 0
		} else {
			full = m.literal(m.window[m.start])
			m.ahead--
			m.start++
		}
		if full {
			m.flushUpTo(false)
		}
	}
	if m.ahead == 0 || flush != NoFlush {
		if flush == NoFlush {
			return
		}
		m.endRun(flush)
	}
}

func (m *matcher) lazy(flush Flush) {
	for m.ready(minLookahead, flush) {
		head := 0
		if m.ahead >= minMatch {
			head = m.chain(m.start)
		}
		prevLength, prevMatch := m.matchLen, m.matchStart
		m.prevLength = prevLength
		m.matchLen = minMatch - 1
		if head != 0 && prevLength < m.conf.lazy && m.start-head <= m.maxDist() {
			m.matchLen = m.longest(head)
			if m.matchLen <= 5 && (m.strategy == Filtered || m.matchLen == minMatch && m.start-m.matchStart > tooFar) {
				m.matchLen = minMatch - 1
			}
		}
		switch {
		case prevLength >= minMatch && m.matchLen <= prevLength:
			last := m.start + m.ahead - minMatch
			full := m.match(prevLength, m.start-1-prevMatch)
			m.ahead -= prevLength - 1
			for range prevLength - 2 {
				m.start++
				if m.start <= last {
					m.chain(m.start)
				}
			}
			m.pending = false
			m.matchLen = minMatch - 1
			m.start++
			if full {
				m.flushUpTo(false)
			}
		case m.pending:
			if m.literal(m.window[m.start-1]) {
				m.flushUpTo(false)
			}
			m.start++
			m.ahead--
		default:
			m.pending = true
			m.start++
			m.ahead--
		}
	}
	if flush == NoFlush {
		return
	}
	if m.pending {
		m.literal(m.window[m.start-1])
		m.pending = false
	}
	m.endRun(flush)
}

func (m *matcher) literals(flush Flush) {
	for m.ready(1, flush) {
		m.matchLen = 0
		full := m.literal(m.window[m.start])
		m.ahead--
		m.start++
		if full {
			m.flushUpTo(false)
		}
	}
	if flush != NoFlush {
		m.endRun(flush)
		m.insert = 0
	}
}

func (m *matcher) repeats(flush Flush) {
	for m.ready(maxMatch+1, flush) {
		n := 0
		if m.ahead >= minMatch && m.start > 0 {
			b := m.window[m.start-1]
			for n < maxMatch && m.start+n < len(m.window) && m.window[m.start+n] == b {
				n++
			}
			n = min(n, m.ahead)
		}
		full := false
		if n >= minMatch {
			full = m.match(n, 1)
			m.ahead -= n
			m.start += n
		} else {
			full = m.literal(m.window[m.start])
			m.ahead--
			m.start++
		}
		if full {
			m.flushUpTo(false)
		}
	}
	if flush != NoFlush {
		m.endRun(flush)
		m.insert = 0
	}
}

// store writes stored blocks of the largest size. What is not flushed waits in
// the window.
func (m *matcher) store(flush Flush) {
	const most = 0xffff
	data := append(m.window[m.blockStart:m.start:m.start], m.input...)
	m.input = nil
	for len(data) >= most {
		m.storedBlock(data[:most], flush == Finish && len(data) == most)
		data = data[most:]
		if len(data) == 0 && flush == Finish {
			m.blockStart = m.start
			return
		}
	}
	if flush == Finish || flush != NoFlush && len(data) > 0 {
		m.storedBlock(data, flush == Finish)
		data = nil
	}
	m.blockStart = 0
	m.start = copy(m.window, data)
}
