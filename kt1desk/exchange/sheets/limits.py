"""How much of a brought file is read at all: a list is no reason to fill the memory of the counter."""

MAX_BYTES = 10 * 1024 * 1024
"""Of the file as it lies on the disk."""

MAX_UNPACKED = 100 * 1024 * 1024
"""Of everything packed in a workbook: 50,000 lines of fifteen columns are about 45 MB of XML."""

MAX_PARTS = 1_000
"""Files packed in a workbook."""

MAX_LINES = 50_000
MAX_COLUMNS = 200
TITLES_WITHIN = 20
"""Lines among which the line of titles must stand: headings, a letterhead and blank lines come before it."""
