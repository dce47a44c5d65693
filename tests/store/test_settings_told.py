"""A setting that a person changes stands in the journal by its name and by who did it, and never by what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.events import Event, Stream
from kt1desk.services.audit_log import AuditQuery
from kt1desk.services.wording_audit import audit_words
from kt1desk.store.settings import SET_BY_PEOPLE, Settings
from tests.support.audits import log_of, watched_desk
from tests.support.desks import Counter, marker_refused
from tests.support.reversals import refusal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with watched_desk(tmp_path) as made:
        yield made


def told(desk: Counter) -> list[Event]:
    with desk.store.read() as reader:
        return list(reader.newest(Stream.COUNTER, frozenset({"setting.changed"})))


@pytest.mark.parametrize("name", sorted(SET_BY_PEOPLE))
def test_a_changed_setting_is_told_of_once_with_its_name_and_who_did_it(desk: Counter, name: str) -> None:
    settings = Settings(desk.store, "clerk")

    settings.put(name, {"address": "192.168.1.77:9100"})
    settings.put(name, {"address": "192.168.1.77:9100"})

    (event,) = told(desk)
    assert settings.get(name) == {"address": "192.168.1.77:9100"}
    assert (event.envelope.actor, event.body()) == ("clerk", {"name": name})
    assert audit_words(event).more != name


def test_what_changes_by_itself_is_not_told_of(desk: Counter) -> None:
    settings = Settings(desk.store)

    for name in ("line", "mail.safe", "search_index", "printer_test.label"):
        settings.put(name, {"at": 1})

    assert told(desk) == []


def test_a_setting_that_could_not_be_kept_is_not_told_of_and_one_not_told_of_is_not_kept(
    desk: Counter,
) -> None:
    settings = Settings(desk.store, "clerk")

    too_large = refusal(lambda: settings.put("devices", {"x": "y" * 500_000})).code
    with marker_refused(desk):
        behind = refusal(lambda: settings.put("devices", {"scanner": "COM3"})).code
        refused = refusal(lambda: settings.put("near.folder", {"path": "/x"})).code

    assert (too_large, behind) == ("canonical.size", "store.marker_behind")
    assert refused == "store.marker_damaged"
    assert settings.get("near.folder") is None
    assert [event.body()["name"] for event in told(desk)] == ["devices"]


def test_whoever_may_see_the_log_sees_the_change(desk: Counter) -> None:
    Settings(desk.store, "clerk").put("printer.label", {"language": "zpl"})

    newest = log_of(desk).rows(desk.session("chief"), AuditQuery(), 1).events[0]

    assert (audit_words(newest).what, audit_words(newest).more) == ("Đổi cài đặt", "máy in nhãn")
