package command

// This file defines the flags that limit a script.

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"starpool/host"
)

// limitFlags are the flags, each with what its value means.
var limitFlags = map[string]func(value string) (host.Option, error){
	"--timeout": func(v string) (host.Option, error) {
		d, err := seconds(v)
		return host.WithTimeout(d), err
	},
	"--max-steps":   counted(host.WithMaxSteps),
	"--max-memory":  sized(host.WithMaxMemory),
	"--max-output":  sized(host.WithMaxOutput),
	"--max-depth":   counted(func(n int64) host.Option { return host.WithMaxDepth(int(n)) }),
	"--max-threads": counted(func(n int64) host.Option { return host.WithMaxThreads(int(n)) }),
	"--max-workers": counted(func(n int64) host.Option { return host.WithMaxWorkers(int(n)) }),
	"--max-queued":  counted(func(n int64) host.Option { return host.WithMaxQueued(int(n)) }),
}

func counted(option func(int64) host.Option) func(string) (host.Option, error) {
	return func(v string) (host.Option, error) {
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil || n <= 0 {
			return nil, errors.New("a number above 0 is expected, not " + strconv.Quote(v))
		}
		return option(n), nil
	}
}

// sized reads a number of bytes with a unit: 64M, 64MB and 64MiB are the same.
func sized(option func(int64) host.Option) func(string) (host.Option, error) {
	return func(v string) (host.Option, error) {
		unit := strings.TrimLeft(v, "0123456789")
		n, err := strconv.ParseInt(v[:len(v)-len(unit)], 10, 64)
		shift, known := map[string]int{"": 0, "B": 0, "K": 10, "M": 20, "G": 30, "T": 40}[strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(unit), "B"), "I")]
		if err != nil || !known || n <= 0 || n > math.MaxInt64>>shift {
			return nil, errors.New("a size such as 500000, 64M or 2G is expected, not " + strconv.Quote(v))
		}
		return option(n << shift), nil
	}
}

// seconds reads a time: a number of seconds, or one with a unit as Go writes it.
func seconds(v string) (time.Duration, error) {
	d, err := time.ParseDuration(v)
	if err != nil {
		s, ferr := strconv.ParseFloat(v, 64)
		if ferr != nil || !(s*float64(time.Second) < math.MaxInt64) {
			return 0, errors.New("a number of seconds, or a time such as 500ms or 2m, is expected, not " + strconv.Quote(v))
		}
		d = time.Duration(s * float64(time.Second))
	}
	if d <= 0 {
		return 0, errors.New("a time above 0 is expected, not " + strconv.Quote(v))
	}
	return d, nil
}
