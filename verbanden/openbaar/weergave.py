"""What is public in words for residents: the rows of the overview and the parts of one page. No queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.models import Bestuursorgaan, Editie, Post, Stadium, Vertegenwoordiging, Verwijzing, Vorm
from verbanden.openbaar.lezen import JAREN, POSTEN, Openbaar, Rij, Samenwerking
from verbanden.regels import bbv

ONBEKEND = "niet bekend"
OVERIG = "Overige samenwerking"
PLAATSEN = {"lid": "leden", "plaatsvervanger": "plaatsvervangende leden", "adviseur": "adviserende leden"}


@dataclass(frozen=True)
class Regel:
    """A partnership on the overview."""

    naam: str
    url: str
    waarvoor: str
    namens: str
    kosten: str
    per_inwoner: str


@dataclass(frozen=True)
class Jaarregel:
    """The figures of one year: what they are and the cells."""

    jaar: int
    soort: str
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Kerngetallen:
    """The band above the overview; texts are empty when they cannot be told."""

    aantal: int
    regelingen: int
    kosten: str
    deel: str
    zonder: int
    per_inwoner: str


def adres(slug: str) -> str:
    """The public page of a partnership."""
    return reverse("verbanden:openbaar_verband", args=[slug])


def naam(samenwerking: Samenwerking) -> str:
    """How people call it, and whether it is made up."""
    kern = samenwerking.kern
    roepnaam = str(kern["korte_naam"] or kern["naam"])
    return f"{roepnaam} (fictief)" if kern["fictief"] and "fictief" not in roepnaam else roepnaam


def groepen(alles: Openbaar) -> list[tuple[str, list[Regel]]]:
    """The overview: per programme of the budget its partnerships, by name."""
    per_programma: dict[str, list[Regel]] = {programma: [] for programma in (*alles.programmas, OVERIG)}
    for samenwerking in alles.samenwerkingen:
        per_programma[samenwerking.programma or OVERIG].append(_regel(samenwerking, alles))
    return [(programma, regels) for programma, regels in per_programma.items() if regels]


def _regel(samenwerking: Samenwerking, alles: Openbaar) -> Regel:
    bedrag = samenwerking.bedrag(Post.BIJDRAGE, alles.dag.year)
    return Regel(
        naam=naam(samenwerking),
        url=adres(samenwerking.kern["slug"]),
        waarvoor=samenwerking.kern["openbaar_belang"] or samenwerking.kern["doel"],
        namens=samenwerking.houder or ONBEKEND,
        kosten=_bedrag(bedrag),
        per_inwoner=per_inwoner(bedrag, alles.gemeente["inwoners"]),
    )


def kerngetallen(alles: Openbaar) -> Kerngetallen:
    """How many, and what it costs this year; a total says how many it leaves out."""
    bedragen = [samenwerking.bedrag(Post.BIJDRAGE, alles.dag.year) for samenwerking in alles.samenwerkingen]
    totaal = sum((bedrag for bedrag in bedragen if bedrag is not None), Decimal(0))
    begroting = alles.gemeente["begrotingstotaal"]
    return Kerngetallen(
        aantal=len(bedragen),
        regelingen=sum(s.kern["vorm"] in bbv.vormen(bbv.Categorie(1)) for s in alles.samenwerkingen),
        kosten=opmaak.kop(totaal) if totaal else ONBEKEND,
        deel=opmaak.getal(totaal / begroting * 100) if totaal and begroting else "",
        zonder=bedragen.count(None),
        per_inwoner=per_inwoner(totaal or None, alles.gemeente["inwoners"]),
    )


def per_inwoner(bedrag: Decimal | None, inwoners: int | None) -> str:
    """What an amount is per inhabitant, in whole euros."""
    if bedrag is None or not inwoners:
        return ONBEKEND
    return "geen" if bedrag == 0 else opmaak.bedrag(Decimal(round(bedrag / inwoners)))


def _bedrag(bedrag: Decimal | None) -> str:
    if bedrag is None:
        return ONBEKEND
    return "geen" if bedrag == 0 else opmaak.kop(bedrag)


def jaarregels(samenwerking: Samenwerking, alles: Openbaar) -> list[Jaarregel]:
    """The years of which something is known, the latest first; cells in the order of the posts, and per inhabitant."""
    jaren = range(alles.dag.year, alles.dag.year - JAREN, -1)
    return [regel for jaar in jaren if (regel := _jaarregel(samenwerking, jaar)) is not None]


def _jaarregel(samenwerking: Samenwerking, jaar: int) -> Jaarregel | None:
    cijfers = [samenwerking.cijfers.get((post.value, jaar)) for post in POSTEN]
    soorten = [Stadium(cijfer["stadium"]).label.lower() for cijfer in cijfers if cijfer]
    if not soorten:
        return None
    cellen = tuple(
        ONBEKEND if cijfer is None else opmaak.bedrag(Decimal(round(cijfer["bedrag"]))) for cijfer in cijfers
    )
    return Jaarregel(jaar, " en ".join(sorted(set(soorten))), cellen)


def feiten(samenwerking: Samenwerking, alles: Openbaar) -> list[tuple[str, str]]:
    """Label and text of what is known of a partnership."""
    kern = samenwerking.kern
    alle = [
        ("Vorm", Vorm(kern["vorm"]).label),
        ("Op de lijst verbonden partijen", categorie(kern)),
        ("Sinds", opmaak.datum(kern["sinds"]) if kern["sinds"] else ""),
        ("Vestigingsplaats", kern["vestigingsplaats"]),
        ("KVK-nummer", kern["kvk"]),
        (f"Verantwoordelijk in {alles.gemeente['naam']}", samenwerking.houder),
        ("Plaatsen in het bestuur", plaatsen(samenwerking)),
        ("Onze stem", "; ".join(_stem(rij) for rij in samenwerking.stemmen if rij["totaal_stemmen"])),
    ]
    return [(label, tekst[:1].upper() + tekst[1:]) for label, tekst in alle if tekst]


def categorie(kern: Rij) -> str:
    """The part of the list of verbonden partijen on which it stands, or that it does not."""
    soort = bbv.categorie(kern["vorm"], kern["bestuurlijk_belang"], kern["financieel_belang"])
    return bbv.CATEGORIENAMEN[soort] if soort else "nee"


def plaatsen(samenwerking: Samenwerking) -> str:
    """'1 lid in het algemeen bestuur': numbers and bodies, never who."""
    delen = []
    for (orgaan, plaats), aantal in samenwerking.zetels.items():
        woord = Vertegenwoordiging.Plaats(plaats).label.lower() if aantal == 1 else PLAATSEN.get(plaats, plaats)
        delen.append(f"{aantal} {woord} ({Bestuursorgaan(orgaan).label.lower()})")
    return ", ".join(delen)


def _stem(rij: Rij) -> str:
    return f"{rij['onze_stemmen']} van {rij['totaal_stemmen']} stemmen ({Bestuursorgaan(rij['orgaan']).label.lower()})"


def stukken(samenwerking: Samenwerking) -> list[tuple[str, str, str]]:
    """Kind, title and address of the public papers."""
    return [(Verwijzing.Soort(rij["soort"]).label, rij["titel"], rij["url"]) for rij in samenwerking.stukken]


def praat_mee(alles: Openbaar, momenten: Iterable[Tijdlijnmoment]) -> list[tuple[Tijdlijnmoment, str, str]]:
    """Moments with the name and page of their partnership."""
    bekend = {s.kern["id"]: s for s in alles.samenwerkingen}
    return [(m, naam(bekend[m.verband_id]), adres(bekend[m.verband_id].kern["slug"])) for m in momenten]


def lijsten(edities: Sequence[Rij]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Title of every adopted list, with its files: word and address."""
    regels = []
    for rij in edities:
        kern = {sleutel: rij[sleutel] for sleutel in ("soort", "jaar", "nummer")}
        bestanden = [
            (formaat, reverse("verbanden:openbaar_lijst", kwargs=kern | {"formaat": formaat}))
            for formaat in ("pdf", "json")
        ]
        regels.append((f"Lijst bij de {Editie.Soort(rij['soort']).label.lower()} {rij['jaar']}", bestanden))
    return regels
