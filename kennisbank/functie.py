"""Functie 4: what the kennisbank adds to the portal: articles, guidance beside every step, and terms."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from kennisbank.geheugen import naslag
from kennisbank.handelingen.inhoud import laad_eigen_invulling
from kennisbank.handleiding import hulp
from kennisbank.models import Artikel, Artikelversie
from kennisbank.signalering import VINDER
from kennisbank.voorbeeld import laad_voorbeeld
from kennisbank.zoeken import BRON
from samenwerkingswijzer.functies import Blok, Deel, Functie, Lezing, MenuPunt, register


def _richt_in(op: datetime) -> list[str]:
    """Our own filling, and in the demo an example of what people write themselves."""
    return laad_eigen_invulling(op) + laad_voorbeeld(op)


def _naar_uitgangspunten(lezing: Lezing) -> dict[str, Any]:
    """The way from a dashboard to how the partnership stands on the principles; no query."""
    return {"url": reverse("kennisbank:uitgangspunten_verband", args=[lezing.verband.slug])}


register.registreer(
    Functie(
        sleutel="kennisbank",
        naam="Kennisbank",
        menu=(MenuPunt("Leren", "kennisbank:start", 70),),
        delen=(
            Deel(
                Blok.KENMERKEN,
                "uitgangspunten",
                "kennisbank/delen/dashboard.html",
                _naar_uitgangspunten,
                volgorde=300,
                meer=True,
                print=False,
            ),
        ),
        modellen=(Artikel, Artikelversie),
        signalen=VINDER,
        inrichten=_richt_in,
        naslag=naslag,
        zoekbronnen=(BRON,),
        hulp=hulp,
    )
)
