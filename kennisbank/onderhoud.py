"""What asks for work in the kennisbank: articles to look at again, versions on their way, questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kennisbank.lezen import Stuk
from kennisbank.models import Artikel, Artikelversie, Artikelvraag
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum


@dataclass(frozen=True)
class Werk:
    """What waits: review dates that passed, versions that are not published, questions with their article."""

    te_herzien: list[Stuk]
    in_bewerking: list[Stuk]
    vragen: list[tuple[Any, Stuk | None]]


def telling(wie: Gebruiker, peildatum: Peildatum) -> dict[str, int]:
    """How many articles of this owner must be looked at again, and how many questions of anybody wait; two queries."""
    te_herzien = Artikelversie.objects.te_herzien(peildatum.dag).filter(eigenaar=wie.rol).count()
    return {"te_herzien": te_herzien, "vragen": Artikelvraag.objects.open().count()}


def werk(peildatum: Peildatum) -> Werk:
    """Everything that waits today; five queries."""
    herzien = list(Artikelversie.objects.te_herzien(peildatum.dag).defer("tekst").order_by("herzien_voor", "id"))
    bezig = list(Artikelversie.objects.in_bewerking().defer("tekst").order_by("titel", "id"))
    vragen = list(Artikelvraag.objects.open())
    titels = _titels({vraag.artikel_id for vraag in vragen})
    rijen: list[Any] = [*herzien, *bezig, *vragen]
    ids = {rij.artikel_id for rij in rijen}
    artikelen = Artikel.objects.in_bulk(ids) if ids else {}
    return Werk(
        [Stuk(artikelen[rij.artikel_id], rij, 0) for rij in herzien],
        [Stuk(artikelen[rij.artikel_id], rij, 0) for rij in bezig],
        [(vraag, _stuk(artikelen, titels.get(vraag.artikel_id))) for vraag in vragen],
    )


def _titels(ids: set[int]) -> dict[int, Any]:
    """The published version of each of these articles."""
    rijen = Artikelversie.objects.gepubliceerd().van_artikelen(ids).defer("tekst") if ids else ()
    return {rij.artikel_id: rij for rij in rijen}


def _stuk(artikelen: dict[int, Artikel], versie: Any) -> Stuk | None:
    return Stuk(artikelen[versie.artikel_id], versie, 0) if versie is not None else None
