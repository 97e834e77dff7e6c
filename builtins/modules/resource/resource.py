# The module resource.

from collections import namedtuple as _namedtuple

error = OSError

struct_rusage = _namedtuple('struct_rusage', 'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt '
                            'ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw', module='resource')


def getrusage(who):
    """Return what the process, its children or the thread have used."""
    return struct_rusage(*_usage(who))
