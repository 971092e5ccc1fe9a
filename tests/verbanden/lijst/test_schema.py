"""The data of a list hold to the schema that outsiders read."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.verbanden.lijst.hulp import lijst, partij
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    bestand = Path(__file__).resolve().parents[3] / "docs" / "lijst.schema.json"
    inhoud = json.loads(bestand.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(inhoud)
    return Draft202012Validator(inhoud, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(
    "inhoud",
    [
        lijst(),
        lijst(partij(), partij("Andere", categorie=Categorie.OVERIG, risicos=(), geen_risicos=True)),
        lijst(partij(bedragen={Post.RESULTAAT: None}), partij("Leeg", cijfers={}, programmas=(), bijdragen={})),
        lijst(partij(ingetreden=date(2027, 1, 1), uitgetreden=date(2027, 7, 1)), soort="jaarstukken"),
        lijst(college_op=date(2026, 9, 22), raad_op=date(2026, 9, 29), correctie="Een bedrag.", nummer=2),
    ],
    ids=["leeg", "volledig", "gaten", "jaarstukken", "correctie"],
)
def test_elke_lijst_past_in_het_schema(schema: Draft202012Validator, inhoud: dict[str, Any]) -> None:
    schema.validate(json.loads(json.dumps(inhoud)))


@pytest.mark.parametrize("weg", ["peildatum", "editie", "delen"])
def test_het_schema_mist_niets(schema: Draft202012Validator, weg: str) -> None:
    inhoud = lijst()
    del inhoud[weg]
    with pytest.raises(ValidationError):
        schema.validate(inhoud)


def test_een_bedrag_zonder_bron_past_niet(schema: Draft202012Validator) -> None:
    inhoud = lijst(partij())
    inhoud["delen"][0]["partijen"][0]["cijfers"]["resultaat"]["bron"] = ""
    with pytest.raises(ValidationError):
        schema.validate(inhoud)


def test_de_voorbeelden_hebben_dezelfde_velden_als_het_schema(schema: Draft202012Validator) -> None:
    """A field that the schema describes and the data never hold would be a promise that is not kept."""
    beschreven = schema.schema["$defs"]["partij"]["properties"]
    assert set(lijst(partij())["delen"][0]["partijen"][0]) == set(beschreven)
    assert set(lijst()) == set(schema.schema["properties"])
