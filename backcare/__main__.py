"""`python -m backcare`, and the entry of a frozen program."""

import sys

from backcare.cli import main

if __name__ == "__main__":
    sys.exit(main())
