"""The glossary knows every model of ours by its class name, in words for people, with a source."""

import re
from pathlib import Path

import pytest
from django.db.models import Model

from tests.repository.modellen import modellen

LANGSTE_UITLEG = 200


@pytest.fixture(scope="module")
def begrippen(basis: Path) -> dict[str, tuple[str, str]]:
    """Each entry of docs/begrippen.md: its explanation and its source."""
    tekst = (basis / "docs" / "begrippen.md").read_text(encoding="utf-8")
    rijen = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", tekst, re.MULTILINE)
    return {begrip: (uitleg, bron) for begrip, uitleg, bron in rijen if begrip not in ("Begrip", "---")}


@pytest.mark.parametrize("model", modellen(), ids=lambda model: model.__name__)
def test_every_model_stands_in_the_glossary(model: type[Model], begrippen: dict[str, tuple[str, str]]) -> None:
    assert model.__name__ in begrippen


def test_entries_are_short_sentences_with_a_source(begrippen: dict[str, tuple[str, str]]) -> None:
    for begrip, (uitleg, bron) in begrippen.items():
        assert uitleg[0].isupper(), begrip
        assert uitleg.endswith("."), begrip
        assert len(uitleg) <= LANGSTE_UITLEG, begrip
        assert bron, begrip


def test_no_entry_stands_twice(basis: Path) -> None:
    tekst = (basis / "docs" / "begrippen.md").read_text(encoding="utf-8")
    namen = [naam for naam in re.findall(r"^\| (.+?) \|", tekst, re.MULTILINE) if naam not in ("Begrip", "---")]
    assert len(namen) == len(set(namen))
