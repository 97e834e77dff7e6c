// Package collections is the module collections.
//
//	namedtuple                    namedtuple.go
//	deque                         deque.go, dequeops.go
//	defaultdict, OrderedDict      defaultdict.go, ordereddict.go
//	Counter                       counter.go, counterops.go
//	ChainMap, UserDict, UserList,
//	UserString                    user.go, written in the language itself
//
// The abstract base classes of collections.abc are in package abc.
package collections
