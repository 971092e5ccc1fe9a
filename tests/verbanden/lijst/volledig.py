"""A partnership that lacks nothing for the list of a year, and the figures that make it so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.models import Gebruiker
from tests.fabriek import maak_accounthouder, maak_cijfer, maak_programma, maak_verband
from verbanden.models import Post, Samenwerkingsverband, Stadium

BEDRAGEN: dict[Post, int] = {
    Post.BELANG_BEGIN: 10,
    Post.BELANG_EIND: 10,
    Post.EIGEN_VERMOGEN_BEGIN: 500,
    Post.EIGEN_VERMOGEN_EIND: 600,
    Post.VREEMD_VERMOGEN_BEGIN: 700,
    Post.VREEMD_VERMOGEN_EIND: 800,
    Post.RESULTAAT: 100,
}


def volledig_verband(
    jaar: int = 2027,
    stadium: Stadium = Stadium.BEGROOT,
    houder: Gebruiker | None = None,
    zonder: tuple[Post, ...] = (),
    **velden: Any,
) -> Samenwerkingsverband:
    """A verbonden partij with everything the law asks, except the posts in `zonder`."""
    gegevens: dict[str, Any] = {
        "vestigingsplaats": "Voorbeeldstad",
        "openbaar_belang": "Veiligheid voor iedereen.",
        "bestuurlijk_belang": "ja",
        "bestuurlijk_belang_motivering": "Een zetel in het bestuur.",
        "financieel_belang": "ja",
        "financieel_belang_motivering": "Een jaarlijkse bijdrage.",
        "geen_risicos": True,
        "sinds": date(2015, 1, 1),
    }
    verband = maak_verband(**(gegevens | velden))
    maak_programma(verband, "Veilig", aandeel=Decimal(100))
    maak_accounthouder(verband, houder)
    for post, bedrag in BEDRAGEN.items():
        if post not in zonder:
            maak_cijfer(verband, jaar, bedrag, post=post, stadium=stadium)
    return verband
