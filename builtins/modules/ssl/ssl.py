# The module ssl: contexts and sockets that speak TLS.

import enum as _enum
import os as _os
import socket as _socket
from collections import namedtuple as _namedtuple

OPENSSL_VERSION = 'Go crypto/tls (with the interface of OpenSSL 3.0)'
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)
OPENSSL_VERSION_NUMBER = 0x30000000
HAS_SNI = HAS_ALPN = HAS_ECDH = HAS_TLSv1_2 = HAS_TLSv1_3 = HAS_TLSv1 = HAS_TLSv1_1 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_PSK = False
HAS_NEVER_CHECK_COMMON_NAME = True
CHANNEL_BINDING_TYPES = []
SOL_SOCKET = _socket.SOL_SOCKET
SO_TYPE = _socket.SO_TYPE
AF_INET = _socket.AF_INET
SOCK_STREAM = _socket.SOCK_STREAM
socket_error = OSError
CertificateError = SSLCertVerificationError


class VerifyMode(_enum.IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class _SSLMethod(_enum.IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_SSLv23 = 2
    PROTOCOL_TLSv1 = 3
    PROTOCOL_TLSv1_1 = 4
    PROTOCOL_TLSv1_2 = 5
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class TLSVersion(_enum.IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class Options(_enum.IntFlag):
    OP_ALL = 0x80000050
    OP_NO_SSLv2 = 0
    OP_NO_SSLv3 = 0x2000000
    OP_NO_TLSv1 = 0x4000000
    OP_NO_TLSv1_1 = 0x10000000
    OP_NO_TLSv1_2 = 0x8000000
    OP_NO_TLSv1_3 = 0x20000000
    OP_CIPHER_SERVER_PREFERENCE = 0x400000
    OP_SINGLE_DH_USE = 0
    OP_SINGLE_ECDH_USE = 0
    OP_NO_COMPRESSION = 0x20000
    OP_NO_TICKET = 0x4000
    OP_NO_RENEGOTIATION = 0x40000000
    OP_IGNORE_UNEXPECTED_EOF = 0x80
    OP_ENABLE_KTLS = 8
    OP_LEGACY_SERVER_CONNECT = 4
    OP_ENABLE_MIDDLEBOX_COMPAT = 0x100000


class VerifyFlags(_enum.IntFlag):
    VERIFY_DEFAULT = 0
    VERIFY_CRL_CHECK_LEAF = 4
    VERIFY_CRL_CHECK_CHAIN = 12
    VERIFY_X509_STRICT = 32
    VERIFY_ALLOW_PROXY_CERTS = 64
    VERIFY_X509_TRUSTED_FIRST = 32768
    VERIFY_X509_PARTIAL_CHAIN = 0x80000


class SSLErrorNumber(_enum.IntEnum):
    SSL_ERROR_SSL = 1
    SSL_ERROR_WANT_READ = 2
    SSL_ERROR_WANT_WRITE = 3
    SSL_ERROR_WANT_X509_LOOKUP = 4
    SSL_ERROR_SYSCALL = 5
    SSL_ERROR_ZERO_RETURN = 6
    SSL_ERROR_WANT_CONNECT = 7
    SSL_ERROR_EOF = 8
    SSL_ERROR_INVALID_ERROR_CODE = 10


class AlertDescription(_enum.IntEnum):
    ALERT_DESCRIPTION_CLOSE_NOTIFY = 0
    ALERT_DESCRIPTION_HANDSHAKE_FAILURE = 40
    ALERT_DESCRIPTION_BAD_CERTIFICATE = 42
    ALERT_DESCRIPTION_CERTIFICATE_EXPIRED = 45
    ALERT_DESCRIPTION_UNKNOWN_CA = 48
    ALERT_DESCRIPTION_PROTOCOL_VERSION = 70
    ALERT_DESCRIPTION_INTERNAL_ERROR = 80
    ALERT_DESCRIPTION_UNRECOGNIZED_NAME = 112


for _kind in (VerifyMode, _SSLMethod, Options, VerifyFlags, SSLErrorNumber, AlertDescription):
    globals().update(_kind.__members__)

_ASN1Object = _namedtuple('_ASN1Object', 'nid shortname longname oid')
DefaultVerifyPaths = _namedtuple('DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


class Purpose(_enum.Enum):
    SERVER_AUTH = _ASN1Object(129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1')
    CLIENT_AUTH = _ASN1Object(130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2')


def get_default_verify_paths():
    """Return paths to default cafile and capath."""
    cafile, capath = '/usr/lib/ssl/cert.pem', '/usr/lib/ssl/certs'
    set_file, set_path = _os.environ.get('SSL_CERT_FILE', cafile), _os.environ.get('SSL_CERT_DIR', capath)
    return DefaultVerifyPaths(set_file if _os.path.isfile(set_file) else None, set_path if _os.path.isdir(set_path) else None,
                              'SSL_CERT_FILE', cafile, 'SSL_CERT_DIR', capath)


class SSLContext:
    """Holds what connections have in common: versions, certificates, whom to believe."""

    sslsocket_class = None  # set below
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        self = object.__new__(cls)
        if protocol is None:
            protocol = PROTOCOL_TLS
        try:
            protocol = _SSLMethod(protocol)
        except ValueError:
            raise ValueError(f'invalid or unsupported protocol version {protocol}') from None
        self._protocol = protocol
        self._certificates = _Context()
        self._verify_mode = CERT_NONE
        self._check_hostname = False
        self._minimum, self._maximum = TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED
        if protocol in (PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2):
            self._minimum = self._maximum = {
                PROTOCOL_TLSv1: TLSVersion.TLSv1, PROTOCOL_TLSv1_1: TLSVersion.TLSv1_1, PROTOCOL_TLSv1_2: TLSVersion.TLSv1_2}[protocol]
        self._options = OP_ALL | OP_NO_SSLv3 | OP_CIPHER_SERVER_PREFERENCE | OP_NO_COMPRESSION
        self._verify_flags = VERIFY_X509_TRUSTED_FIRST
        self._alpn = ''
        self.post_handshake_auth = False
        self.hostname_checks_common_name = True
        self.sni_callback = None
        self.keylog_filename = None
        self.security_level = 2
        self.num_tickets = 2
        if protocol == PROTOCOL_TLS_CLIENT:
            self._verify_mode = CERT_REQUIRED
            self._check_hostname = True
        return self

    def __init__(self, protocol=None):
        pass

    @property
    def protocol(self):
        return self._protocol

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        value = VerifyMode(value)
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = value

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if self._check_hostname and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, value):
        self._minimum = TLSVersion(value)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, value):
        self._maximum = TLSVersion(value)

    @property
    def options(self):
        return self._options

    @options.setter
    def options(self, value):
        self._options = Options(value)

    @property
    def verify_flags(self):
        return self._verify_flags

    @verify_flags.setter
    def verify_flags(self, value):
        self._verify_flags = VerifyFlags(value)

    def set_ciphers(self, ciphers):
        """Accepted: which ciphers are offered is crypto/tls's choice."""
        if not isinstance(ciphers, str):
            raise TypeError(f'set_ciphers() argument must be str, not {type(ciphers).__name__}')
        if not ciphers or not any(c.isalpha() for c in ciphers):
            raise SSLError('No cipher can be selected.')

    def get_ciphers(self):
        return [{'name': name, 'protocol': 'TLSv1.3', 'strength_bits': bits} for name, bits in (
            ('TLS_AES_128_GCM_SHA256', 128), ('TLS_AES_256_GCM_SHA384', 256), ('TLS_CHACHA20_POLY1305_SHA256', 256))]

    def set_alpn_protocols(self, alpn_protocols):
        names = list(alpn_protocols)
        for name in names:
            if not 0 < len(name) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 bytes long')
        self._alpn = ','.join(names)

    def set_ecdh_curve(self, name):
        pass

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Believe the authorities that the system believes."""
        if not isinstance(purpose, _ASN1Object) and not isinstance(purpose, Purpose):
            raise TypeError(purpose)
        self._certificates.load_defaults()

    def set_default_verify_paths(self):
        self._certificates.load_defaults()

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Believe the authorities in a file, a folder or a text."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if cafile is not None:
            self._certificates.load_file(cafile)
        if capath is not None:
            self._certificates.load_folder(capath)
        if cadata is not None:
            if cadata == '' or cadata == b'':
                raise ValueError('Empty certificate data')
            self._certificates.load_data(cadata)

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Show this certificate to those who ask."""
        if password is not None:
            raise NotImplementedError('keys with a password cannot be read')
        self._certificates.load_chain(certfile, keyfile)

    def cert_store_stats(self):
        n = self._certificates.count()
        return {'x509': n, 'crl': 0, 'x509_ca': n}

    def get_ca_certs(self, binary_form=False):
        return self._certificates.authorities(bool(binary_form))

    def session_stats(self):
        return dict.fromkeys(('number', 'connect', 'connect_good', 'connect_renegotiate', 'accept', 'accept_good',
                              'accept_renegotiate', 'hits', 'misses', 'timeouts', 'cache_full'), 0)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None,
                    session=None):
        """Return a socket that speaks TLS over the given one, which is then detached."""
        return self.sslsocket_class._create(sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, self, session)

    def _versions(self):
        low, high = int(self._minimum), int(self._maximum)
        if high < 0:
            high = 0
        if low < 0:
            low = 769
        for option, version in ((OP_NO_TLSv1, 769), (OP_NO_TLSv1_1, 770), (OP_NO_TLSv1_2, 771)):
            if self._options & option and low == version:
                low = version + 1
        if self._options & OP_NO_TLSv1_3 and (high == 0 or high == 772):
            high = 771
        return low, high


class SSLSocket(_socket.socket):
    """A socket that speaks TLS."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. Instances are returned by '
                        'SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None,
                context=None, session=None):
        if sock.type & ~0 != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if not server_side and context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self = cls.__new__(cls)
        self._context = context
        self.server_side = bool(server_side)
        self.server_hostname = server_hostname
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        self.session_reused = False
        self.session = None
        self._connected = False
        try:
            sock.getpeername()
        except OSError:
            # Not connected: connect() or accept() goes on.
            self._take(sock)
            return self
        self._secure(sock)
        return self

    def _secure(self, sock):
        low, high = self._context._versions()
        # TLS carries names only, no addresses; but the certificate must have what was asked for.
        self._context._certificates.wrap(sock, self, self.server_side, self.server_hostname or '', int(self._context.verify_mode),
                                         self._context.check_hostname, low, high, self._context._alpn)
        self._connected = True
        if self.do_handshake_on_connect:
            if self.gettimeout() == 0:
                raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
            try:
                self.do_handshake()
            except BaseException:
                self.close()
                raise

    def connect(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        plain = _socket.socket.__new__(_socket.socket)
        plain._take(self)
        try:
            plain.connect(addr)
        except BaseException:
            plain.close()
            raise
        self._secure(plain)

    def accept(self):
        sock, addr = super().accept()
        sock = self._context.wrap_socket(sock, server_side=True, do_handshake_on_connect=self.do_handshake_on_connect,
                                         suppress_ragged_eofs=self.suppress_ragged_eofs)
        return sock, addr

    @property
    def context(self):
        return self._context

    def do_handshake(self, block=False):
        """Shake hands with the other side."""
        _handshake(self)

    def _about(self):
        return _state(self) if self._connected else None

    def getpeercert(self, binary_form=False):
        """The certificate of the other side: a dict, or bytes."""
        state = self._about()
        if state is None:
            raise ValueError('handshake not done yet')
        if not state[4]:
            return None
        if binary_form:
            return state[4][0][0]
        return state[4][0][1] if self._context.verify_mode != CERT_NONE else {}

    def get_verified_chain(self):
        state = self._about()
        return [der for der, _ in state[4]] if state else []

    get_unverified_chain = get_verified_chain

    def cipher(self):
        state = self._about()
        return None if state is None else (state[1], state[0], state[2])

    def shared_ciphers(self):
        return None

    def compression(self):
        return None

    def version(self):
        state = self._about()
        return None if state is None else state[0]

    def selected_alpn_protocol(self):
        state = self._about()
        return (state[3] or None) if state else None

    def selected_npn_protocol(self):
        return None

    def get_channel_binding(self, cb_type='tls-unique'):
        raise ValueError(f'{cb_type} channel binding type not implemented')

    def pending(self):
        return 0

    def read(self, len=1024, buffer=None):
        return self.recv(len) if buffer is None else self.recv_into(buffer, len)

    def write(self, data):
        return self.send(data)

    def sendto(self, data, *args):
        raise ValueError(f'sendto not allowed on instances of {self.__class__}')

    def recvfrom(self, *args):
        raise ValueError(f'recvfrom not allowed on instances of {self.__class__}')

    def recvfrom_into(self, *args):
        raise ValueError(f'recvfrom_into not allowed on instances of {self.__class__}')

    def dup(self):
        raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

    def unwrap(self):
        """End TLS and return the plain socket."""
        if not self._connected:
            raise ValueError(f'No SSL wrapper around {self}')
        _close_notify(self)
        _remove(self)
        self._connected = False
        return self

    def shutdown(self, how):
        if self._connected and how != _socket.SHUT_RD:
            _close_notify(self)
        super().shutdown(how)


SSLContext.sslsocket_class = SSLSocket


def _trusting(context, purpose, *authorities):
    """The context, once it knows whom to believe: those that are given, or the system's if it asks for certificates."""
    if any(authorities):
        context.load_verify_locations(*authorities)
    elif context.verify_mode:
        context.load_default_certs(purpose)
    return context


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object with default settings."""
    if not isinstance(purpose, (Purpose, _ASN1Object)):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.verify_mode = CERT_REQUIRED
        context.check_hostname = True
    else:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT
    return _trusting(context, purpose, cafile, capath, cadata)


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object that believes everybody."""
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    return _trusting(context, purpose, cafile, capath, cadata)


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def cert_time_to_seconds(cert_time):
    """Return the time in seconds since the Epoch of a certificate's date."""
    import calendar
    import time
    return calendar.timegm(time.strptime(cert_time, '%b %d %H:%M:%S %Y GMT'))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """Takes a certificate in binary DER format and returns the PEM version of it as a string."""
    import base64
    text = base64.b64encode(der_cert_bytes).decode('ascii')
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join(['-----BEGIN CERTIFICATE-----', *lines, '-----END CERTIFICATE-----', ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    """Takes a certificate in ASCII PEM format and returns the DER-encoded version of it."""
    import base64
    text = pem_cert_string.strip()
    if not text.startswith('-----BEGIN CERTIFICATE-----'):
        raise ValueError('Invalid PEM encoding; must start with -----BEGIN CERTIFICATE-----')
    if not text.endswith('-----END CERTIFICATE-----'):
        raise ValueError('Invalid PEM encoding; must end with -----END CERTIFICATE-----')
    return base64.decodebytes(text[27:-25].encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_socket._default):
    """Retrieve the certificate from the server at the specified address, as PEM text."""
    context = _create_unverified_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with _socket.create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=addr[0]) as tls:
            return DER_cert_to_PEM_cert(tls.getpeercert(True))


def get_protocol_name(protocol_code):
    return {3: 'TLSv1', 4: 'TLSv1.1', 5: 'TLSv1.2'}.get(protocol_code, 'PROTOCOL_TLS')


def RAND_bytes(n):
    return _os.urandom(n)


def RAND_status():
    return True


def RAND_add(string, entropy):
    pass
