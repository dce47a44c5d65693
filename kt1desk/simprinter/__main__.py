"""``python -m kt1desk.simprinter``: the same as ``kt1desk-simprinter``."""

import sys

from kt1desk.simprinter.cli import main

if __name__ == "__main__":
    sys.exit(main())
