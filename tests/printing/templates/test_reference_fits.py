"""Every party, point and product the desk ships with fits on its papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kt1desk.printing.templates import check_fit
from tests.printing.custody_samples import CUSTODY
from tests.printing.dossier_samples import RETURN_LABEL, REVERSAL, SEND_LABEL, slip
from tests.printing.samples import FULL_RECEIPT, LABEL

_RESOURCES = Path(__file__).parents[3] / "resources"


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((_RESOURCES / f"{name}.json").read_text("utf-8"))["rows"]
    return rows


def _uncommitted(values: dict[str, str]) -> dict[str, str]:
    return {key: text for key, text in values.items() if key not in {"event_ref", "event_hash"}}


@pytest.mark.parametrize(("template", "values"), [("kt1_label", LABEL), ("kt1_receipt", FULL_RECEIPT)])
def test_every_agency_fits_as_sender_and_as_receiver(template: str, values: dict[str, str]) -> None:
    agencies = _rows("sample/agencies")

    for agency in agencies:
        parties = {
            f"{side}_{part}": agency[part] for side in ("sender", "receiver") for part in ("name", "address")
        }
        check_fit(template, 1, {**_uncommitted(values), **parties})

    assert len(agencies) == 44


@pytest.mark.parametrize(("template", "values"), [("kt1_label", LABEL), ("kt1_receipt", FULL_RECEIPT)])
def test_every_point_fits(template: str, values: dict[str, str]) -> None:
    points = _rows("sample/points")

    for point in points:
        check_fit(template, 1, {**_uncommitted(values), "point": f"{point['name']} – {point['code']}"})

    assert len(points) == 53


@pytest.mark.parametrize(
    ("template", "values"),
    [("dossier_slip", slip(1)), ("dossier_label", SEND_LABEL), ("reversal_slip", REVERSAL)],
)
def test_every_point_fits_on_the_papers_of_a_dossier(template: str, values: dict[str, str]) -> None:
    points = _rows("sample/points")

    for point in points:
        texts = {"point": f"{point['name']} – {point['code']}", "point_address": point["address"]}
        known = {key: text for key, text in texts.items() if key in values}
        check_fit(template, 1, {**_uncommitted(values), **known})

    assert len(points) == 53


def test_every_authority_that_receives_dossiers_fits_on_the_papers_of_a_dossier() -> None:
    authorities = _rows("reference/authorities")

    for authority in authorities:
        name, address = authority["name"], authority.get("address", "")
        check_fit(
            "dossier_slip", 1, {**_uncommitted(slip(1)), "authority_name": name, "authority_address": address}
        )
        check_fit("dossier_label", 1, {**_uncommitted(SEND_LABEL), "to_name": name, "to_address": address})
        check_fit(
            "dossier_label", 1, {**_uncommitted(RETURN_LABEL), "from_name": name, "from_address": address}
        )

    assert len(authorities) > 10


def test_every_commune_fits_as_a_destination_of_a_dossier() -> None:
    communes = _rows("reference/communes")

    for commune in communes:
        check_fit("dossier_label", 1, {**_uncommitted(SEND_LABEL), "route": commune["name"].upper()})

    assert len(communes) == 65


def test_every_province_fits_as_a_destination_beside_an_agreed_time() -> None:
    provinces = _rows("reference/provinces")

    for province in provinces:
        check_fit("kt1_label", 1, {**_uncommitted(LABEL), "route": province["full_name"].upper()})

    assert len(provinces) == 34


def test_every_product_fits_on_the_receipt() -> None:
    products = _rows("reference/products")

    for product in products:
        named = {"product": product["name"], "product_code": product["code"]}
        check_fit("kt1_receipt", 1, {**_uncommitted(FULL_RECEIPT), **named})

    assert len(products) == 16


@pytest.mark.parametrize("document", ["manifest", "bag tag", "plain bag tag", "round list", "handover"])
def test_every_point_fits_on_the_papers_of_custody_as_giver_and_as_receiver(document: str) -> None:
    template, values = CUSTODY[document]
    points = _rows("sample/points")

    for point in points:
        named = f"{point['name']} – {point['code']}"
        whole = point["name"] if template == "bag_tag" else named
        texts = {"point": named, "point_address": point["address"], "destination": whole}
        known = {key: text for key, text in texts.items() if key in values}
        check_fit(template, 1, {**_uncommitted(values), **known})

    assert len(points) == 53


def test_every_agency_fits_with_its_address_on_manifest_and_delivery_list_and_pays_its_statement() -> None:
    agencies = _rows("sample/agencies")

    for agency in agencies:
        name, address = agency["name"], agency["address"]
        told = {
            "manifest": {"item_1_receiver": f"{name}, {address}"},
            "round list": {"item_1_receiver": name, "item_1_address": address},
            "statement": {"agency_name": name, "agency_address": address},
        }
        for document, texts in told.items():
            template, values = CUSTODY[document]
            check_fit(template, 1, {**_uncommitted(values), **texts})

    assert len(agencies) == 44
