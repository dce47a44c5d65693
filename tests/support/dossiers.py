"""Dossiers for tests: made-up procedures whose every figure is known, and a draft with nothing wrong with it."""

from __future__ import annotations

from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import ApplicantKind, Form, PaperLine, Presence
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper, Procedure
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Proxy, Residence

FROM = date(2026, 1, 1)
CENTRE = "05983"
"""Phường Lương Văn Tri, formerly of Thành phố Lạng Sơn alone, as the main part of the ward of the trial desk's point."""
SPANS_TWO = "06187"
"""Phường Kỳ Lừa lies on two former districts."""


def made_up(code: str, name: str, **said: object) -> Procedure:
    """A version of a procedure that no source gives."""
    given = {"field": "Hộ tịch", "level": "xã", "authorities": ("LS-05983-TTHCC",)} | said
    return Procedure(
        code=code,
        name=name,
        valid_from=FROM,
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        **given,  # type: ignore[arg-type]
    )


POSTABLE = made_up(
    "9.100001",
    "Cấp bản sao giấy thử nghiệm",
    papers=(
        ListedPaper("1", "Tờ khai theo mẫu", originals=1),
        ListedPaper("2", "Bản sao giấy tờ chứng minh nơi cư trú", copies=1, certified=True),
        ListedPaper("3", "Văn bản ủy quyền", group="Trường hợp ủy quyền"),
    ),
    channels=(ChannelRule(Channel.POST, 3, DurationUnit.WORKING_DAY, 8_000),),
    may_send=True,
    may_return=True,
)
IN_PERSON = made_up("9.100002", "Lấy dấu vân tay thử nghiệm", may_send=False, may_return=False)
SAYS_NOTHING = made_up("9.100003", "Thủ tục thử nghiệm nguồn không nói gì", authorities=())
ANYWHERE = made_up("9.100004", "Xác nhận thử nghiệm ở mọi xã", authorities=("XA-TTHCC", "LS-STP"))
PROCEDURES = (POSTABLE, IN_PERSON, SAYS_NOTHING, ANYWHERE)


PROXY = Proxy("Hoàng Văn Thử", "020085000456", "0987654321", "Giấy ủy quyền số 12 ngày 20/11/2026")
ORGANISATION = Applicant(
    ApplicantKind.ORGANISATION,
    "Công ty TNHH Thử Nghiệm",
    tax_code="0100109106",
    phone="02053812345",
    residence=Residence("Số 2 đường Thử Nghiệm", CENTRE),
)


def person() -> Applicant:
    """A made-up applicant who lives in the ward of that centre."""
    return Applicant(
        name="Lương Thị Mẫu",
        identity="020190000123",
        phone="0912345678",
        residence=Residence("Số 1 đường Thử Nghiệm", CENTRE),
    )


def counted() -> tuple[PaperLine, ...]:
    """The list of `POSTABLE` as counted: two papers brought, one not needed."""
    return (
        PaperLine("1", "Tờ khai theo mẫu", originals=1),
        PaperLine("2", "Bản sao giấy tờ chứng minh nơi cư trú", certified=1),
        PaperLine("3", "Văn bản ủy quyền", presence=Presence.NOT_NEEDED),
    )


def ordinary_dossier() -> DossierDraft:
    """Both ways between the point and the one-stop centre of a ward of the same former district: 26.500 đ and 26.000 đ, paid in cash."""
    return DossierDraft(
        form=Form.BOTH,
        procedure=POSTABLE.code,
        papers=counted(),
        authority="LS-05983-TTHCC",
        applicant=person(),
        weight_g=320,
    )
