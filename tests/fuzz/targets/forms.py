"""What an older program wrote for a newer one, and what the centre posts: drafts laid aside and documents of reference rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kt1desk.domain.kt1 import Secrecy
from kt1desk.services import draft_json
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.store.reference_files import DOCUMENTS, check_document
from tests.fuzz.target import Layer, Target
from tests.fuzz.targets.kept import WORDS, object_of, written
from tests.support.reference import FACTS, SAMPLE


def _draft(kind: type[Any]) -> Callable[[bytes], None]:
    def feed(data: bytes) -> None:
        value = object_of(data)
        if value is not None:
            draft_json.written(draft_json.read(kind, value))

    return feed


_ITEM = AcceptanceDraft(
    sender="LS-SNV",
    other_receiver=OtherParty("Lan", "12 Chi Lăng", "20"),
    secrecy=Secrecy("C"),
    weight_g=340,
    answers={"a": True},
)
_HANDOVER = HandoverDraft(
    "LS-STP",
    "Lan",
    "",
    (CountedCover("ME473124829VN", False, 3, (("1", "missing"),), True),),
    ("H37.20-261123-0001",),
)


@cache
def _documents() -> Mapping[str, bytes]:
    """Each shipped file with its first three rows: reading all of them costs milliseconds and says the same."""
    found = {}
    for path in (*FACTS.glob("*.json"), *SAMPLE.glob("*.json")):
        if path.stem in DOCUMENTS:
            made = json.loads(path.read_bytes())
            made["rows"] = made["rows"][:2]
            found[path.stem] = written(made)
    return found


def _document_seeds() -> list[bytes]:
    return [written({"name": name, "file": json.loads(data)}) for name, data in sorted(_documents().items())]


def _document(data: bytes) -> None:
    made = object_of(data)
    if made is not None and isinstance(made.get("name"), str):
        check_document(made["name"], written(made["file"]) if "file" in made else b"")


def _document_bytes(data: bytes) -> None:
    check_document("points", data)


TARGETS = (
    Target(
        "drafts",
        (
            Layer("item", lambda: [written(draft_json.written(_ITEM))], _draft(AcceptanceDraft), tree=True),
            Layer(
                "dossier",
                lambda: [written(draft_json.written(DossierDraft()))],
                _draft(DossierDraft),
                tree=True,
            ),
            Layer(
                "handover", lambda: [written(draft_json.written(_HANDOVER))], _draft(HandoverDraft), tree=True
            ),
        ),
    ),
    Target(
        "documents",
        (
            Layer("rows", _document_seeds, _document, tree=True, share=3),
            Layer("bytes", lambda: [_documents()["points"]], _document_bytes, WORDS),
        ),
    ),
)
