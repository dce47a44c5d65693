"""What every installation carries, whatever its system: the version's own files, the notes that list them, and the zips of an upgrade.

The same checkout gives the same bytes: nothing depends on where the checkout lies, on the clock, on rights or on the order of a folder.
"""
