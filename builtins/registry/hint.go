package registry

// This file defines the note of a ModuleNotFoundError: what there is instead.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// instead names what a script may use in place of packages that people import
// often and that are not here.
var instead = map[string]string{
	"numpy": "math statistics array", "np": "math statistics array", "scipy": "math statistics", "pandas": "csv statistics collections",
	"sklearn": "statistics", "torch": "math", "tensorflow": "math", "matplotlib": "csv", "cv2": "", "PIL": "struct zlib",
	"yaml": "json tomllib configparser", "toml": "tomllib", "simplejson": "json", "ujson": "json", "orjson": "json", "msgpack": "pickle json",
	"asyncio": "concurrent.futures threading queue", "aiohttp": "requests concurrent.futures", "httpx": "requests", "urllib3": "requests urllib.request",
	"urllib2": "urllib.request", "urlparse": "urllib.parse", "httplib": "http.client", "Queue": "queue", "cPickle": "pickle", "ConfigParser": "configparser", "StringIO": "io",
	"bs4": "html.parser xml.etree.ElementTree", "lxml": "xml.etree.ElementTree", "scrapy": "requests html.parser", "selenium": "requests",
	"psutil": "os platform resource", "joblib": "concurrent.futures multiprocessing", "dask": "concurrent.futures", "ray": "concurrent.futures", "futures": "concurrent.futures",
	"gevent": "threading concurrent.futures", "eventlet": "threading concurrent.futures", "celery": "concurrent.futures queue",
	"dateutil": "datetime zoneinfo", "pytz": "zoneinfo", "arrow": "datetime", "click": "argparse", "docopt": "argparse", "rich": "tqdm", "progressbar": "tqdm", "alive_progress": "tqdm",
	"pytest": "unittest", "nose": "unittest", "mock": "unittest.mock", "attr": "dataclasses", "pydantic": "dataclasses", "cloudpickle": "pickle", "dill": "pickle",
	"loguru": "logging", "regex": "re", "sqlite3": "json csv pickle", "ctypes": "struct array", "paramiko": "subprocess socket", "boto3": "requests", "flask": "http.server", "django": "http.server",
}

// withHint adds a note to the error for a module that nothing provides: which
// modules come near it, and why one of Python's packages may not be there.
func withHint(err error, name string) error {
	top, _, _ := strings.Cut(name, ".")
	var near []string
	if names, known := instead[top]; known {
		for _, n := range strings.Fields(names) {
			if Lookup(n) != nil {
				near = append(near, n)
			}
		}
	} else if n := object.NearestName(name, Names()); n != "" {
		near = append(near, n)
	} else if n := object.NearestName(top, Names()); n != "" {
		near = append(near, n)
	}
	note := "modules are built in, or files beside the script or in STARPOOL_PATH; C extensions do not load"
	if len(near) > 0 {
		note = "near it is built in: " + strings.Join(near, ", ") + ". M" + note[1:]
	}
	err.(*object.Error).Exc.Attrs.Set("__notes__", starlark.NewList([]starlark.Value{starlark.String(note)}))
	return err
}
