package abc

// This file says which built-in types count as subclasses. Those that are known
// by their methods need no mention; a few built-in types are here all the same
// because their calls and iterations do not go through methods.

import (
	"starpool/builtins/object"
	"starpool/builtins/types"
)

func init() {
	containers := []*object.Class{
		object.ListType, object.TupleType, object.StrType, object.BytesType, object.BytearrayType, object.RangeType,
		object.DictType, object.SetType, object.FrozensetType, types.DictKeys, types.DictValues, types.DictItems,
	}
	Register(Collection, containers...)
	Register(Sized, containers...)
	Register(Iterable, containers...)
	Register(Container, containers...)
	Register(Reversible, object.ListType, object.RangeType, object.DictType)
	Register(Callable, object.FunctionType, object.BuiltinType, object.MethodType, object.MethodDescriptorType, object.TypeType, object.StaticMethodType)
	Register(Generator, object.GeneratorType)
	Register(Sequence, object.TupleType, object.StrType, object.RangeType, object.BytesType)
	Register(ByteString, object.BytesType, object.BytearrayType)
	Register(MutableSequence, object.ListType, object.BytearrayType)
	Register(Set, object.FrozensetType, types.DictKeys, types.DictItems)
	Register(MutableSet, object.SetType)
	Register(MutableMapping, object.DictType)
	Register(KeysView, types.DictKeys)
	Register(ItemsView, types.DictItems)
	Register(ValuesView, types.DictValues)
	Register(Buffer, object.BytesType, object.BytearrayType)
}
