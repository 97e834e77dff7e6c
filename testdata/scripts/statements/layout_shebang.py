#!/usr/bin/env python3
# -*- coding: utf-8 -*-
'single quoted docstring'
from __future__ import annotations
import sys
print(__doc__, __name__)
def main(argv):
    """Entry point."""
    n = len(argv)
    print("args", n)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
