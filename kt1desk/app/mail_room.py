"""The mail of an open desk: its own keys, the key list it believes, its notes.

This module must not know any screen.
"""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk
from kt1desk.app.entropy import system_entropy
from kt1desk.domain.service import Service
from kt1desk.exchange.kept_keys import keep_keys, kept_keys
from kt1desk.exchange.key_list import ProvedKeyList
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.policy import province_key
from kt1desk.store.device_key import PointKey
from kt1desk.store.own_keys import own_keys
from kt1desk.store.settings import Settings


def keys_of(desk: OpenDesk) -> PointKey:
    """What the desk signs and opens with.

    Raises:
        DeskError: ``disk.*``.
    """
    return own_keys(desk.store, desk.session.desk.point)


def mailroom_of(desk: OpenDesk, service: Service = Service.KT1) -> Mailroom:
    """What `kt1desk.exchange.inbox.Inbox` and `kt1desk.exchange.outgoing.write_bundle` work with, for the mail of a service.

    Raises:
        DeskError: ``trust.trial_desk``; ``key_list.none`` until a key list was brought in; ``key_list.*``; ``disk.*``.
    """
    notes = Settings(desk.store)
    believed = kept_keys(notes, province_of(desk)).content
    return Mailroom(desk.store, keys_of(desk), believed, notes, desk.clock, system_entropy, service)


def bring_keys_in(desk: OpenDesk, data: bytes) -> ProvedKeyList:
    """Go on with a newer key list.

    Raises:
        DeskError: ``trust.trial_desk``, ``key_list.*``, ``disk.*``.
    """
    return keep_keys(Settings(desk.store), province_of(desk), data)


def province_of(desk: OpenDesk) -> bytes:
    """The key (32 bytes) that the desk's own file was signed with.

    Raises:
        DeskError: ``trust.trial_desk``.
    """
    with desk.store.read() as reader:
        return province_key(reader)
