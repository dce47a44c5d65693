"""Staff from a table: users who may work at this desk, once a password has been set for each.

A table gives no clearance for KT1 (the province's signed desk file does) and changes nobody who is there already. This module
must not know files or keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import UserEnrolled
from kt1desk.domain.permissions import Act, Role, require
from kt1desk.domain.text import fold
from kt1desk.services import cells
from kt1desk.services.import_columns import STAFF_COLUMNS
from kt1desk.services.ports import Appending, Reader, Work
from kt1desk.services.sessions import Session
from kt1desk.services.set_up import NewUser
from kt1desk.services.sheets import Layout, SheetLine
from kt1desk.services.wording import role_name

_ROLES = MappingProxyType(
    {
        **{fold(role_name(role)): role for role in Role},
        **{role.value: role for role in Role},
        "gdv": Role.CLERK,
        "ksv": Role.CONTROLLER,
        "quan tri vien": Role.ADMINISTRATOR,
    }
)


@dataclass(frozen=True, slots=True)
class StaffImporter:
    """Implements `kt1desk.services.imports.Importer`. ``session`` is whoever brings the table."""

    session: Session

    @property
    def kind(self) -> str:
        """See `Importer.kind`."""
        return "staff"

    @property
    def layout(self) -> Layout:
        """See `Importer.layout`."""
        return STAFF_COLUMNS

    def check_rights(self, session: Session, on: date) -> None:
        """See `Importer.check_rights`."""
        require(session.actor, Act.MANAGE_USERS, on)

    def read(self, line: SheetLine, _file: str) -> NewUser:
        """See `Importer.read`."""
        person = person_of(line)
        if Role.ADMINISTRATOR in person.roles and Role.ADMINISTRATOR not in self.session.actor.roles:
            raise DeskError("import.role_above", "roles")
        return person

    def key(self, row: NewUser) -> str:
        """See `Importer.key`."""
        return row.user

    def remark(self, _row: NewUser) -> DeskError | None:
        """See `Importer.remark`: nothing."""
        return None

    def known(self, reader: Reader) -> Callable[[NewUser], bool]:
        """See `Importer.known`; raises ``import.user_differs``."""
        users = {row.user: row for row in reader.users()}

        def is_there(row: NewUser) -> bool:
            user = users.get(row.user)
            if user is None:
                return False
            if (user.name, frozenset(user.roles)) != (row.name, frozenset(role.value for role in row.roles)):
                raise DeskError("import.user_differs", "user")
            return True

        return is_there

    def write(self, work: Work, rows: Sequence[NewUser], how: Appending) -> None:
        """See `Importer.write`."""
        for row in rows:
            fact = UserEnrolled(row.user, tuple(sorted(role.value for role in row.roles)))
            work.append(fact, replace(how, particulars={"person": {"name": row.name}}))


def person_of(line: SheetLine) -> NewUser:
    """Somebody as a line of a table says it, without a clearance.

    Raises:
        DeskError: ``import.role_unknown``, ``user.*``, ``text.*``; the column is the field.
    """
    roles = frozenset(_roles(line.text("roles")))
    try:
        return NewUser(line.text("user"), line.text("name"), roles).checked()
    except DeskError as error:
        field = "roles" if error.code == "user.no_role" else error.field
        raise DeskError(error.code, field, **error.details) from error


def _roles(text: str) -> Iterator[Role]:
    for said in filter(None, (part.strip() for part in re.split(r"[,;+/\n]", text))):
        yield cells.choice(said, _ROLES, "roles", "import.role_unknown")
