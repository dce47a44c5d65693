"""What a clone must look like: its top level, no trace of a machine or an index, locks and forms that are fresh."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest

from tests.support.tree import FORMS, ROOT, tracked_files

TOP_LEVEL = {
    *("kt1desk", "resources", "ui", "alembic", "tests", "installer", "docs", ".ci"),
    *("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "alembic.ini"),
    *(
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-windows.txt",
        ".gitignore",
        ".gitattributes",
        ".editorconfig",
    ),
}
TEST_FOLDERS_OF_THEIR_OWN = {
    *("stories", "faults", "bench", "support", "vectors"),
    *("resources", "installer", "alembic"),
    *("access", "simulation", "fuzz"),
}
LARGEST_FILE_BYTES = 2 * 1024 * 1024
# Written in pieces, so that this file does not break its own rule.
FORBIDDEN_TEXT = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + "(?:work|root|home/[a-z]+)/",
            "--" + "(?:extra-)?index-url",
            "--" + "find-links",
            '"resolved": ' + '"http',
            "registry = " + '"http',
            "Not" + "ImplementedError",
            r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b",
        )
    )
)
BINARY = {".png", ".ttf", ".otf", ".ico", ".pdf", ".wav", ".bin", ".prn"}
REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def pins(text: str) -> dict[str, str]:
    """Versions by normalised name, from a lock or a list of requirements."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in REQUIREMENT.findall(text)}


def test_nothing_stands_at_the_top_level_but_what_the_layout_knows() -> None:
    tracked = names(tracked_files())

    assert {name.partition("/")[0] for name in tracked} - TOP_LEVEL == set()


def test_the_folder_of_revisions_does_not_hide_the_library_of_the_same_name() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists()


def test_the_tests_mirror_the_program() -> None:
    folders = {
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    packages = {path.name for path in (ROOT / "kt1desk").iterdir() if path.is_dir()}

    assert folders - packages - TEST_FOLDERS_OF_THEIR_OWN == set()


def test_no_file_names_a_machine_or_an_index_or_leaves_work_for_later() -> None:
    texts = [path for path in tracked_files() if path.suffix not in BINARY]

    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in texts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := FORBIDDEN_TEXT.search(line))
    ]

    assert found == []


def test_no_file_is_larger_than_two_megabytes() -> None:
    large = [path for path in tracked_files() if path.stat().st_size > LARGEST_FILE_BYTES]

    assert names(large) == []


@pytest.mark.parametrize(("lock", "extra"), [("requirements.txt", None), ("requirements-dev.txt", "dev")])
def test_a_lock_holds_every_dependency_at_the_version_the_project_names(lock: str, extra: str | None) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]

    locked = pins((ROOT / lock).read_text(encoding="utf-8"))
    locked |= pins((ROOT / "requirements-windows.txt").read_text(encoding="utf-8"))

    asked = pins("\n".join(wanted))
    assert len(asked) == len(wanted), "every dependency is pinned to one version"
    assert asked.items() <= locked.items()


def test_both_locks_agree_on_what_they_share() -> None:
    desk = pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    tools = pins((ROOT / "requirements-dev.txt").read_text(encoding="utf-8"))

    assert desk
    assert desk.items() <= tools.items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "requirements-windows.txt"])
def test_every_line_of_a_lock_is_a_version_with_hashes_or_a_comment(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())

    loose = [
        entry.splitlines()[0]
        for entry in entries
        if not entry.startswith("#") and not (REQUIREMENT.match(entry) and "--hash=sha256:" in entry)
    ]

    assert loose == []


def test_the_compiled_forms_are_what_the_designer_sources_say(tmp_path: Path) -> None:
    sources = sorted((ROOT / "ui").glob("*.ui"))
    # What `pyside6-uic` calls, without starting Python and PySide6 around it for each form.
    compiler = (Path(PySide6.__file__).parent / "Qt" / "libexec" / "uic", "-g", "python")

    for source in sources:
        compiled = tmp_path / f"{source.stem}.py"
        subprocess.run(
            [*compiler, "--no-autoconnection", source.relative_to(ROOT), "-o", compiled], cwd=ROOT, check=True
        )
    unused = ("--isolated", "--quiet", "--fix", "--select", "F401")
    subprocess.run([Path(sys.executable).with_name("ruff"), "check", *unused, tmp_path], cwd=ROOT, check=True)

    fresh = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.py")}
    kept = {
        path.name: path.read_text(encoding="utf-8")
        for path in FORMS.glob("*.py")
        if path.name != "__init__.py"
    }
    assert sorted(fresh) == sorted(kept)
    assert [name for name, text in fresh.items() if text != kept[name]] == []
