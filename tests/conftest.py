"""What every test stands on: a home of its own, the counter's time zone, a private screen, repeatable examples.

A test must never read or write the home of whoever runs it, nor open a window on their screen.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from tests.support.display import private_display
from tests.support.stretching import remember

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("desk"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

_HOME = Path(tempfile.mkdtemp(prefix="kt1desk-test-"))


def _own_environment() -> None:
    """Point everything that a library looks up by itself at an empty folder, before Qt is loaded."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = _HOME / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    os.environ.update(
        HOME=str(_HOME),
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
        TZ="<+07>-7",  # the counter's; written as a rule, so that it needs no zone files
        QT_QPA_PLATFORM="xcb",
        QT_QPA_PLATFORMTHEME="",
        QT_FONT_DPI="96",
        QT_IM_MODULE="",
    )
    if hasattr(time, "tzset"):
        time.tzset()


_own_environment()
remember()


LONGEST_FIRST = (
    *(
        "tests/stories/",
        "tests/simulation/",
        "tests/desktop/test_page_pictures",
        "tests/app/test_list_commands",
    ),
    *("tests/recovery/test_backup_of_before", "tests/centre/test_integrate_service"),
)
"""What takes minutes in one file: begun last, it would leave one worker without work while the other goes on."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; within them, and among the others, the order stays."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST_FIRST))


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A private X server of 1366×768 at 96 dpi with a window manager; one for each worker."""
    with private_display(tmp_path_factory.mktemp("display")) as name:
        os.environ["DISPLAY"] = name
        yield name
        if application := QApplication.instance():
            application.shutdown()  # before its server goes: Qt ends the whole process when the connection breaks
        os.environ.pop("DISPLAY", None)


@pytest.fixture(scope="session")
def qapp_cls(display: str) -> type[QApplication]:
    """Hook of pytest-qt: whoever asks for an application gets the private display first."""
    return QApplication


@pytest.fixture(scope="session")
def picture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where tests marked `pictures` save what they saw: kept by `make pictures`, thrown away otherwise."""
    wanted = os.environ.get("KT1DESK_PICTURES")
    folder = Path(wanted) if wanted else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
