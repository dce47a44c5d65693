"""What goes into the Linux base and what stays out. This text is one of the things a base is named by: a new rule, a new base.

A version that comes later runs on the base of an earlier one where no lock has changed, so a base holds whole libraries and the whole
standard library, not only what today's program imports. What is left out is what no program of a counter can want.
"""

from __future__ import annotations

import re

QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtSvg", "QtWidgets")
"""A test compares them with what the program imports."""

QT_LIBRARIES = (
    *("Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Svg", "Qt6Widgets", "Qt6XcbQpa"),
    *("icudata", "icui18n", "icuuc"),
)

QT_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqgif.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    # A dead key of a keyboard, and the bus over which ibus hands in Vietnamese letters.
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    # The self-test of a setup has no screen; minimal is what Qt itself falls back to in a message.
    "platforms/libqminimal.so",
    "platforms/libqoffscreen.so",
    "platforms/libqxcb.so",
)

STANDARD_LIBRARY_WITHOUT = (
    *(
        "__phello__",
        "antigravity",
        "ensurepip",
        "idlelib",
        "lib2to3",
        "pydoc_data",
        "test",
        "this",
        "tkinter",
        "turtle",
    ),
    *("turtledemo", "venv"),
    *("_curses", "_curses_panel", "_dbm", "_gdbm", "_tkinter", "curses", "nis", "ossaudiodev", "readline"),
)
"""Top names. The last row would ask for libraries of terminals and networks of long ago."""

LIBRARY_MODULES_WITHOUT = re.compile(
    r"""
    PySide6\.(?!(QtCore|QtDBus|QtGui|QtSvg|QtWidgets|_config|_git_pyside_version|support)(\.|$))
    | shiboken6\._git
    | (sqlalchemy|alembic|mako)\.testing(\.|$)
    | sqlalchemy\.ext\.mypy(\.|$)
    | alembic\.templates(\.|$)
    | reportlab\.graphics\.samples(\.|$)
    | PIL\.(_avif|AvifImagePlugin|_imagingtk|ImageTk|_tkinter_finder)$
    | .*\.(tests?|test_\w+)(\.|$)
    | cffi\.(recompiler|setuptools_ext|verifier|vengine_.*|_embedding|_shimmed_dist_utils)$
    """,
    re.VERBOSE,
)
"""Modules of libraries that stay out: Qt that the program has not, what libraries test themselves with, Tk, compilers at run time."""

LIBRARY_FILES_WITHOUT = re.compile(
    r"""
    .*\.(py|pyc|pyi|pyx|pxd|c|h|hpp|cpp|sh|typed|json|in)$   # sources, types; Qt's metatypes are .json
    | PySide6/(Qt/|.*\.(?!so)|designer|lupdate|scripts|typesystems|glue|doc|include|qmlformat|[a-z]+$)
    | shiboken6/(files\.dir|lib)/
    | (docs|tests)/
    | securesystemslib/_vendor/ed25519/
    | reportlab/fonts/       # the program brings its own; what PDF readers have needs figures only, and those are modules
    | (sqlalchemy|alembic)/(testing|templates)/
    | pillow\.libs/libavif-
    | PIL/_avif
    | \.\./
    """,
    re.VERBOSE,
)
"""Files of libraries, other than modules, that stay out."""

NOTES_OF_A_LIBRARY = re.compile(
    r"^[^/]+\.dist-info/(METADATA|entry_points\.txt|licenses/.*|LICENSE.*|LICENCE.*|COPYING.*|NOTICE.*)$"
)
"""Of the notes beside a library: who wrote it and under which licence, and its version."""

ZONES = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"
"""Where Debian keeps time zones: all that a program asks Python's own build for. The rest tells folders of the build machine."""
