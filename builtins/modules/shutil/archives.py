# The archives of the module shutil. What they need is imported when one is made.

class ReadError(OSError):
    """Raised when an archive cannot be read."""


class RegistryError(Exception):
    """Raised when a registry operation with the archiving and unpacking registries fails."""


def _make_tar(kind):
    def make(base_name, base_dir, verbose=0, dry_run=0, owner=None, group=None, logger=None, root_dir=None):
        import tarfile
        name = base_name + '.tar' + ('.' + kind if kind else '')
        folder = _os.path.dirname(name)
        if folder and not _os.path.exists(folder) and not dry_run:
            _os.makedirs(folder)
        if not dry_run:
            arcname, source = base_dir, base_dir
            if root_dir is not None:
                source = _os.path.join(root_dir, base_dir)

            def owned(info):
                if owner is not None:
                    info.uname = owner
                if group is not None:
                    info.gname = group
                return info

            with tarfile.open(name, 'w:' + kind if kind else 'w') as archive:
                archive.add(source, arcname, filter=owned)
        return _os.path.abspath(name) if root_dir is not None else name
    return make


def _make_zip(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    import zipfile
    name = base_name + '.zip'
    folder = _os.path.dirname(name)
    if folder and not _os.path.exists(folder) and not dry_run:
        _os.makedirs(folder)
    if not dry_run:
        root = root_dir if root_dir is not None else ''
        with zipfile.ZipFile(name, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
            start = _os.path.join(root, base_dir)
            if _os.path.normpath(base_dir) != _os.curdir:
                archive.write(start, _os.path.normpath(base_dir))
            for here, folders, files in _os.walk(start):
                folders.sort()
                within = _os.path.normpath(_os.path.join(base_dir, _os.path.relpath(here, start)))
                for entry in folders:
                    archive.write(_os.path.join(here, entry), _os.path.normpath(_os.path.join(within, entry)))
                for entry in files:
                    if _os.path.isfile(_os.path.join(here, entry)):
                        archive.write(_os.path.join(here, entry), _os.path.normpath(_os.path.join(within, entry)))
    return _os.path.abspath(name) if root_dir is not None else name


_makers = {
    'tar': (_make_tar(''), [], 'uncompressed tar file'),
    'gztar': (_make_tar('gz'), [], "gzip'ed tar-file"),
    'zip': (_make_zip, [], 'ZIP file'),
    'bztar': (_make_tar('bz2'), [], "bzip2'ed tar-file"),
    'xztar': (_make_tar('xz'), [], "xz'ed tar-file"),
}


def get_archive_formats():
    """Returns a list of supported formats for archiving and unarchiving."""
    return sorted([(name, maker[2]) for name, maker in _makers.items()])


def register_archive_format(name, function, extra_args=None, description=''):
    """Registers an archive format."""
    if not callable(function):
        raise TypeError('The %s object is not callable' % function)
    _makers[name] = function, extra_args or [], description


def unregister_archive_format(name):
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Create an archive file (eg. zip or tar)."""
    try:
        maker = _makers[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_name = _os.fspath(base_name)
    if root_dir is not None:
        root_dir = _os.fspath(root_dir)
        if not _os.path.isdir(root_dir):
            _os.stat(root_dir)
            raise NotADirectoryError(20, 'Not a directory', root_dir)
    if base_dir is None:
        base_dir = _os.curdir
    known = dict(maker[1])
    known.update(dry_run=dry_run, logger=logger, owner=owner, group=group)
    return maker[0](base_name, base_dir, root_dir=root_dir, **known)


def _unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError('%s is not a zip file' % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            # Names that point elsewhere are left out.
            if info.filename.startswith('/') or '..' in info.filename:
                continue
            target = _os.path.join(extract_dir, *info.filename.split('/'))
            if info.filename.endswith('/'):
                _os.makedirs(target, exist_ok=True)
                continue
            _os.makedirs(_os.path.dirname(target) or '.', exist_ok=True)
            with archive.open(info) as source, open(target, 'wb') as file:
                copyfileobj(source, file)


def _unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError('%s is not a compressed or uncompressed tar file' % filename)
    try:
        archive.extractall(extract_dir, filter=filter or 'fully_trusted')
    finally:
        archive.close()


_unpackers = {
    'tar': (['.tar'], _unpack_tar, [], 'uncompressed tar file'),
    'zip': (['.zip'], _unpack_zip, [], 'ZIP file'),
    'gztar': (['.tar.gz', '.tgz'], _unpack_tar, [], "gzip'ed tar-file"),
    'bztar': (['.tar.bz2', '.tbz2'], _unpack_tar, [], "bzip2'ed tar-file"),
    'xztar': (['.tar.xz', '.txz'], _unpack_tar, [], "xz'ed tar-file"),
}


def get_unpack_formats():
    """Returns a list of supported formats for unpacking."""
    return sorted([(name, entry[0], entry[3]) for name, entry in _unpackers.items()])


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Registers an unpack format."""
    for extension in extensions:
        for other, entry in _unpackers.items():
            if extension in entry[0]:
                raise RegistryError('%s is already registered for "%s"' % (extension, other))
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _unpackers[name] = extensions, function, extra_args or [], description


def unregister_unpack_format(name):
    """Removes the pack format from the registry."""
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive."""
    if extract_dir is None:
        extract_dir = _os.getcwd()
    extract_dir, filename = _os.fspath(extract_dir), _os.fspath(filename)
    if format is None:
        for name, entry in _unpackers.items():
            if filename.endswith(tuple(entry[0])):
                format = name
                break
        else:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    try:
        entry = _unpackers[format]
    except KeyError:
        raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    extra = dict(entry[2])
    if filter is not None:
        extra['filter'] = filter
    entry[1](filename, extract_dir, **extra)
