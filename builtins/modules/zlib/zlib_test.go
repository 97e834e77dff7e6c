package zlib_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"strings"
	"testing"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	_ "starpool/builtins/modules/zlib"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

// TestBomb decompresses more than the host allows, in one go and in an object.
func TestBomb(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(make([]byte, 8<<20))
	w.Close()
	iso := isolate.New(context.Background())
	defer iso.Close()
	types.Limits.In(iso).MaxBytes = 1 << 20
	th := iso.Main()
	th.Acquire()
	defer th.Release()
	m, err := registry.Get(th, "zlib")
	if err != nil {
		t.Fatal(err)
	}
	bomb := object.MakeBytes(packed.String())
	check := func(v starlark.Value, err error) {
		t.Helper()
		if !object.IsException(err, object.MemoryError) || !strings.Contains(err.Error(), "limit of 1048576 bytes") {
			t.Fatalf("got %v, %v", v, err)
		}
	}
	check(object.CallMethod(th, m, "decompress", bomb))
	d, err := object.CallMethod(th, m, "decompressobj")
	if err != nil {
		t.Fatal(err)
	}
	check(object.CallMethod(th, d, "decompress", bomb))
	// A caller that takes it in pieces may have all of it.
	if d, err = object.CallMethod(th, m, "decompressobj"); err != nil {
		t.Fatal(err)
	}
	total := 0
	for in := bomb; ; {
		v, err := object.CallMethod(th, d, "decompress", in, starlark.MakeInt(100_000))
		if err != nil {
			t.Fatal(err)
		}
		n, _ := object.Len(th, v)
		if total += n; n == 0 {
			break
		}
		if in, err = object.GetAttr(th, d, "unconsumed_tail"); err != nil {
			t.Fatal(err)
		}
	}
	if total != 8<<20 {
		t.Fatal(total)
	}
}
