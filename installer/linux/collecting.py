"""Finds what the base is made of: modules and files of the locked libraries, the standard library, the shared Python.

Everything comes from the lists that the libraries themselves were installed with, and not from what imports what: so the base does not
depend on what else lies in the environment that builds it.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.metadata
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.linux import rules

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_SHARED_PYTHON = "libpython3.11.so.1.0"
_MODULE_ENDING = re.compile(r"(/__init__)?\.(py|abi3\.so|cpython-311-x86_64-linux-gnu\.so)$")


class NotReadyError(Exception):
    """This machine cannot make a base; the text says what is missing."""


@dataclass(frozen=True)
class Parts:
    """What PyInstaller is given.

    Attributes:
        modules: pairs of a path in the bundle, which ends with ``.py``, and the source of the module.
        binaries: pairs of a path in the bundle and the file that goes there: shared objects.
        data: the same for everything else.
    """

    modules: tuple[tuple[str, str], ...]
    binaries: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...]


def parts(lock: Path) -> Parts:
    """Everything for a base with the libraries of a lock.

    Raises:
        NotReadyError: a library is not installed at its version, or there is no shared Python.
    """
    modules = dict(standard_modules())
    binaries = {_SHARED_PYTHON: str(shared_python())} | dict(_extensions_of_python())
    data: dict[str, str] = {}
    for library in locked(lock):
        for name, file in _files(library):
            module = module_of(name)
            if module is not None and rules.LIBRARY_MODULES_WITHOUT.match(module):
                continue
            if _is_shared_object(name):
                if _stays(name, module):
                    binaries[name] = str(file)
            elif module is not None and not name.startswith(("docs/", "tests/")):
                modules[name] = str(file)
            elif rules.NOTES_OF_A_LIBRARY.match(name) or (
                ".dist-info/" not in name and not rules.LIBRARY_FILES_WITHOUT.match(name)
            ):
                data[name] = str(file)
    return Parts(*(tuple(sorted(each.items())) for each in (modules, binaries, data)))


def locked(lock: Path) -> Iterator[importlib.metadata.Distribution]:
    """The libraries of a lock as they are installed here."""
    for name, version in _PIN.findall(lock.read_text(encoding="utf-8")):
        try:
            library = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError as error:
            raise NotReadyError(f"{name}=={version} of {lock.name} is not installed") from error
        if library.version != version:
            raise NotReadyError(f"{lock.name} wants {name}=={version}, installed is {library.version}")
        yield library


def standard_modules() -> Iterator[tuple[str, str]]:
    """Every module of the standard library that a base holds, as in `Parts`."""
    folder = _standard_library()
    for top in sorted(sys.stdlib_module_names - set(rules.STANDARD_LIBRARY_WITHOUT)):
        for path in (folder / f"{top}.py", *sorted((folder / top).rglob("*.py"))):
            name = path.relative_to(folder).as_posix()
            module = module_of(name)
            if path.is_file() and module is not None and not re.search(r"\.(tests?|__main__)(\.|$)", module):
                yield name, str(path)


def module_of(path: str) -> str | None:
    """``a/b.py`` → ``a.b``, ``a/__init__.py`` → ``a``; None: no importable module."""
    stem, found = _MODULE_ENDING.subn("", path)
    name = stem.replace("/", ".")
    return name if found and all(part.isidentifier() for part in name.split(".")) else None


def shared_python() -> Path:
    """The shared library of the Python that runs this.

    Debian's own python3.11 has Python inside and its shared library in a package beside; other builds have it in their own folder.

    Raises:
        NotReadyError: there is none.
    """
    own = sysconfig.get_config_var("LIBDIR")
    places = (
        [Path(str(own)), Path("/usr/lib/x86_64-linux-gnu")] if own else [Path("/usr/lib/x86_64-linux-gnu")]
    )
    if Path(sys.base_prefix) == Path("/usr"):
        places = places[-1:]
    for place in places:
        if (place / _SHARED_PYTHON).is_file():
            return (place / _SHARED_PYTHON).resolve()
    raise NotReadyError(f"no {_SHARED_PYTHON}: package libpython3.11, or a Python built with --enable-shared")


def name_of_build_note() -> str:
    """The module in which this Python keeps what it was built with; Debian's has another name than one built by itself."""
    sysconfig.get_config_var("TZPATH")  # reads it
    return next(name for name in sys.modules if name.startswith("_sysconfigdata_"))


def sum_of_python() -> bytes:
    """SHA-256 over what of this Python goes into a base: its shared library, extensions and modules."""
    ctypes.CDLL(str(shared_python()))  # one that cannot be loaded is no runtime
    names = (
        {shared_python().name: str(shared_python())}
        | dict(_extensions_of_python())
        | dict(standard_modules())
    )
    whole = hashlib.sha256(sys.version.encode())
    for name in sorted(names):
        whole.update(name.encode() + b"\0" + hashlib.sha256(Path(names[name]).read_bytes()).digest())
    return whole.digest()


def _standard_library() -> Path:
    return Path(
        sysconfig.get_path("stdlib", vars={"installed_base": sys.base_prefix, "py_version_short": "3.11"})
    )


def _extensions_of_python() -> Iterator[tuple[str, str]]:
    folder = Path(
        sysconfig.get_path("stdlib", vars={"installed_base": sys.base_prefix, "py_version_short": "3.11"})
    )
    for path in sorted((folder / "lib-dynload").glob("*.cpython-311-x86_64-linux-gnu.so")):
        name = path.name.partition(".")[0]
        # C's own tests of the interpreter (_testcapi, _xxtestfuzz, xxlimited …) are no module anybody imports.
        if name not in rules.STANDARD_LIBRARY_WITHOUT and not re.match(r"_?(test|ctypes_test|xx)", name):
            yield f"python3.11/lib-dynload/{path.name}", str(path)


def _files(library: importlib.metadata.Distribution) -> Iterator[tuple[str, Path]]:
    for entry in library.files or ():
        path = Path(str(library.locate_file(entry)))
        if not str(entry).startswith("..") and "__pycache__" not in entry.parts and path.is_file():
            yield entry.as_posix(), path


def _is_shared_object(name: str) -> bool:
    return re.search(r"\.so(\.[0-9.]+)?$", name) is not None


def _stays(name: str, module: str | None) -> bool:
    if name.startswith("PySide6/Qt/plugins/"):
        return name.removeprefix("PySide6/Qt/plugins/") in rules.QT_PLUGINS
    if name.startswith("PySide6/Qt/lib/"):
        return name.removeprefix("PySide6/Qt/lib/lib").partition(".")[0] in rules.QT_LIBRARIES
    if name.startswith("PySide6/"):
        return name.startswith("PySide6/libpyside6.") or (
            module is not None and module.removeprefix("PySide6.") in rules.QT_MODULES
        )
    if module is not None and rules.LIBRARY_MODULES_WITHOUT.match(module):
        return False
    return not rules.LIBRARY_FILES_WITHOUT.match(name)
