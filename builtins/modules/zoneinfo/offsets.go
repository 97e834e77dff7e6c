package zoneinfo

// This file defines the offsets of a zone as package datetime asks for them.

import (
	"time"

	"starpool/builtins/modules/datetime"
)

// offsets is what a ZoneInfo tells package datetime. It remembers the span of time
// that the last answer holds for, under its isolate's lock.
type offsets struct {
	loc        *time.Location
	start, end int64 // of UTC; none remembered if equal
	offset     int
}

var _ datetime.Zone = (*offsets)(nil)

// At implements datetime.Zone.
func (o *offsets) At(utc int64) int {
	if o.start <= utc && utc < o.end {
		return o.offset
	}
	at := time.Unix(utc, 0).In(o.loc)
	start, end := at.ZoneBounds()
	_, o.offset = at.Zone()
	o.start, o.end = -1<<62, 1<<62
	if !start.IsZero() {
		o.start = start.Unix()
	}
	if !end.IsZero() {
		o.end = end.Unix()
	}
	return o.offset
}

// Wall implements datetime.Zone.
func (o *offsets) Wall(seconds int64, fold bool) int {
	// Two days from the ends of the span no other rule is near.
	const far = 2 * 24 * 60 * 60
	if o.start+far <= seconds && seconds < o.end-far {
		return o.offset
	}
	_, offset := local(o.loc, seconds, fold).Zone()
	o.At(seconds)
	return offset
}
