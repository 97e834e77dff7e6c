package object

// This file defines the cache of what names mean along a class's MRO, which
// every attribute access and every operator on an object asks.

import (
	"sync/atomic"

	"go.starlark.net/starlark"
)

// A lookupTable remembers answers of Class.Lookup, also that there is none. It is
// direct-mapped: a name has one slot, and the last to need it has it. Isolates
// read and fill the table of a class made in Go at the same time, so a slot is
// an atomic pointer to an entry that never changes; two that fill the same slot
// find the same, or other names, and either may win. The table of a script's
// class is used with its isolate's lock held.
//
// Invalidation: a class of a script drops its table, and those of its
// subclasses, when it changes. Classes made in Go change only while packages
// and modules are set up, when they get their methods; that makes all tables
// void, which setups has the number of.
type lookupTable struct {
	setup uint32
	slots [lookupSlots]atomic.Pointer[lookupEntry]
}

type lookupEntry struct {
	name  string
	value starlark.Value // nil: there is none
}

const lookupSlots = 32

// setups counts the changes of classes made in Go.
var setups atomic.Uint32

// lookupSlot spreads names: those of a program differ at their ends and in their
// lengths.
func lookupSlot(name string) uint {
	n := uint(len(name))
	if n < 4 {
		if n == 0 {
			return 0
		}
		return (n*7 + uint(name[0]) + uint(name[n-1])*3) % lookupSlots
	}
	return (n*7 + uint(name[2]) + uint(name[n/2])*5 + uint(name[n-3])*3 + uint(name[n-1])) % lookupSlots
}

// Lookup finds name along the MRO, or returns nil. It does not bind.
func (c *Class) Lookup(name string) starlark.Value {
	table := c.table.Load()
	if table != nil && table.setup == setups.Load() {
		if e := table.slots[lookupSlot(name)].Load(); e != nil && e.name == name {
			return e.value
		}
	}
	return c.lookup(table, name)
}

// lookup walks the MRO and enters what it finds in the table.
func (c *Class) lookup(table *lookupTable, name string) starlark.Value {
	setup := setups.Load() // before the walk: what changes during it voids what it finds
	var found starlark.Value
	for _, k := range c.MRO {
		if v := k.own(name); v != nil {
			found = v
			break
		}
	}
	if c.foreign {
		return found
	}
	if c.Iso != nil {
		// A namespace that a script holds as a dict can change behind our back.
		for _, k := range c.MRO {
			if k.Dict.dict != nil {
				return found
			}
		}
	}
	if table == nil || table.setup != setup {
		table = &lookupTable{setup: setup}
		c.table.Store(table)
	}
	table.slots[lookupSlot(name)].Store(&lookupEntry{name, found})
	return found
}
