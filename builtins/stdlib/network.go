package stdlib

// The modules that talk to the network.

import (
	_ "starpool/builtins/modules/email"
	_ "starpool/builtins/modules/http"
	_ "starpool/builtins/modules/ipaddress"
	_ "starpool/builtins/modules/mimetypes"
	_ "starpool/builtins/modules/selectors"
	_ "starpool/builtins/modules/socket"
	_ "starpool/builtins/modules/socketserver"
	_ "starpool/builtins/modules/ssl"
	_ "starpool/builtins/modules/urllib"
)
