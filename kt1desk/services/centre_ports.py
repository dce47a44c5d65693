"""What taking in the centre's mail asks of the store: notes, the marks of the mailbox, reference documents.

All of it is written in the transaction of the events it came with. This module must not know how anything is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kt1desk.domain.canonical import Json
from kt1desk.services.centre_rows import DocumentPiece, DocumentRow


class CentreReader(Protocol):
    """Questions."""

    def noted(self, name: str) -> Mapping[str, Json] | None:
        """A setting of this machine, None while there is none; see `kt1desk.store.settings`."""

    def mail_mark(self) -> tuple[int, bytes]:
        """Number and hash of the last frame of the mailbox that was taken; 0 and nothing before the first."""

    def mail_hash(self, number: int) -> bytes | None:
        """Hash of a frame of the mailbox that was taken, None where it was not."""

    def documents(self) -> Sequence[DocumentRow]:
        """Every version of every document that is here whole, by name and version."""

    def document(self, name: str, version: int) -> bytes:
        """The bytes of one.

        Raises:
            DeskError: ``document.unknown`` with ``name``.
        """


class CentreWork(Protocol):
    """Writing."""

    def note(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep a setting in place of what was there.

        Raises:
            DeskError: ``canonical.*``.
        """

    def mark_mail(self, number: int, hashed: bytes) -> None:
        """The frame of this number is taken: the mailbox is taken up to here, whatever was said of later ones."""

    def go_back_in_mail(self, number: int) -> None:
        """The mailbox is taken only up to this number (0: nothing): what follows comes again."""

    def gather(self, piece: DocumentPiece) -> bytes | None:
        """Keep a part of a document until all are here.

        Returns:
            The whole document, not yet proved, once this was its last part; nothing of it is kept then.
        """

    def put_document(self, row: DocumentRow, data: bytes) -> bool:
        """Keep a whole document that was proved. Returns whether it is new.

        Raises:
            DeskError: ``document.differs`` with ``name`` and ``version`` where another one stands under this version.
        """
