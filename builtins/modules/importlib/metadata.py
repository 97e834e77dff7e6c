class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        return self.args[0]


def distribution(distribution_name):
    """Get the Distribution instance for the named package."""
    if not distribution_name:
        raise ValueError('A distribution name is required.')
    raise PackageNotFoundError(distribution_name)


def version(distribution_name):
    """Get the version string for the named package."""
    return distribution(distribution_name)


def metadata(distribution_name):
    """Get the metadata for the named package."""
    return distribution(distribution_name)


def requires(distribution_name):
    """Return a list of requirements for the named package."""
    return distribution(distribution_name)


def distributions(**kwargs):
    """Get all Distribution instances in the current environment."""
    return iter(())


def entry_points(**params):
    """Return EntryPoint objects for all installed packages."""
    return ()
