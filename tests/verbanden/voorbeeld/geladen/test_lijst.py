"""The example municipality prints both documents for two years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import page
import pytest
from jsonschema import Draft202012Validator

from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from tests.verbanden.lijst.hulp import fouten, tekens_in_leesvolgorde
from tests.verbanden.lijst.test_schema import schema  # noqa: F401  # a fixture
from verbanden.lijst.document import gegevens
from verbanden.lijst.druk import Ondertekening, pdf
from verbanden.lijst.partijen import partijen
from verbanden.lijst.weergave import lijstbeeld
from verbanden.models import Editie
from verbanden.regels.bbv.partij import Documentsoort

DAG = date(2026, 11, 18)
LIJSTEN = [("begroting", 2026), ("begroting", 2027), ("jaarstukken", 2024), ("jaarstukken", 2025)]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]


def inhoud(soort: str, jaar: int) -> dict[str, Any]:
    """The data of a list as the register stands."""
    rijen = partijen(Documentsoort(soort), jaar, Peildatum(DAG))
    return gegevens(Editie(soort=soort, jaar=jaar), rijen, peildatum=DAG, gemeente=Gemeente.huidige())


@pytest.mark.parametrize(("soort", "jaar"), LIJSTEN)
def test_beide_documenten_voor_twee_jaar(
    soort: str,
    jaar: int,
    tmp_path: Path,
    schema: Draft202012Validator,  # noqa: F811
) -> None:
    gelezen = inhoud(soort, jaar)
    schema.validate(gelezen)
    pad = tmp_path / "lijst.pdf"
    pad.write_bytes(pdf(gelezen, Ondertekening()))
    assert fouten(pad) == []
    for profiel in ("ua1", "2a"):
        assert page.validate_pdf_bytes(pad.read_bytes(), profile=profiel).failures == []
    gedrukt = tekens_in_leesvolgorde(pad)
    namen = ["".join(partij["naam"].split()) for deel in gelezen["delen"] for partij in deel["partijen"]]
    assert len(namen) > 5
    assert [naam for naam in namen if naam.replace("–", "") not in gedrukt] == []
    assert ("Werkelijkecijfers" in gedrukt) == (soort == "jaarstukken")
    assert ("Verwachtecijfers" in gedrukt) == (soort == "begroting")


@pytest.mark.parametrize(("soort", "jaar"), LIJSTEN)
def test_de_totalen_per_programma_zijn_samen_alle_bijdragen(soort: str, jaar: int) -> None:
    gelezen = inhoud(soort, jaar)
    bijdragen = [p["cijfers"]["bijdrage"] for deel in gelezen["delen"] for p in deel["partijen"] if p["programmas"]]
    samen = sum((Decimal(b["bedrag"]) for b in bijdragen if b and b["bedrag"]), Decimal(0))
    totaal = sum((Decimal(programma["bijdrage"]) for programma in gelezen["programmas"]), Decimal(0))
    assert totaal == samen > 0


def test_de_jaarstukken_noemen_wat_er_veranderde() -> None:
    for deel in lijstbeeld(inhoud("jaarstukken", 2025)).delen:
        for partij in deel.partijen:
            bekend = not any(cel.gat for cel in partij.cijfers[0].cellen)
            assert ("Veranderd in 2025" in {label for label, _, _ in partij.feiten}) >= bekend
