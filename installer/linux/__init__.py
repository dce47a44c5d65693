"""The program for Debian: a base that PyInstaller makes of Python and the locked libraries, and two packages around it."""
