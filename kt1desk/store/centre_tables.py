"""Tables of what the centre sent that belongs to no event: how far its mail was taken, and reference documents with their parts.

No replay makes them again; the centre can send all of it once more. This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from kt1desk.store.columns import APPENDED, CLUSTERED, metadata, number, octets, words

mail_mark = Table(
    "mail_mark", metadata, number("number"), octets("hash"), PrimaryKeyConstraint("number"), **CLUSTERED
)
"""Every frame of the point's mailbox that was taken, by number: where the centre's mailbox was set back, the last common one is found."""

document = Table(
    "document",
    metadata,
    words("name"),
    number("version"),
    words("valid_from"),
    octets("sha256"),
    octets("data"),
    PrimaryKeyConstraint("name", "version"),
    **APPENDED,
)
"""Whole reference documents, every version: none is ever changed."""

document_part = Table(
    "document_part",
    metadata,
    octets("sha256"),
    number("part"),
    octets("data"),
    PrimaryKeyConstraint("sha256", "part"),
    **APPENDED,
)
"""Parts of documents that are not whole yet."""

CENTRE = (mail_mark, document, document_part)
