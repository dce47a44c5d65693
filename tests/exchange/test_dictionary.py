"""Preset dictionaries: what was packed with one is unpacked with the same bytes for ever."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import CURRENT, DIGESTS, FOLDER, read_dictionaries, shipped
from kt1desk.exchange.reading import deflated
from kt1desk.sampling.dictionary import LARGEST_BYTES, dictionary, main
from tests.support.chains import Writer, dispatch, send
from tests.support.exchange_keys import refusal


def test_dictionary_one_has_the_bytes_it_always_had() -> None:
    data = (FOLDER / "1.bin").read_bytes()

    assert (
        hashlib.sha256(data).hexdigest() == "09b5a9407568c62859b53bebba8a3299e3756c423ebaa91a6ea5fd93b9db6f67"
    )
    assert shipped()[1] == data


def test_every_dictionary_that_ships_is_known_and_the_newest_is_packed_with() -> None:
    files = {int(path.stem) for path in FOLDER.glob("*.bin")}

    assert files == set(DIGESTS)
    assert max(files) == CURRENT


@pytest.mark.parametrize("fault", ["changed", "missing"])
def test_a_dictionary_that_is_not_what_it_was_is_not_used(tmp_path: Path, fault: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "dictionaries")
    file = tmp_path / "dictionaries" / "1.bin"
    if fault == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1] + b"?")

    refused = refusal(lambda: read_dictionaries(tmp_path / "dictionaries"))

    assert (refused.code, refused.details["number"]) == ("dictionary.damaged", 1)


def test_a_dictionary_can_be_made_anew_and_packs_a_dispatch_to_less_than_two_thirds(tmp_path: Path) -> None:
    told = wire.encode(send(Writer(), dispatch(10, secret=3)))

    main([str(tmp_path / "next.bin")])
    made = (tmp_path / "next.bin").read_bytes()

    assert made == dictionary()
    assert len(made) <= LARGEST_BYTES
    assert len(deflated(told, made)) < len(deflated(told, b"")) * 2 / 3
