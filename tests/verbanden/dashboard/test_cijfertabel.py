"""The figures per year in the full picture: how certain they are stands once where it can."""

import pytest

from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import VANDAAG, maak_cijfer, maak_gemeente, maak_verband
from verbanden.dashboard.cijfertabel import Cel, cijfertabel
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Post, Stadium

pytestmark = pytest.mark.django_db


def test_een_jaar_zegt_zelf_hoe_zeker_het_is_als_al_zijn_cijfers_dat_zijn() -> None:
    verband = maak_verband()
    maak_gemeente()
    for jaar, post, stadium in (
        (2025, Post.BIJDRAGE, Stadium.VASTGESTELD),
        (2025, Post.RESULTAAT, Stadium.VASTGESTELD),
        (2026, Post.BIJDRAGE, Stadium.BEGROOT),
        (2026, Post.RESULTAAT, Stadium.VERWACHT),
        (2027, Post.BIJDRAGE, Stadium.BEGROOT),
    ):
        maak_cijfer(verband, jaar, 500_000, post, stadium)
    assert cijfertabel(Lezing(verband, Peildatum(VANDAAG))) == (
        [Cel("2025", "vastgesteld"), Cel("2026"), Cel("2027", "begroot")],
        [
            (Post.BIJDRAGE.label, [Cel("500"), Cel("500", "begroot"), Cel("500")]),
            (Post.RESULTAAT.label, [Cel("500"), Cel("500", "verwacht"), Cel("–")]),
        ],
    )


def test_zonder_cijfers_is_er_geen_tabel() -> None:
    maak_gemeente()
    assert cijfertabel(Lezing(maak_verband(), Peildatum(VANDAAG))) == ([], [])
