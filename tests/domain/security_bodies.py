"""One of each fact about who got in, what left and whether the records are whole, with its bytes."""

from __future__ import annotations

from kt1desk.domain.facts import (
    ActRefused,
    BackupFailed,
    BackupMade,
    ClockJumped,
    ExportMade,
    PartiesViewed,
    RecordsChecked,
    SessionClosed,
    SessionOpened,
    SettingChanged,
    UserRevoked,
)
from kt1desk.domain.facts.plain import PlainFact

WRITTEN: dict[str, tuple[PlainFact, str]] = {
    "opened": (SessionOpened("ha.hoang", "password"), '{"by":"password","user":"ha.hoang"}'),
    "opened_after_tries": (
        SessionOpened("ha.hoang", "recovery", 7),
        '{"by":"recovery","refused":7,"user":"ha.hoang"}',
    ),
    "closed": (SessionClosed("ha.hoang", "log_off"), '{"user":"ha.hoang","why":"log_off"}'),
    "refused": (
        ActRefused("minh.nong", "accept_item", "user.clearance_missing"),
        '{"act":"accept_item","code":"user.clearance_missing","user":"minh.nong"}',
    ),
    "revoked": (UserRevoked("minh.nong", "left"), '{"user":"minh.nong","why":"left"}'),
    "export": (
        ExportMade("audit", 120, "ab" * 32),
        '{"rows":120,"sha256":"' + "ab" * 32 + '","what":"audit"}',
    ),
    "setting": (SettingChanged("printers"), '{"name":"printers"}'),
    "clock_forward": (ClockJumped(forward_ms=3_600_000), '{"forward_ms":3600000}'),
    "clock_back": (ClockJumped(back_ms=60_000), '{"back_ms":60000}'),
    "backup": (
        BackupMade("usb", "cd" * 32, "7.2.1.9", "7.1.1.4"),
        '{"counter":"7.2.1.9","kt1":"7.1.1.4","place":"usb","sha256":"' + "cd" * 32 + '"}',
    ),
    "no_backup": (BackupFailed("usb", "backup.place_away"), '{"code":"backup.place_away","place":"usb"}'),
    "checked": (RecordsChecked(40, 77), '{"counter":77,"kt1":40}'),
    "found": (
        RecordsChecked(40, 77, "store.chain_broken", "7.1.1.12"),
        '{"at":"7.1.1.12","counter":77,"found":"store.chain_broken","kt1":40}',
    ),
    "parties": (
        PartiesViewed("MA000000009VN", "ha.hoang"),
        '{"item":"MA000000009VN","user":"ha.hoang"}',
    ),
}
