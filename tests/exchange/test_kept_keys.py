"""The key list a desk goes on with: the newest one its own province signed, and never an older one."""

from __future__ import annotations

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.exchange.kept_keys import keep_keys, kept_keys
from kt1desk.exchange.key_list import MAX_BYTES, sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.store import settings
from tests.support.exchange_keys import DAY, KEYS, OTHER_PROVINCE, PROVINCE, PROVINCE_KEY, code_of


class _Notes(dict[str, dict[str, Json]]):
    """Notes in memory."""

    def put(self, name: str, value: object) -> None:
        assert isinstance(value, dict)
        self[name] = value


def test_a_newer_list_is_kept_and_the_same_once_more_changes_nothing() -> None:
    notes = _Notes()
    first, second = (KeyList(KEYS.desks, issue, DAY) for issue in (5, 6))

    for content in (first, second, second):
        keep_keys(notes, PROVINCE_KEY, sign_key_list(content, PROVINCE))

    assert kept_keys(notes, PROVINCE_KEY).content == second


def test_an_older_list_or_another_province_s_is_refused_and_the_kept_one_stays() -> None:
    notes = _Notes()
    keep_keys(notes, PROVINCE_KEY, sign_key_list(KEYS, PROVINCE))
    older = sign_key_list(KeyList(KEYS.desks, 4, DAY), PROVINCE)
    foreign = sign_key_list(KeyList(KEYS.desks, 9, DAY), OTHER_PROVINCE)

    assert code_of(lambda: keep_keys(notes, PROVINCE_KEY, older)) == "key_list.older"
    assert code_of(lambda: keep_keys(notes, PROVINCE_KEY, foreign)) == "key_list.wrong_province"
    assert kept_keys(notes, PROVINCE_KEY).content == KEYS


@pytest.mark.parametrize("file", ["?", "e30="], ids=["no base64", "no key list"])
def test_a_kept_list_that_was_changed_is_not_believed(file: str) -> None:
    notes = _Notes({"mail.key_list": {"file": file}})

    assert code_of(lambda: kept_keys(notes, PROVINCE_KEY)) == "key_list.damaged"


def test_a_desk_without_a_list_says_so() -> None:
    assert code_of(lambda: kept_keys(_Notes(), PROVINCE_KEY)) == "key_list.none"


def test_the_largest_list_there_can_be_fits_into_the_notes() -> None:
    assert MAX_BYTES * 4 // 3 + 100 < settings.MAX_BYTES
