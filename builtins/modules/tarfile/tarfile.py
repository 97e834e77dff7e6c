# The module tarfile: archives. It continues streams.py.


class TarFile:
    """The TarFile Class provides an interface to tar archives."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None, stream=False):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode = mode, modes[mode]
        self._extfileobj = fileobj is not None
        if fileobj is None:
            if mode == 'a' and not os.path.exists(name):
                self.mode, self._mode = 'w', 'wb'
            fileobj = bltn_open(name, self._mode)
        else:
            if name is None and hasattr(fileobj, 'name') and isinstance(fileobj.name, (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, 'mode') and isinstance(fileobj.mode, str):
                self._mode = fileobj.mode
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        self.stream = stream
        given = {'format': format, 'tarinfo': tarinfo, 'dereference': dereference, 'ignore_zeros': ignore_zeros, 'encoding': encoding,
                 'debug': debug, 'errorlevel': errorlevel}
        for key, value in given.items():
            if value is not None:
                setattr(self, key, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        try:
            if self.mode == 'r':
                self.firstmember = None
                self.firstmember = self.next()
            if self.mode == 'a':
                while True:
                    self.fileobj.seek(self.offset)
                    try:
                        self.members.append(self.tarinfo.fromtarfile(self))
                    except EOFHeaderError:
                        self.fileobj.seek(self.offset)
                        break
                    except HeaderError as e:
                        raise ReadError(str(e)) from None
            if self.mode in ('a', 'w', 'x'):
                self._loaded = True
                if self.pax_headers:
                    buf = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                    self.fileobj.write(buf)
                    self.offset += len(buf)
        except:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    # Opening.

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Open a tar archive for reading, writing or appending."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            failures = []
            if fileobj is not None:
                start = fileobj.tell()
            for kind in ('gz', 'bz2', 'xz', 'tar'):
                try:
                    return getattr(cls, cls.OPEN_METH[kind])(name, 'r', fileobj, **kwargs)
                except (ReadError, CompressionError) as e:
                    failures.append(f'- method {kind}: {e!r}')
                    if fileobj is not None:
                        fileobj.seek(start)
            summary = '\n'.join(failures)
            raise ReadError(f'file could not be opened successfully:\n{summary}')
        if ':' in mode:
            filemode, kind = mode.split(':', 1)
            filemode, kind = filemode or 'r', kind or 'tar'
            if kind not in cls.OPEN_METH:
                raise CompressionError('unknown compression type %r' % kind)
            return getattr(cls, cls.OPEN_METH[kind])(name, filemode, fileobj, **kwargs)
        if '|' in mode:
            filemode, kind = mode.split('|', 1)
            filemode, kind = filemode or 'r', kind or 'tar'
            if filemode not in ('r', 'w'):
                raise ValueError("mode must be 'r' or 'w'")
            return cls._open_stream(name, filemode, kind, fileobj, **kwargs)
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _open_stream(cls, name, mode, kind, fileobj, compresslevel=9, **kwargs):
        opened = None
        if fileobj is None:
            fileobj = opened = bltn_open(name, mode + 'b')
        packed = None
        if kind == '*':
            head = fileobj.read(6)
            kind = 'gz' if head[:2] == b'\x1f\x8b' else 'bz2' if head[:3] == b'BZh' else 'xz' if head == b'\xfd7zXZ\0' else 'tar'
            fileobj = _Ahead(head, fileobj)
        if kind == 'gz':
            import gzip
            packed = gzip.GzipFile(name or '', mode + 'b', compresslevel, fileobj)
        elif kind == 'bz2':
            import bz2
            packed = bz2.BZ2File(fileobj, mode)
        elif kind == 'xz':
            import lzma
            packed = lzma.LZMAFile(fileobj, mode)
        elif kind != 'tar':
            raise CompressionError('unknown compression type %r' % kind)

        def close():
            if packed:
                packed.close()
            if opened:
                opened.close()

        stream = _Stream(packed or fileobj, close)
        try:
            t = cls(name, mode, stream, **kwargs)
        except:
            close()
            raise
        t._extfileobj = False
        return t

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        """Open uncompressed tar archive name for reading or writing."""
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _over(cls, name, mode, packed, what, kwargs):
        try:
            t = cls.taropen(name, mode, packed, **kwargs)
        except (OSError, EOFError) as e:
            packed.close()
            if mode == 'r':
                raise ReadError(f'not {what} file') from e
            raise
        except:
            packed.close()
            raise
        t._extfileobj = False
        return t

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Open gzip compressed tar archive name for reading or writing."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from gzip import GzipFile
        return cls._over(name, mode, GzipFile(name, mode + 'b', compresslevel, fileobj), 'a gzip', kwargs)

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Open bzip2 compressed tar archive name for reading or writing."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        try:
            from bz2 import BZ2File
        except ImportError:
            raise CompressionError('bz2 module is not available') from None
        return cls._over(name, mode, BZ2File(fileobj or name, mode, compresslevel=compresslevel), 'a bzip2', kwargs)

    @classmethod
    def xzopen(cls, name, mode='r', fileobj=None, preset=None, **kwargs):
        """Open lzma compressed tar archive name for reading or writing."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        try:
            from lzma import LZMAFile
        except ImportError:
            raise CompressionError('lzma module is not available') from None
        return cls._over(name, mode, LZMAFile(fileobj or name, mode, preset=preset), 'an lzma', kwargs)

    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen'}

    def close(self):
        """Close the TarFile. In write-mode, two finishing zero blocks are appended to the archive."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self.offset += BLOCKSIZE * 2
                self.fileobj.write(NUL * (BLOCKSIZE * 2 + -self.offset % RECORDSIZE))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError('%s is closed' % type(self).__name__)
        if mode is not None and self.mode not in mode:
            raise OSError('bad operation for mode %r' % self.mode)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True

    # Reading.

    def next(self):
        """Return the next member of the archive as a TarInfo object, when TarFile is opened for reading."""
        self._check('ra')
        if getattr(self, 'firstmember', None) is not None:
            first, self.firstmember = self.firstmember, None
            return first
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        info = None
        while True:
            try:
                info = self.tarinfo.fromtarfile(self)
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as e:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file') from None
            except TruncatedHeaderError as e:
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except SubsequentHeaderError as e:
                raise ReadError(str(e)) from None
            break
        if info is None:
            self._loaded = True
        elif not self.stream:
            self.members.append(info)
        return info

    def _load(self):
        if not self.stream:
            while self.next() is not None:
                pass
            self._loaded = True

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        at = 0
        if getattr(self, 'firstmember', None) is not None:
            info = self.next()
            at = 1
            yield info
        while True:
            if at < len(self.members):
                info = self.members[at]
            elif not self._loaded:
                info = self.next()
                if not info:
                    self._loaded = True
                    return
            else:
                return
            at += 1
            yield info

    def getmember(self, name):
        """Return a TarInfo object for member name."""
        info = self._getmember(name.rstrip('/'))
        if info is None:
            raise KeyError('filename %r not found' % name)
        return info

    def getmembers(self):
        """Return the members of the archive as a list of TarInfo objects."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """Return the members of the archive as a list of their names."""
        return [info.name for info in self.getmembers()]

    def _getmember(self, name, tarinfo=None):
        members = self.getmembers()
        if tarinfo is not None and tarinfo in members:
            members = members[:members.index(tarinfo)]
        for info in reversed(members):
            if os.path.normpath(name) == os.path.normpath(info.name):
                return info

    def _find_link_target(self, info):
        if info.issym():
            name = '/'.join(filter(None, (os.path.dirname(info.name), info.linkname)))
            limit = None
        else:
            name, limit = info.linkname, info
        target = self._getmember(name, limit)
        if target is None:
            raise KeyError('linkname %r not found' % name)
        return target

    def extractfile(self, member):
        """Extract a member from the archive as a file object."""
        self._check('r')
        info = self.getmember(member) if isinstance(member, str) else member
        if info.islnk() or info.issym():
            if isinstance(self.fileobj, _Stream):
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._find_link_target(info))
        if info.isdir() or info.isdev():
            return None
        return self.fileobject(self, info)

    def list(self, verbose=True, *, members=None):
        """Print a table of contents to sys.stdout."""
        self._check()
        kinds = {REGTYPE: stat.S_IFREG, SYMTYPE: stat.S_IFLNK, FIFOTYPE: stat.S_IFIFO, CHRTYPE: stat.S_IFCHR, DIRTYPE: stat.S_IFDIR, BLKTYPE: stat.S_IFBLK}
        for info in self if members is None else members:
            words = []
            if verbose:
                words.append('??????????' if info.mode is None else stat.filemode(kinds.get(info.type, 0) | info.mode))
                words.append(f'{info.uname or info.uid}/{info.gname or info.gid}')
                words.append('%10s' % ('%d,%d' % (info.devmajor, info.devminor)) if info.ischr() or info.isblk() else '%10d' % info.size)
                words.append('????-??-?? ??:??:??' if info.mtime is None else '%d-%02d-%02d %02d:%02d:%02d' % tuple(time.localtime(info.mtime)[:6]))
            words.append(info.name + ('/' if info.isdir() else ''))
            if verbose and info.issym():
                words.append('-> ' + info.linkname)
            if verbose and info.islnk():
                words.append('link to ' + info.linkname)
            print(' '.join(words) + ' ')

    # Writing.

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """Create a TarInfo object from the result of os.stat or equivalent on an existing file."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = os.path.splitdrive(arcname)[1].replace(os.sep, '/').lstrip('/')
        info = self.tarinfo()
        info._tarfile = self
        if fileobj is not None:
            st = os.fstat(fileobj.fileno())
        elif self.dereference:
            st = os.stat(name)
        else:
            st = os.lstat(name)
        linkname = ''
        mode = st.st_mode
        if stat.S_ISREG(mode):
            inode = (st.st_ino, st.st_dev)
            if not self.dereference and st.st_nlink > 1 and inode in self.inodes and arcname != self.inodes[inode]:
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISDIR(mode):
            kind = DIRTYPE
        elif stat.S_ISFIFO(mode):
            kind = FIFOTYPE
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        elif stat.S_ISCHR(mode):
            kind = CHRTYPE
        elif stat.S_ISBLK(mode):
            kind = BLKTYPE
        else:
            return None
        info.name, info.mode, info.uid, info.gid = arcname, mode, st.st_uid, st.st_gid
        info.size = st.st_size if kind == REGTYPE else 0
        info.mtime, info.type, info.linkname = st.st_mtime, kind, linkname
        if pwd:
            try:
                info.uname = pwd.getpwuid(info.uid)[0]
            except KeyError:
                pass
        if grp:
            try:
                info.gname = grp.getgrgid(info.gid)[0]
            except KeyError:
                pass
        return info

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Add the file 'name' to the archive."""
        self._check('awx')
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        info = self.gettarinfo(name, arcname)
        if info is None:
            return
        if filter is not None:
            info = filter(info)
            if info is None:
                return
        if info.isreg():
            with bltn_open(name, 'rb') as f:
                self.addfile(info, f)
        elif info.isdir():
            self.addfile(info)
            if recursive:
                for entry in sorted(os.listdir(name)):
                    self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)
        else:
            self.addfile(info)

    def addfile(self, tarinfo, fileobj=None):
        """Add the TarInfo object 'tarinfo' to the archive."""
        self._check('awx')
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError('fileobj not provided for non zero-size regular file')
        tarinfo = copy.copy(tarinfo)
        buf = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(buf)
        self.offset += len(buf)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size, bufsize=self.copybufsize)
            rest = _blocks(tarinfo.size) - tarinfo.size
            if rest:
                self.fileobj.write(NUL * rest)
            self.offset += _blocks(tarinfo.size)
        self.members.append(tarinfo)

    # Extracting.

    def _filter(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                warnings.warn('Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. '
                              'Use the filter argument to control this behavior.', DeprecationWarning, stacklevel=3)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.')
            return filter
        if callable(filter):
            return filter
        try:
            return _FILTERS[filter]
        except KeyError:
            raise ValueError(f'filter {filter!r} not found') from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Extract all members from the archive to the current working directory and set owner, modification time and permissions on directories afterwards."""
        choose = self._filter(filter)
        folders = []
        for member in self if members is None else members:
            info = self._chosen(member, choose, path)
            if info is None:
                continue
            if info.isdir():
                folders.append(info)
            self._extract(info, path, set_attrs=not info.isdir(), numeric_owner=numeric_owner)
        for info in sorted(folders, key=lambda info: info.name, reverse=True):
            target = os.path.join(path, info.name)
            try:
                self.chown(info, target, numeric_owner)
                self.utime(info, target)
                self.chmod(info, target)
            except ExtractError as e:
                self._nonfatal(e)

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        """Extract a member from the archive to the current working directory, using its full name."""
        info = self._chosen(member, self._filter(filter), path)
        if info is not None:
            self._extract(info, path, set_attrs, numeric_owner)

    def _chosen(self, member, choose, path):
        info = self.getmember(member) if isinstance(member, str) else member
        try:
            chosen = choose(info, path)
        except (OSError, FilterError) as e:
            self._fatal(e)
            return None
        except ExtractError as e:
            self._nonfatal(e)
            return None
        if chosen is not None and chosen.islnk():
            chosen = copy.copy(chosen)
            chosen._link_target = os.path.join(path, chosen.linkname)
        return chosen

    def _extract(self, info, path, set_attrs, numeric_owner):
        self._check('r')
        try:
            self._extract_member(info, os.path.join(path, info.name), set_attrs, numeric_owner)
        except OSError as e:
            self._fatal(e)
        except ExtractError as e:
            self._nonfatal(e)

    def _nonfatal(self, e):
        if self.errorlevel > 1:
            raise e
        self._dbg(1, 'tarfile: %s' % e)

    def _fatal(self, e):
        if self.errorlevel > 0:
            raise e
        if isinstance(e, OSError):
            self._dbg(1, 'tarfile: %s' % e.strerror if e.filename is None else 'tarfile: %s %r' % (e.strerror, e.filename))
        else:
            self._dbg(1, 'tarfile: %s %s' % (type(e).__name__, e))

    def _dbg(self, level, message):
        if level <= self.debug:
            print(message, file=sys.stderr)

    def _extract_member(self, info, target, set_attrs=True, numeric_owner=False):
        target = target.rstrip('/').replace('/', os.sep)
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        if info.isdir():
            self.makedir(info, target)
        elif info.isfifo():
            self.makefifo(info, target)
        elif info.ischr() or info.isblk():
            self.makedev(info, target)
        elif info.islnk() or info.issym():
            self.makelink(info, target)
        else:
            self.makefile(info, target)
        if set_attrs:
            self.chown(info, target, numeric_owner)
            if not info.issym():
                self.chmod(info, target)
                self.utime(info, target)

    def makedir(self, tarinfo, targetpath):
        """Make a directory called targetpath."""
        try:
            if tarinfo.mode is None:
                os.mkdir(targetpath)
            else:
                os.mkdir(targetpath, 0o700)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        """Make a file called targetpath."""
        self.fileobj.seek(tarinfo.offset_data)
        with bltn_open(targetpath, 'wb') as target:
            copyfileobj(self.fileobj, target, tarinfo.size, ReadError, self.copybufsize)

    def makefifo(self, tarinfo, targetpath):
        """Make a fifo called targetpath."""
        if not hasattr(os, 'mkfifo'):
            raise ExtractError('fifo not supported by system')
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        """Make a character or block device called targetpath."""
        raise ExtractError('special devices not supported by system')

    def makelink(self, tarinfo, targetpath):
        """Make a (symbolic) link called targetpath."""
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
        elif os.path.exists(tarinfo._link_target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(tarinfo._link_target, targetpath)
        else:
            try:
                self._extract_member(self._find_link_target(tarinfo), targetpath)
            except KeyError:
                raise ExtractError('unable to resolve link inside archive') from None

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Set owner of targetpath according to tarinfo."""
        if not hasattr(os, 'geteuid') or os.geteuid() != 0 or not hasattr(os, 'chown'):
            return
        uid, gid = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            try:
                gid = grp.getgrnam(tarinfo.gname)[2] if grp and tarinfo.gname else gid
            except KeyError:
                pass
            try:
                uid = pwd.getpwnam(tarinfo.uname)[2] if pwd and tarinfo.uname else uid
            except KeyError:
                pass
        uid = -1 if uid is None else uid
        gid = -1 if gid is None else gid
        if (uid, gid) == (-1, -1):
            return
        try:
            if tarinfo.issym() and hasattr(os, 'lchown'):
                os.lchown(targetpath, uid, gid)
            elif not tarinfo.issym():
                os.chown(targetpath, uid, gid)
        except (OSError, OverflowError) as e:
            raise ExtractError('could not change owner') from e

    def chmod(self, tarinfo, targetpath):
        """Set file permissions of targetpath according to tarinfo."""
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode)
        except OSError as e:
            raise ExtractError('could not change mode') from e

    def utime(self, tarinfo, targetpath):
        """Set modification time of targetpath according to tarinfo."""
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as e:
            raise ExtractError('could not change modification time') from e


class _Ahead:
    def __init__(self, head, file):
        self.head, self.file = head, file

    def read(self, n):
        if self.head:
            data, self.head = self.head[:n], self.head[n:]
            return data
        return self.file.read(n)


def is_tarfile(name):
    """Return True if name points to a tar archive that we are able to handle, else return False."""
    try:
        if hasattr(name, 'read'):
            at = name.tell()
            try:
                t = open(fileobj=name)
            finally:
                name.seek(at)
        else:
            t = open(name)
        t.close()
        return True
    except TarError:
        return False


open = TarFile.open
