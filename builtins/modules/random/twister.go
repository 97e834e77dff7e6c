// Package random is the module random, with CPython's generator and CPython's
// digits.
//
//	the generator                       twister.go
//	seeds, states                       seed.go
//	Random and the module's functions   class.go
//	randrange, choice, sample, …        sequences.go
//	distributions                       continuous.go, binomial.go
//	SystemRandom                        system.go
package random

// This file defines the Mersenne Twister MT19937 of Matsumoto and Nishimura.

const (
	stateSize = 624
	shiftSize = 397
)

type twister struct {
	state [stateSize]uint32
	next  int // index of the next word; stateSize: make new ones first
}

func (m *twister) seedWord(s uint32) {
	m.state[0] = s
	for i := 1; i < stateSize; i++ {
		prev := m.state[i-1]
		m.state[i] = 1812433253*(prev^prev>>30) + uint32(i)
	}
	m.next = stateSize
}

// seedKey seeds with a key of any length but 0.
func (m *twister) seedKey(key []uint32) {
	m.seedWord(19650218)
	s := &m.state
	i, j := 1, 0
	step := func() {
		if i++; i >= stateSize {
			s[0] = s[stateSize-1]
			i = 1
		}
	}
	for range max(stateSize, len(key)) {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
		if j++; j >= len(key) {
			j = 0
		}
	}
	for range stateSize - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	s[0] = 0x80000000
}

func (m *twister) refill() {
	s := &m.state
	mix := func(i, j, k int) {
		y := s[i]&0x80000000 | s[j]&0x7fffffff
		v := s[k] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908b0df
		}
		s[i] = v
	}
	for i := range stateSize - shiftSize {
		mix(i, i+1, i+shiftSize)
	}
	for i := stateSize - shiftSize; i < stateSize-1; i++ {
		mix(i, i+1, i+shiftSize-stateSize)
	}
	mix(stateSize-1, 0, shiftSize-1)
	m.next = 0
}

// word returns the next 32 bits.
func (m *twister) word() uint32 {
	if m.next >= stateSize {
		m.refill()
	}
	y := m.state[m.next]
	m.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float returns a multiple of 2**-53 in [0, 1).
func (m *twister) float() float64 {
	a, b := m.word()>>5, m.word()>>6
	return (float64(a)*67108864 + float64(b)) * (1.0 / 9007199254740992)
}

// bits returns k bits, 1 to 64.
func (m *twister) bits(k int) uint64 {
	if k <= 32 {
		return uint64(m.word() >> (32 - k))
	}
	low := uint64(m.word())
	return low | uint64(m.word()>>(64-k))<<32
}
