"""Who can open the desk: passwords, the recovery code, and nobody else."""

from __future__ import annotations

import stat
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import recovery_code
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.key_wrap import Binding, password_key
from kt1desk.store.keys import KeyRing, calibrated, new_dek, new_recovery_code
from tests.support.clocks import HandClock

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)
DEK = bytes(range(32))
AN, BINH = "Mật khẩu của tôi", "chuyến thư đêm 7"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.prepare()
    return made


@pytest.fixture
def ring(folder: DataFolder, clock: HandClock) -> KeyRing:
    return KeyRing(folder, clock, CHEAP)


def _refusal(ring: KeyRing, user: str, password: str) -> DeskError:
    with pytest.raises(DeskError) as refused:
        ring.unlock(user, password)
    return refused.value


def test_each_user_opens_with_his_own_password_only(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})

    opened = [ring.unlock("an", AN), ring.unlock("binh", BINH), ring.unlock(" AN ", AN)]
    refused = [_refusal(ring, "an", BINH), _refusal(ring, "nobody", AN), _refusal(ring, "recovery", AN)]

    assert opened == [DEK] * 3
    assert {(error.code, error.field) for error in refused} == {("login.wrong_password", "password")}
    assert ring.users() == ["an", "binh"]
    assert ring.versions() == {"an": 1, "binh": 1, "recovery": 1}


def test_a_password_opens_whichever_way_its_marks_are_typed(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": unicodedata.normalize("NFC", AN)})

    assert ring.unlock("an", unicodedata.normalize("NFD", AN)) == DEK


def test_a_changed_password_is_a_new_version_and_the_old_one_opens_nothing(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})

    version = ring.write_slot("an", "mật khẩu mới", DEK)

    assert version == ring.versions()["an"] == 2
    assert _refusal(ring, "an", AN).code == "login.wrong_password"
    assert ring.unlock("an", "mật khẩu mới") == DEK
    assert ring.unlock("binh", BINH) == DEK


def test_a_slot_moved_to_another_name_or_version_opens_nothing(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN})
    data = folder.keys.read_bytes()

    for old, new in ((b'"an"', b'"em"'), (b'"version":1}', b'"version":2}'), (b'"device":7', b'"device":8')):
        folder.keys.write_bytes(data.replace(old, new))
        assert _refusal(ring, "em" if new == b'"em"' else "an", AN).code == "login.wrong_password"


def test_a_copied_slot_file_does_not_open_on_another_machine(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN})

    folder.device_secret.write_bytes(bytes(32))

    assert _refusal(ring, "an", AN).code == "login.wrong_password"


def test_the_recovery_code_opens_on_another_machine_and_a_new_password_works_there(
    ring: KeyRing, folder: DataFolder
) -> None:
    code = ring.create(7, DEK, {"an": AN})
    folder.device_secret.unlink()
    assert _refusal(ring, "an", AN).code == "key.device_secret_missing"

    dek = ring.unlock_recovery(code.lower().replace("-", " "))
    ring.write_slot("an", "mật khẩu mới", dek)

    assert dek == ring.unlock("an", "mật khẩu mới") == DEK


def test_a_new_recovery_code_makes_the_old_one_worthless(ring: KeyRing) -> None:
    old = ring.create(7, DEK, {"an": AN})

    new = new_recovery_code()
    version = ring.write_recovery(DEK, new)

    assert ring.unlock_recovery(new) == DEK
    assert version == ring.versions()["recovery"] == 2
    with pytest.raises(DeskError, match=r"key\.recovery_code_wrong") as refused:
        ring.unlock_recovery(old)
    assert refused.value.field == "recovery_code"


def test_a_slip_in_the_recovery_code_is_told_apart_from_a_wrong_code(ring: KeyRing) -> None:
    code = ring.create(7, DEK, {"an": AN})
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    _, foreign = recovery_code.make(bytes(16))

    for typed, reason in (
        (slip, "typo"),
        (code[:-3], "length"),
        ("U" + code[1:], "symbol"),
        (foreign, "wrong"),
    ):
        with pytest.raises(DeskError, match=f"key.recovery_code_{reason}"):
            ring.unlock_recovery(typed)


def test_recovery_codes_use_all_their_125_bits() -> None:
    codes = {recovery_code.make(byte * 16)[1] for byte in (b"\x00", b"\x80", b"\xff")}

    assert codes == {
        "00000-00000-00000-00000-00000-0",
        recovery_code.make(b"\x80" * 16)[1],
        "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-H",
    }
    assert len(codes) == 3


@pytest.mark.parametrize("length", [15, 17])
def test_a_recovery_code_needs_exactly_its_random_bytes(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        recovery_code.make(bytes(length))


def test_a_desk_is_set_up_once(ring: KeyRing) -> None:
    ring.create(7, DEK, {"an": AN})

    with pytest.raises(DeskError, match=r"key\.exists"):
        ring.create(7, DEK, {"an": BINH})

    assert ring.unlock("an", AN) == DEK


def test_a_weak_first_password_leaves_nothing_behind(ring: KeyRing, folder: DataFolder) -> None:
    with pytest.raises(DeskError, match=r"key\.password_too_short"):
        ring.create(7, DEK, {"an": AN, "binh": "ngắn"})

    assert not folder.keys.exists()
    assert not folder.device_secret.exists()


def test_without_a_slot_file_the_desk_says_so(ring: KeyRing) -> None:
    for use in (
        ring.users,
        ring.versions,
        lambda: ring.unlock("an", AN),
        lambda: ring.write_recovery(DEK, new_recovery_code()),
    ):
        with pytest.raises(DeskError, match=r"key\.missing"):
            use()


def test_no_key_and_no_password_stands_in_any_file(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN})
    ring.unlock("an", AN)

    everything = b"".join(file.read_bytes() for file in folder.root.rglob("*") if file.is_file())

    for secret in (DEK, DEK.hex().encode(), AN.encode(), AN.encode("utf-16-le")):
        assert secret not in everything


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_only_the_owner_can_read_what_lies_in_the_folder(ring: KeyRing, folder: DataFolder) -> None:
    ring.create(7, DEK, {"an": AN})
    ring.unlock("an", AN)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder.root, *folder.root.rglob("*"))}

    assert set(modes.values()) == {0o600, 0o700}
    assert {"keys.json", "device", "attempts.json"} <= modes.keys()


def test_an_unknown_user_costs_what_a_known_one_does(ring: KeyRing, clock: HandClock) -> None:
    """Counted in the work done, not in seconds: the same Argon2id with the same cost."""
    ring.create(7, DEK, {"an": AN})
    spent: list[Cost | None] = []

    def counting(password: str, salt: bytes, secret: bytes, binding: Binding) -> bytes:
        spent.append(binding.cost)
        return password_key(password, salt, secret, binding)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kt1desk.store.keys.password_key", counting)
        _refusal(ring, "an", BINH)
        _refusal(ring, "nobody", BINH)
        _refusal(ring, "a|b", BINH)

    assert spent == [CHEAP] * 3


def test_the_sixth_try_after_five_wrong_ones_has_to_wait_even_with_the_right_password(
    ring: KeyRing, folder: DataFolder, clock: HandClock
) -> None:
    ring.create(7, DEK, {"an": AN, "binh": BINH})
    for _ in range(5):
        assert _refusal(ring, "an", "sai").code == "login.wrong_password"

    waiting = _refusal(KeyRing(folder, clock, CHEAP), "an", AN)
    clock.pass_ms(30_000)

    assert (waiting.code, waiting.details["seconds"]) == ("login.wait", 30)
    assert ring.unlock("an", AN) == DEK


def test_the_cost_is_the_dearest_that_a_second_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = HandClock()
    found = {}

    for name, ms_for_64_mib in {"fast": 200, "medium": 400, "slow": 700, "hopeless": 3_000}.items():

        def stretch(
            _password: str,
            _salt: bytes,
            _secret: bytes,
            binding: Binding,
            ms: int = ms_for_64_mib,
        ) -> bytes:
            assert binding.cost is not None
            clock.pass_ms(ms * binding.cost.memory_kib // LEAST_MEMORY_KIB)
            return bytes(32)

        monkeypatch.setattr("kt1desk.store.keys.password_key", stretch)
        found[name] = calibrated(clock).memory_kib // 1024

    assert found == {"fast": 256, "medium": 128, "slow": 64, "hopeless": 64}


def test_a_real_machine_can_be_calibrated() -> None:
    class Real(HandClock):
        def monotonic_ms(self) -> int:
            return time.monotonic_ns() // 1_000_000

    assert calibrated(Real()).memory_kib in {64 * 1024, 128 * 1024, 256 * 1024}


def test_new_database_keys_differ() -> None:
    assert len({new_dek() for _ in range(100)}) == 100
    assert {len(new_dek()) for _ in range(3)} == {32}
