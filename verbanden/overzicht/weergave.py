"""The words and markup of the overview: each row rendered once per distinct content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from samenwerkingswijzer import merken, opmaak
from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.filters import ZICHTBAAR, VerbandFilter
from verbanden.kosten import Kostentabel, Regel
from verbanden.overzicht.lezen import Overzicht, eerste_per_verband
from verbanden.overzicht.ordenen import groepeer
from verbanden.overzicht.rij import Rij
from verbanden.overzicht.totalen import Som, Totalen, som

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
HOEVEEL_AANDACHT = 4


@dataclass(frozen=True)
class Aandacht:
    """A moment for the raad at the top of the page."""

    moment: Tijdlijnmoment
    naam: str
    slug: str
    dag: str
    wanneer: str
    kan_tot: str


@dataclass(frozen=True)
class Groepweergave:
    """A class with its rows as markup."""

    code: str
    titel: SafeString
    uitleg: str
    rijen: SafeString


def groepen(rijen: Sequence[Rij], momenten: Sequence[Tijdlijnmoment], dag: date) -> list[Groepweergave]:
    """The rows per class, as markup."""
    eerste = eerste_per_verband(momenten)
    return [
        Groepweergave(
            code=groep.klasse or "geen",
            titel=merken.klasse(groep.klasse or None),
            uitleg=groep.uitleg,
            rijen=SafeString("".join(rij_html(rij, eerste.get(rij.id), dag) for rij in groep.rijen)),
        )
        for groep in groepeer(rijen)
    ]


@lru_cache(maxsize=4096)
def rij_html(rij: Rij, moment: Tijdlijnmoment | None, dag: date) -> str:
    """A row of the table. Rows are remembered by `maak_rij`, so the same content comes here as the same row."""
    return render_to_string(
        "verbanden/delen/overzicht_rij.html",
        {
            "rij": rij,
            "oordeel": merken.oordeel(rij.oordeel),
            "moment": moment,
            "datum": dagtekst(moment.datum, dag) if moment else "",
            "jaar": dag.year,
            "volgend": dag.year + 1,
        },
    )


@lru_cache(maxsize=4096)
def kostenregel_html(regel: Regel, soort: str) -> str:
    """A row of the table of costs: `soort` is sum (of a programme), sub (a partnership) or total."""
    return render_to_string("verbanden/delen/kosten_regel.html", {"regel": regel, "soort": soort})


def kostenrijen(tabel: Kostentabel) -> dict[str, Any]:
    """The bodies and the foot of the table of costs, as markup."""
    lichamen = []
    for groep in tabel.groepen:
        regels = [kostenregel_html(groep.totaal, "sum"), *(kostenregel_html(regel, "sub") for regel in groep.regels)]
        lichamen.append(SafeString("".join(regels)))
    return {"lichamen": lichamen, "voet": SafeString(kostenregel_html(tabel.totaal, "total"))}


def aandacht(momenten: Iterable[Tijdlijnmoment], overzicht: Overzicht, dag: date) -> list[Aandacht]:
    """The next four moments at which the raad is involved."""
    per_id = {rij.id: rij for rij in overzicht.rijen}
    voor_de_raad = [moment for moment in momenten if moment.rol_raad][:HOEVEEL_AANDACHT]
    return [
        Aandacht(
            moment=moment,
            naam=per_id[moment.verband_id].naam,
            slug=per_id[moment.verband_id].slug,
            dag=dagtekst(moment.datum, dag),
            wanneer=f"{WEEKDAGEN[moment.datum.weekday()]}, {opmaak.over(moment.datum, dag)}",
            kan_tot=dagtekst(moment.uiterlijk, dag) if moment.uiterlijk else "",
        )
        for moment in voor_de_raad
    ]


@dataclass(frozen=True)
class Filterveld:
    """A filter as it stands in the form: with what was typed, and what is wrong with it."""

    naam: str
    titel: str
    waarde: str
    opties: tuple[tuple[str, str], ...]
    fout: str = ""


def filtervelden(filter_: VerbandFilter) -> dict[str, Any]:
    """The form of the filters as markup: the first ones, and the rest with whether it must stand open."""
    velden = [_filterveld(filter_, naam) for naam in filter_.filters]
    voorop = [veld for veld in velden if veld.naam in ZICHTBAAR]
    overig = [veld for veld in velden if veld.naam not in ZICHTBAAR]
    return {
        "voorop": SafeString("".join(map(veld_html, voorop))),
        "overig": SafeString("".join(map(veld_html, overig))),
        "open": any(veld.waarde for veld in overig),
        "fouten": [veld for veld in velden if veld.fout],
    }


def _filterveld(filter_: VerbandFilter, naam: str) -> Filterveld:
    bound = filter_.form[naam]
    opties = getattr(bound.field, "choices", ())
    return Filterveld(
        naam=naam,
        titel=bound.label,
        waarde=bound.value() or "",
        opties=tuple((str(waarde), str(titel)) for waarde, titel in opties),
        fout=" ".join(str(fout) for fout in bound.errors),
    )


@lru_cache(maxsize=512)
def veld_html(veld: Filterveld) -> str:
    """A filter with its label, its value and its error."""
    return render_to_string("verbanden/delen/overzicht_filter.html", {"veld": veld})


def dagtekst(datum: date, dag: date) -> str:
    """A day without its year, unless that is another year."""
    return opmaak.dag_maand(datum) if datum.year == dag.year else opmaak.datum(datum)


def totaalband(totalen: Totalen, dag: date, begroting: Decimal | None) -> dict[str, Any]:
    """The band with totals, in words."""
    return {
        "verbanden": aantal(totalen.verbanden),
        "verbonden": totalen.verbonden,
        "nu": _bedrag(totalen.nu),
        "nu_noot": ", ".join(filter(None, (deel_van_begroting(totalen.nu, begroting), zonder(totalen.nu)))),
        "straks": _bedrag(totalen.straks),
        "straks_noot": _straks_noot(totalen),
        "oordelen": [
            (code, hoeveel, merken.oordeel(code, "plain", merken.OORDELEN[code][0].lower()))
            for code, hoeveel in totalen.oordelen
        ],
        "verouderd": totalen.verouderd,
        "jaar": dag.year,
    }


def resultaat(rijen: Sequence[Rij], lopend: int, dag: date, *, beperkt: bool) -> str:
    """How many partnerships the list shows, and what they cost together."""
    if not rijen:
        return "Geen verband voldoet aan deze keuze." if beperkt else "Er zijn nog geen verbanden."
    totaal = som(rij.nu for rij in rijen)
    samen = "" if totaal.leeg else f" Samen {opmaak.kop(totaal.bedrag)} in {dag.year}."
    if not beperkt:
        return f"{aantal(len(rijen)).capitalize()}.{samen}"
    return f"{aantal(len(rijen)).capitalize()} gevonden, van {lopend} lopende.{samen}"


def aantal(hoeveel: int) -> str:
    """'1 verband', '13 verbanden'."""
    return f"{hoeveel} verband" if hoeveel == 1 else f"{hoeveel} verbanden"


def deel_van_begroting(totaal: Som, begroting: Decimal | None) -> str:
    """Which part of the budget goes to partnerships; empty while the budget is not known."""
    if not begroting or totaal.leeg:
        return ""
    return f"{opmaak.procent(totaal.bedrag / begroting * 100, 0)} van de gemeentebegroting"


def zonder(totaal: Som) -> str:
    """What a total leaves out."""
    return f"zonder {aantal(totaal.zonder)} zonder bedrag" if totaal.zonder else ""


def _bedrag(totaal: Som) -> str:
    return "" if totaal.leeg else opmaak.kop(totaal.bedrag)


def _straks_noot(totalen: Totalen) -> str:
    """The growth, and how many gave nothing yet."""
    groei = opmaak.procent(totalen.groei, teken=True) if totalen.groei is not None else ""
    opgaf = "dat nog niets opgaf" if totalen.straks.zonder == 1 else "die nog niets opgaven"
    gat = f"zonder {aantal(totalen.straks.zonder)} {opgaf}" if totalen.straks.zonder else ""
    return ", ".join(filter(None, (groei, gat)))


def kostenzin(nu: Som, gemeente: str, dag: date, begroting: Decimal | None, *, beperkt: bool) -> str:
    """What the municipality pays this year, above the table of costs."""
    if nu.leeg or not nu.bedrag:
        return "Er zijn voor deze keuze nog geen bedragen." if beperkt else "Er zijn nog geen bedragen."
    waaraan = "aan de gekozen verbanden" if beperkt else "aan samenwerking"
    deel = deel_van_begroting(nu, begroting)
    return f"In {dag.year} betaalt {gemeente} {opmaak.kop(nu.bedrag)} {waaraan}." + (f" Dat is {deel}." if deel else "")
