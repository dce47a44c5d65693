"""Doors of the services that accept many at once, from lists that somebody brings."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import DOSSIER, Door, Free, Kt1, Mixed

BATCHES: Mapping[str, Door] = {
    "batch_dossiers.DossierTaker.layout": DOSSIER,
    "batch_dossiers.DossierTaker.lines": DOSSIER,
    "batch_dossiers.DossierTaker.numbers": DOSSIER,
    "batch_dossiers.DossierTaker.quote": DOSSIER,
    "batch_dossiers.DossierTaker.take": DOSSIER,
    "batch_items.ItemTaker.layout": Free("names of columns"),
    "batch_items.ItemTaker.lines": Kt1(Act.ACCEPT_ITEM),
    "batch_items.ItemTaker.numbers": Free("repeats what a draft says"),
    "batch_items.ItemTaker.quote": Mixed(Act.ACCEPT_ITEM),
    "batch_items.ItemTaker.take": Kt1(Act.ACCEPT_ITEM),
    "batches.Batches.accept": Free(
        "each line is taken by its taker, which refuses; lines of before are its own list"
    ),
    "batches.Batches.layout": Free("names of columns"),
    "batches.Batches.plan": Kt1(Act.ACCEPT_ITEM),
}
