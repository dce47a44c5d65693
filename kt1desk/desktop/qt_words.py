"""What Qt says of itself, in the log by kind, category and place in Qt.

Qt's messages quote what it could not do: a path, a text it could not paint, a page's stylesheet. On a terminal or in a service's journal
they would stand there with what somebody typed. Not even a checksum of the text is kept: ten digits of a telephone are soon tried.

This module must not know any page.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("kt1desk.desktop.qt")


def keep_qts_words() -> None:
    """From now on Qt's messages reach the log only, without their texts."""
    qInstallMessageHandler(_note)


def give_qts_words_back() -> None:
    """Before the interpreter ends: Qt outlives it, and may still say something."""
    qInstallMessageHandler(None)


def _note(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001 - never shown
    level = logging.INFO if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} else logging.WARNING
    _log.log(level, "qt %s %s at %s:%s", kind.name, context.category, context.function, context.line)
