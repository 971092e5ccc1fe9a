"""What a new edition says differently from the one it replaces, field by field. Pure: data in, words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.opmaak import bedrag, procent
from verbanden.lijst.wijzigingen import lange_datum
from verbanden.models import Post, Stadium

NIETS = "niets"
Gegevens = Mapping[str, Any]
ALGEMEEN = {"peildatum": "Peildatum", "gemeente": "Gemeente"}
BESLUITEN = {"college_op": "Besluit college", "raad_op": "Naar de raad"}
TEKSTEN = {"visie": "Visie op samenwerking", "voornemens": "Beleidsvoornemens", "ontwikkelingen": "Ontwikkelingen"}
PARTIJVELDEN = {
    "naam": "Naam",
    "vorm": "Vorm",
    "vestigingsplaats": "Vestigingsplaats",
    "openbaar_belang": "Openbaar belang",
    "wijze_van_belang": "Wijze van belang",
    "wijzigingen": "Veranderingen in het belang",
}
DAGEN = {"ingetreden": "Ingetreden op", "uitgetreden": "Uitgetreden op"}


@dataclass(frozen=True)
class Verschil:
    """One field that differs, with both versions in words."""

    veld: str
    was: str
    werd: str


@dataclass(frozen=True)
class Groep:
    """What differs in one place: the edition itself, its texts, or one party."""

    naam: str
    verschillen: tuple[Verschil, ...]
    merk: str = ""


def verschillen(oud: Gegevens, nieuw: Gegevens) -> list[Groep]:
    """Everything that differs, in the order of the document; no group without a difference."""
    groepen = [
        Groep("Deze lijst", tuple(_kop(oud, nieuw))),
        Groep("Teksten", tuple(_velden(TEKSTEN, oud["teksten"], nieuw["teksten"]))),
        *_partijen(oud, nieuw),
    ]
    return [groep for groep in groepen if groep.verschillen or groep.merk]


def _kop(oud: Gegevens, nieuw: Gegevens) -> Iterator[Verschil]:
    yield from _verschil(ALGEMEEN["gemeente"], oud["gemeente"], nieuw["gemeente"])
    yield from _verschil(ALGEMEEN["peildatum"], lange_datum(oud["peildatum"]), lange_datum(nieuw["peildatum"]))
    for sleutel, veld in BESLUITEN.items():
        yield from _verschil(veld, *(lange_datum(kant["editie"][sleutel]) for kant in (oud, nieuw)))


def _partijen(oud: Gegevens, nieuw: Gegevens) -> Iterator[Groep]:
    toen, nu = _per_slug(oud), _per_slug(nieuw)
    for slug, (deel, partij) in nu.items():
        if slug not in toen:
            yield Groep(partij["naam"], (), "staat er nu ook op")
        else:
            ander_deel, was = toen[slug]
            soort = _verschil("Soort", ander_deel, deel)
            yield Groep(partij["naam"], (*soort, *_partij(was, partij)))
    for slug, (_, partij) in toen.items():
        if slug not in nu:
            yield Groep(partij["naam"], (), "staat er niet meer op")


def _per_slug(gegevens: Gegevens) -> dict[str, tuple[str, Gegevens]]:
    return {partij["slug"]: (deel["naam"], partij) for deel in gegevens["delen"] for partij in deel["partijen"]}


def _partij(was: Gegevens, werd: Gegevens) -> Iterator[Verschil]:
    yield from _velden(PARTIJVELDEN, was, werd)
    yield from _verschil("Risico's", _risicos(was), _risicos(werd))
    yield from _verschil("Programma's", _programmas(was), _programmas(werd))
    for sleutel, veld in DAGEN.items():
        yield from _verschil(veld, *(lange_datum(kant[sleutel]) if kant[sleutel] else "" for kant in (was, werd)))
    for post in Post:
        if post.value in werd["cijfers"] or post.value in was["cijfers"]:
            yield from _verschil(post.label, *(_cijfer(post, kant["cijfers"].get(post.value)) for kant in (was, werd)))


def _velden(velden: Mapping[str, str], was: Gegevens, werd: Gegevens) -> Iterator[Verschil]:
    for sleutel, veld in velden.items():
        yield from _verschil(veld, was[sleutel], werd[sleutel])


def _verschil(veld: str, was: str, werd: str) -> Iterator[Verschil]:
    if was != werd:
        yield Verschil(veld, was or NIETS, werd or NIETS)


def _risicos(partij: Gegevens) -> str:
    if partij["geen_risicos"] and not partij["risicos"]:
        return "Geen risico van betekenis voor de gemeente."
    return " ".join(
        f"{risico['omschrijving']}" + (f" ({bedrag(Decimal(risico['gevolg']))})" if risico["gevolg"] else "")
        for risico in partij["risicos"]
    )


def _programmas(partij: Gegevens) -> str:
    return ", ".join(f"{p['naam']} ({procent(Decimal(p['aandeel']), 0)})" for p in partij["programmas"])


def _cijfer(post: Post, cijfer: Gegevens | None) -> str:
    """A figure with all that the edition holds of it, so that every difference shows."""
    if cijfer is None:
        return ""
    if cijfer["bedrag"] is None:
        return f"niet opgegeven, gevraagd op {lange_datum(cijfer['gevraagd_op'])}: {cijfer['niet_opgegeven']}"
    waarde = Decimal(cijfer["bedrag"])
    belang = post in (Post.BELANG_BEGIN, Post.BELANG_EIND)
    delen = [procent(waarde, 3) if belang else bedrag(waarde), Stadium(cijfer["stadium"]).label.lower()]
    delen += [f"peildatum {lange_datum(cijfer['peildatum'])}"] if cijfer["peildatum"] else []
    return ", ".join([*delen, cijfer["bron"]] if cijfer["bron"] else delen)
