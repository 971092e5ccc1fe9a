"""Two people changed the same: the page on which the second one chooses, field by field. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict

from samenwerkingswijzer.versies import Samenvoeging, Soort, Stuk, een_tekst, verschil, voeg_samen
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, toon

MIJ, ANDER, BEIDE = "mij", "ander", "beide"
KIES = "Kies welke tekst blijft."
Verborgen = list[tuple[str, str]]


@dataclass(frozen=True)
class Veld:
    """A field on the page: its name for people, how a value is told, and how one text is read (None: not possible)."""

    label: str
    woorden: Callable[[Any], str]
    lees: Callable[[str], Any] | None = None


@dataclass(frozen=True)
class Strijd:
    """Two versions of the same fields, and where both began. `basis` None: the start is unknown."""

    velden: Mapping[str, Veld]
    basis: Mapping[str, Any] | None
    mijn: Mapping[str, Any]
    ander: Mapping[str, Any]
    wie: str
    wanneer: datetime | None

    def samen(self) -> Samenvoeging:
        """What is merged and what a person must choose."""
        return voeg_samen(self.basis, self.mijn, self.ander)


@dataclass
class Keuze:
    """What somebody chose on the page: values to save, or what is still wrong per field."""

    waarden: dict[str, Any]
    gekozen: dict[str, str] = field(default_factory=dict)
    teksten: dict[str, str] = field(default_factory=dict)
    fouten: dict[str, str] = field(default_factory=dict)


def lees_keuzes(post: QueryDict, strijd: Strijd) -> Keuze:
    """Read the choices off the page."""
    samen = strijd.samen()
    keuze = Keuze(dict(samen.waarden))
    for naam in samen.botsingen:
        gekozen = post.get(f"keuze-{naam}", "")
        keuze.gekozen[naam] = gekozen
        keuze.teksten[naam] = post.get(f"tekst-{naam}", "")
        try:
            keuze.waarden[naam] = _waarde(naam, gekozen, keuze.teksten[naam], strijd)
        except ValidationError as fout:
            keuze.fouten[naam] = " ".join(fout.messages)
    return keuze


def _waarde(naam: str, gekozen: str, tekst: str, strijd: Strijd) -> Any:
    lees = strijd.velden[naam].lees
    if gekozen == MIJ:
        return strijd.mijn[naam]
    if gekozen == ANDER:
        return strijd.ander[naam]
    if gekozen == BEIDE and lees:
        return lees(tekst)
    raise ValidationError(KIES)


def pagina(
    request: Verzoek,
    strijd: Strijd,
    *,
    context: dict[str, Any],
    verborgen: Verborgen,
    keuze: Keuze | None = None,
    fouten: Iterable[str] = (),
) -> HttpResponse:
    """The page itself: 409, or 422 when a choice is missing or wrong."""
    samen = strijd.samen()
    keuze = keuze or Keuze({})
    fout = [(f"keuze-{naam}-mij", f"{strijd.velden[naam].label}: {tekst}") for naam, tekst in keuze.fouten.items()]
    inhoud = {
        **context,
        "wie": strijd.wie,
        "wanneer": strijd.wanneer,
        "kiezen": [_te_kiezen(naam, strijd, keuze) for naam in samen.botsingen],
        "samengevoegd": [
            *(_samengevoegd(naam, strijd, strijd.mijn, "u") for naam in samen.van_mij),
            *(_samengevoegd(naam, strijd, strijd.ander, strijd.wie) for naam in samen.van_ander),
        ],
        "verborgen": verborgen,
        "fouten": [*fout, *(("", tekst) for tekst in fouten)],
    }
    return toon(request, "conflict", inhoud, ONGELDIG if inhoud["fouten"] else BOTSING)


def _te_kiezen(naam: str, strijd: Strijd, keuze: Keuze) -> dict[str, Any]:
    veld = strijd.velden[naam]
    mijn, ander = veld.woorden(strijd.mijn[naam]), veld.woorden(strijd.ander[naam])
    was = None if strijd.basis is None else veld.woorden(strijd.basis[naam])
    voorstel = keuze.teksten.get(naam) or (een_tekst(was or "", mijn, ander) if veld.lees else "")
    return {
        "naam": naam,
        "label": veld.label,
        "was": was,
        "mijn": _stukken(ander if was is None else was, mijn),
        "ander": _stukken(mijn if was is None else was, ander),
        "kan_samen": veld.lees is not None,
        "tekst": voorstel,
        "gekozen": keuze.gekozen.get(naam, ""),
        "fout": keuze.fouten.get(naam, ""),
    }


def _samengevoegd(naam: str, strijd: Strijd, bron: Mapping[str, Any], wie: str) -> dict[str, Any]:
    veld = strijd.velden[naam]
    was = veld.woorden(strijd.basis[naam]) if strijd.basis else ""
    return {"label": veld.label, "stukken": _stukken(was, veld.woorden(bron[naam])), "wie": wie}


def _stukken(oud: str, nieuw: str) -> list[Stuk]:
    """Pieces of the new text; emptied text shows its old words struck through."""
    return verschil(oud, nieuw) or [Stuk(Soort.ZELFDE, "leeg")]


def verberg(formulier: forms.BaseForm, waarden: Mapping[str, Any]) -> Verborgen:
    """Values as a browser would send them, for the hidden fields of the page."""
    paren: Verborgen = []
    for naam, waarde in waarden.items():
        if waarde is False or waarde is None:
            continue
        ruw = formulier.fields[naam].prepare_value(waarde)
        paren += [(naam, str(deel)) for deel in ruw] if isinstance(ruw, list) else [(naam, str(ruw))]
    return paren
