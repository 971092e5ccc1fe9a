"""What a view of the agenda shows, made once for each reading and choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from governance.agenda.jaarbeeld import jaarbeeld
from governance.agenda.lezen import Agenda
from governance.agenda.selectie import Selectie, klassen, periode
from governance.agenda.termijntabel import termijnen
from governance.agenda.weergave import maanden, samenvatting, totalen
from samenwerkingswijzer.peildatum import Peildatum

Paren = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Blad:
    """A view: one sentence, the band with totals, and the list or the year."""

    samenvatting: str
    totalen: SafeString
    inhoud: SafeString


def blad(agenda: Agenda, peildatum: Peildatum, keuze: Mapping[str, str], soort: str) -> Blad:
    """The view of a kind ('lijst' or 'jaar') for a choice."""
    per_verband = tuple(sorted(klassen(peildatum).items()))
    return _blad(agenda, per_verband, peildatum.dag, tuple(sorted(keuze.items())), soort)


@lru_cache(maxsize=8)
def _blad(agenda: Agenda, klassen_: tuple[tuple[int, str], ...], dag: date, keuze: Paren, soort: str) -> Blad:
    gekozen = dict(keuze)
    van, tot = periode(gekozen.get("periode", ""), dag)
    selectie = Selectie(agenda, dict(klassen_), dag, van, tot, gekozen)
    return Blad(
        samenvatting(selectie),
        SafeString(render_to_string("governance/agenda/totalen.html", {"totalen": totalen(selectie)})),
        INHOUD[soort](selectie),
    )


def _lijst(selectie: Selectie) -> SafeString:
    return SafeString(render_to_string("governance/agenda/maanden.html", {"maanden": maanden(selectie)}))


def _jaar(selectie: Selectie) -> SafeString:
    context = {"beeld": jaarbeeld(selectie), "termijnen": termijnen(selectie)}
    return SafeString(render_to_string("governance/agenda/jaarbeeld.html", context))


INHOUD: dict[str, Callable[[Selectie], SafeString]] = {"lijst": _lijst, "jaar": _jaar}
