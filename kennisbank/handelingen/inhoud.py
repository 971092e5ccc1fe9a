"""Bringing our own filling into an installation: again and again without harm, and never over the work of people."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kennisbank.geheugen import naslag
from kennisbank.handelingen.artikelen import trek_uit
from kennisbank.inhoud import Vulling, vullingen
from kennisbank.models import Artikel, Artikelversie, Status
from kennisbank.models.artikelversie import INHOUD
from samenwerkingswijzer.historie import met_verantwoording
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast

LEEG = {"tekst": "", "bron": "", "bronlink": "", "gemeente": "", "functie": "", "leespad": "", "stap": None}
LIJSTEN = ("fase", "trefwoorden", "plekken", "verbanden", "zie_ook")


@transaction.atomic
def laad_eigen_invulling(op: datetime) -> list[str]:
    """Publish what is not there yet, and a newer text where ours still stands as we published it.

    An article that a person wrote in, withdrew or began to change is left alone. Returns what was put there.
    """
    artikelen = {artikel.slug: artikel for artikel in Artikel.objects.select_for_update(no_key=True)}
    laatste = {rij.artikel_id: rij for rij in Artikelversie.objects.order_by("artikel_id", "nummer")}
    nieuw = anders = 0
    for vulling in vullingen():
        artikel = artikelen.get(vulling.slug)
        if artikel is None:
            _publiceer(_artikel(vulling, op), 1, vulling, op)
            nieuw += 1
        elif _van_ons(laatste.get(artikel.pk), artikel, vulling):
            vorige = laatste[artikel.pk]
            trek_uit(vorige, door=None, op=op)
            _publiceer(artikel, vorige.nummer + 1, vulling, op)
            anders += 1
    if nieuw or anders:
        leg_vast(Handeling.AANGEMAAKT, door=None, op=op, herkomst="opdracht", nieuw=nieuw, anders=anders)
        transaction.on_commit(naslag.vergeet)
    return [f"kennisbank: {nieuw} artikelen erbij, {anders} bijgewerkt"] if nieuw or anders else []


def _van_ons(versie: Artikelversie | None, artikel: Artikel, vulling: Vulling) -> bool:
    """Whether this is still our own published text, and the file now says something else."""
    if versie is None or artikel.soort != vulling.soort:
        return False
    van_ons = versie.eigen_invulling and versie.status == Status.GEPUBLICEERD
    return van_ons and {veld: getattr(versie, veld) for veld in INHOUD} != _inhoud(vulling)


def _inhoud(vulling: Vulling) -> dict[str, object]:
    return {**LEEG, **{veld: [] for veld in LIJSTEN}, "herzien_voor": None, **vulling.velden}


def _artikel(vulling: Vulling, op: datetime) -> Artikel:
    artikel = Artikel(slug=vulling.slug, soort=vulling.soort)
    met_verantwoording(artikel, door=None, op=op, reden="eigen invulling")
    artikel.save()
    return artikel


def _publiceer(artikel: Artikel, nummer: int, vulling: Vulling, op: datetime) -> None:
    """Save without asking the database every rule beforehand: it holds them itself, and the files are tested."""
    versie = Artikelversie(artikel=artikel, nummer=nummer, eigen_invulling=True, **_inhoud(vulling))
    versie.status, versie.gepubliceerd_op = Status.GEPUBLICEERD, op
    versie.toelichting = "Nieuwe tekst bij een nieuwe versie van het portaal." if nummer > 1 else ""
    met_verantwoording(versie, door=None, op=op, reden="eigen invulling")
    versie.save()
