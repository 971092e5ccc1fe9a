"""Reads the editions of the lists: which there are, and what stands on the page about an adopted one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.toetsing import Lijst
from verbanden.lijst.uitgave import functies_toen
from verbanden.models import Editie, VastgesteldeLijst
from verbanden.regels.bbv.partij import Documentsoort


@dataclass(frozen=True)
class Lijstregel:
    """A list on the page of all lists; `nummer` is 0 while nobody began it."""

    lijst: Lijst
    nummer: int
    staat: str


@dataclass(frozen=True)
class Editieregel:
    """An adopted edition: who put it ready and adopted it (by role), and the start of the hash of its data."""

    nummer: int
    peildatum: date
    op: datetime
    klaargezet: str
    vastgesteld: str
    controlegetal: str
    vervangt: int | None
    correctie: str
    vervangen: bool


def lijsten(peildatum: Peildatum) -> list[Lijstregel]:
    """The lists of around now and every list with an edition, the latest first; one query."""
    jaar = peildatum.dag.year
    begroting, jaarstukken = Documentsoort.BEGROTING, Documentsoort.JAARSTUKKEN
    gevonden = {Lijst(soort, j): (0, "") for soort, j in _gewoon(jaar, begroting, jaarstukken)}
    rijen = Editie.objects.op(peildatum.moment).order_by("nummer").values_list("soort", "jaar", "nummer", "status")
    gevonden |= {Lijst(Documentsoort(soort), j): (nummer, status) for soort, j, nummer, status in rijen}
    namen = dict(Editie.Status.choices)
    regels = [Lijstregel(lijst, n, namen.get(s, "Nog niet begonnen")) for lijst, (n, s) in gevonden.items()]
    return sorted(regels, key=lambda regel: -regel.lijst.rang)


def _gewoon(jaar: int, *soorten: Documentsoort) -> list[tuple[Documentsoort, int]]:
    """The lists that are made around a year: two begrotingen and two jaarstukken."""
    begroting, jaarstukken = soorten
    return [(begroting, jaar + 1), (begroting, jaar), (jaarstukken, jaar), (jaarstukken, jaar - 1)]


def vastgesteld(lijst: Lijst, peildatum: Peildatum) -> list[Editieregel]:
    """The adopted editions of one list, the newest first; never reads their documents."""
    rijen = Editie.objects.op(peildatum.moment, soort=lijst.soort, jaar=lijst.jaar).filter(
        status=Editie.Status.VASTGESTELD
    )
    edities = {rij.id: rij for rij in rijen}
    vast = VastgesteldeLijst.objects.filter(editie_id__in=edities).values(
        "editie_id", "gegevens_sha256", "door_id", "op"
    )
    per_editie = {rij["editie_id"]: rij for rij in vast}
    tekenden = [(e.klaargezet_door_id, per_editie[e.id]["op"]) for e in rijen]
    rollen = functies_toen([*tekenden, *((rij["door_id"], rij["op"]) for rij in per_editie.values())])
    vervangen = {editie.vervangt_id for editie in rijen}
    nummers = {nummer: editie.nummer for nummer, editie in edities.items()}
    gelezen = [_regel(editie, per_editie[editie.id], rollen, nummers, editie.id in vervangen) for editie in rijen]
    return sorted(gelezen, key=lambda regel: -regel.nummer)


def _regel(
    editie: Any, vast: Mapping[str, Any], rollen: Mapping[Any, str], nummers: dict[int, int], vervangen: bool
) -> Editieregel:
    return Editieregel(
        nummer=editie.nummer,
        peildatum=editie.peildatum,
        op=vast["op"],
        klaargezet=rollen[editie.klaargezet_door_id, vast["op"]].lower(),
        vastgesteld=rollen[vast["door_id"], vast["op"]].lower(),
        controlegetal=kort(vast["gegevens_sha256"]),
        vervangt=nummers.get(editie.vervangt_id),
        correctie=editie.correctie,
        vervangen=vervangen,
    )


def kort(controlegetal: str) -> str:
    """The start of a hash, as people read it: 8c1e 40aa."""
    return f"{controlegetal[:4]} {controlegetal[4:8]}"
