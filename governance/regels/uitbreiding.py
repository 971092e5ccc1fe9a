"""Adding to the content of an instrument and taking away: plain data in, changed plain data out, ids never change.

Adding something and taking it away again gives the same content. What something else refers to stays: `NogInGebruik`.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from governance.regels.bewerking import Inhoud
from governance.regels.gebruik import gebruik_van_keuze, gebruik_van_optie, gebruik_van_vraag
from governance.regels.instrument import WEET_NIET, Soort

WEET_NIET_TEKST = "Weet ik nog niet"
LANGSTE_ID = 40


class NogInGebruik(Exception):
    """Something cannot be taken away, because something else refers to it; says in Dutch what."""

    def __init__(self, wat: str, waar: Sequence[str]) -> None:
        super().__init__(f"{wat} is nog in gebruik: {'; '.join(waar)}. Haal dat eerst weg.")


def nieuwe_id(tekst: str, bezet: Iterable[str]) -> str:
    """A readable id out of words, that nothing has yet: 'Wie doet mee?' becomes 'wie_doet_mee'."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    begin = re.sub(r"[^a-z0-9]+", "_", kaal).strip("_")[:LANGSTE_ID].strip("_")
    begin = begin if begin[:1].isalpha() else f"x_{begin}".rstrip("_")
    return _vrij(begin, bezet)


def volgnummer(letter: str, bezet: Iterable[str]) -> str:
    """The id of a next rule: after m142 comes m143."""
    nummers = [int(id_[len(letter) :]) for id_ in bezet if re.fullmatch(rf"{letter}\d+", id_)]
    return f"{letter}{max(nummers, default=0) + 1:03d}"


def met_nieuwe_vraag(
    inhoud: Inhoud, *, teksten: Mapping[str, str], groep: str, antwoorden: Sequence[str], uitgangspunt: str = ""
) -> dict[str, Any]:
    """A question at the end, with these answers and 'weet ik nog niet'. `teksten`: vraag, toelichting, waarom."""
    nieuw = copy.deepcopy(dict(inhoud))
    opties: list[dict[str, str]] = []
    for antwoord in antwoorden:
        opties.append({"id": nieuwe_id(antwoord, [WEET_NIET, *(o["id"] for o in opties)]), "tekst": antwoord})
    bezet = [rij["id"] for rij in nieuw["kenmerken"]]
    vraag = {"id": nieuwe_id(teksten["vraag"], bezet), "groep": groep, **teksten}
    vraag |= {"uitgangspunt": uitgangspunt} if uitgangspunt else {}
    nieuw["kenmerken"].append(vraag | {"opties": [*opties, {"id": WEET_NIET, "tekst": WEET_NIET_TEKST}]})
    return nieuw


def met_optie(inhoud: Inhoud, kenmerk: str, tekst: str) -> dict[str, Any]:
    """An answer more to a question, before 'weet ik nog niet'."""
    nieuw = copy.deepcopy(dict(inhoud))
    opties = _rij(nieuw["kenmerken"], kenmerk)["opties"]
    plek = next((nr for nr, optie in enumerate(opties) if optie["id"] == WEET_NIET), len(opties))
    opties.insert(plek, {"id": nieuwe_id(tekst, [WEET_NIET, *(optie["id"] for optie in opties)]), "tekst": tekst})
    return nieuw


def met_nieuwe_keuze(
    inhoud: Inhoud, soort: Soort, teksten: Mapping[str, str], bij_vormen: Sequence[str] = ()
) -> dict[str, Any]:
    """A form, role or agreement at the end of its list, without empty words; no `bij_vormen`: it goes with all."""
    nieuw = copy.deepcopy(dict(inhoud))
    bezet = [rij["id"] for rijen in nieuw["repertoire"].values() for rij in rijen]
    rij: dict[str, Any] = {"id": nieuwe_id(teksten["naam"], bezet), **{naam: t for naam, t in teksten.items() if t}}
    if soort is not Soort.VORM:
        rij["bij_vormen"] = list(bij_vormen) or "alle"
    nieuw["repertoire"][soort.value].append(rij)
    return nieuw


def met_regel(
    inhoud: Inhoud, *, kenmerk: str, optie: str, keuze: str, gewicht: int, reden: str, bron: str
) -> dict[str, Any]:
    """A rule at the end: what an answer says of one choice. More choices come in by editing the question."""
    nieuw = copy.deepcopy(dict(inhoud))
    bezet = [rij["id"] for rij in (*nieuw["matchregels"], *nieuw["basisregels"])]
    regel = {"id": volgnummer("m", bezet), "kenmerk": kenmerk, "optie": optie, "gewichten": {keuze: gewicht}}
    nieuw["matchregels"].append(regel | {"reden": reden, "bron": bron})
    return nieuw


def met_harde_regel(inhoud: Inhoud, velden: Mapping[str, Any], regel: str = "") -> dict[str, Any]:
    """A rule of law at the end, or with other fields when `regel` names one.

    `velden`: kenmerk, optie, keuzes (forms), werking, zekerheid, artikel, reden.
    """
    nieuw = copy.deepcopy(dict(inhoud))
    waarden = {**velden, "keuzes": list(velden["keuzes"])}
    if regel:
        _rij(nieuw["harde_regels"], regel).update(waarden)
    else:
        id_ = volgnummer("h", [rij["id"] for rij in nieuw["harde_regels"]])
        nieuw["harde_regels"].append({"id": id_, **waarden})
    return nieuw


def zonder_vraag(inhoud: Inhoud, kenmerk: str) -> dict[str, Any]:
    """Without this question, when no rule speaks of it."""
    _eis_vrij("Deze vraag", gebruik_van_vraag(inhoud, kenmerk))
    return {**inhoud, "kenmerken": _zonder(inhoud["kenmerken"], kenmerk)}


def zonder_optie(inhoud: Inhoud, kenmerk: str, optie: str) -> dict[str, Any]:
    """Without this answer, when no rule speaks of it."""
    _eis_vrij("Dit antwoord", gebruik_van_optie(inhoud, kenmerk, optie))
    nieuw = copy.deepcopy(dict(inhoud))
    vraag = _rij(nieuw["kenmerken"], kenmerk)
    vraag["opties"] = _zonder(vraag["opties"], optie)
    return nieuw


def zonder_keuze(inhoud: Inhoud, keuze: str) -> dict[str, Any]:
    """Without this form, role or agreement, when nothing refers to it; its link to an article goes along."""
    _eis_vrij("Deze keuze", gebruik_van_keuze(inhoud, keuze))
    nieuw = copy.deepcopy(dict(inhoud))
    nieuw["repertoire"] = {soort: _zonder(rijen, keuze) for soort, rijen in nieuw["repertoire"].items()}
    nieuw.get("kennisbank_links", {}).pop(keuze, None)
    return nieuw


def zonder_regel(inhoud: Inhoud, regel: str) -> dict[str, Any]:
    """Without this matching rule."""
    return {**inhoud, "matchregels": _zonder(inhoud["matchregels"], regel)}


def zonder_harde_regel(inhoud: Inhoud, regel: str) -> dict[str, Any]:
    """Without this rule of law."""
    return {**inhoud, "harde_regels": _zonder(inhoud["harde_regels"], regel)}


def _eis_vrij(wat: str, waar: Sequence[str]) -> None:
    if waar:
        raise NogInGebruik(wat, waar)


def _rij(rijen: Iterable[dict[str, Any]], id_: str) -> dict[str, Any]:
    return next(rij for rij in rijen if rij["id"] == id_)


def _zonder(rijen: Iterable[Mapping[str, Any]], id_: str) -> list[Mapping[str, Any]]:
    return [rij for rij in rijen if rij["id"] != id_]


def _vrij(begin: str, bezet: Iterable[str]) -> str:
    weg, nummer, id_ = set(bezet), 1, begin
    while id_ in weg:
        nummer += 1
        id_ = f"{begin}_{nummer}"
    return id_
