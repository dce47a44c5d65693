"""Lists at an open desk: which kind is read by which columns and accepted by which service.

This module must not know any screen, nor the command line.
"""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk
from kt1desk.app.entropy import system_entropy
from kt1desk.services.batch_items import ItemTaker
from kt1desk.services.batch_keys import SECRET_BYTES
from kt1desk.services.batches import Batches
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings

_SECRET = "lists.secret"  # noqa: S105  the name of the setting, not what it holds


def item_batches(desk: OpenDesk) -> Batches[AcceptanceDraft]:
    """Lists of KT1 items."""
    taker = ItemTaker(desk.store, desk.reference, desk.clock, desk.acceptance)
    return Batches(desk.store, taker, line_secret(desk.store))


def line_secret(store: DeskStore) -> bytes:
    """This desk's own secret for the keys of lines; made when it is first asked for, kept in the encrypted file ever after."""
    settings = Settings(store)
    kept = settings.get(_SECRET)
    if kept is not None:
        return bytes.fromhex(str(kept["hex"]))
    made = system_entropy(SECRET_BYTES)
    settings.put(_SECRET, {"hex": made.hex()})
    return made
