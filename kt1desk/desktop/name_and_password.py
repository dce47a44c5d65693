"""Name and password of somebody who types them at a desk where another works: the way of Enter through the two inputs.

A hand that types a password by habit must find the input that hides it: Enter in the name only ever goes on to the password, and after
a refusal no password is left that Enter could send again. It must not know what the two are for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit


def name_and_password(name: FieldEdit, password: FieldEdit) -> tuple[Step, Step]:
    """The two steps; of the two only the password can be the last."""

    def to_password() -> bool:
        password.setFocus(Qt.FocusReason.TabFocusReason)
        return False

    return (
        Step(name, lambda: not name.text().strip(), to_password),
        Step(password, lambda: not password.text()),
    )
