"""Whether an instrument is whole: what is missing, doubled or refers to nothing, in plain Dutch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from governance.regels.instrument import WEET_NIET, ZWAARST, Afwegingskader, Soort, Werking
from governance.regels.lezer import lees

SLEUTEL = re.compile(r"[a-z][a-z0-9_]*")
ONLEESBAAR = "Dit bestand heeft niet de opbouw van een afwegingskader: {0}."


def fouten(gegevens: Mapping[str, Any], *, concept: bool = False) -> list[str]:
    """Everything that is wrong with this version; empty when it can be published.

    A `concept` may be unfinished: a choice that no rule weighs yet, or a rule that weighs nothing.
    """
    try:
        kader = lees(gegevens)
    except (KeyError, TypeError, AttributeError, ValueError) as fout:
        return [ONLEESBAAR.format(f"{type(fout).__name__} {fout}")]
    heel = [
        *_vragen(kader),
        *_uitgangspunten(gegevens, kader),
        *_keuzes(kader),
        *_regels(kader),
        *_harde_regels(kader),
        *_voorrang(kader),
    ]
    return heel if concept else [*heel, *_onaf(kader)]


def _onaf(kader: Afwegingskader) -> Iterator[str]:
    gewogen = {keuze for regel in kader.regels for keuze in regel.gewichten}
    for keuze in kader.keuzes:
        if keuze.id not in gewogen:
            yield f"Over keuze {keuze.id} gaat geen enkele regel."
    for regel in kader.regels:
        if not regel.gewichten:
            yield f"Regel {regel.id} geeft geen enkele keuze een gewicht."
    for harde in kader.harde_regels:
        if not harde.keuzes:
            yield f"Harde regel {harde.id} gaat over geen enkele vorm."


def _vragen(kader: Afwegingskader) -> Iterator[str]:
    yield from _sleutels("vraag", (kenmerk.id for kenmerk in kader.kenmerken))
    for kenmerk in kader.kenmerken:
        opties = [optie.id for optie in kenmerk.opties]
        yield from _sleutels(f"antwoord bij vraag {kenmerk.id}", opties)
        if WEET_NIET not in opties:
            yield f"Vraag {kenmerk.id} mist het antwoord 'weet ik nog niet'."
        if len(opties) < 3:
            yield f"Vraag {kenmerk.id} heeft minder dan twee antwoorden."


def _uitgangspunten(gegevens: Mapping[str, Any], kader: Afwegingskader) -> Iterator[str]:
    bekend = {een.id for een in kader.uitgangspunten}
    for een in kader.uitgangspunten:
        if not (een.naam.strip() and een.tekst.strip() and een.bron.strip()):
            yield f"Uitgangspunt {een.id} mist een naam, een tekst of een bron."
    for rij in gegevens["kenmerken"]:
        if rij.get("uitgangspunt") and rij["uitgangspunt"] not in bekend:
            yield f"Vraag {rij['id']} noemt een uitgangspunt dat er niet is: {rij['uitgangspunt']}."


def _keuzes(kader: Afwegingskader) -> Iterator[str]:
    yield from _sleutels("keuze", (keuze.id for keuze in kader.keuzes))
    bekend, vormen = {keuze.id for keuze in kader.keuzes}, {vorm.id for vorm in kader.van(Soort.VORM)}
    for keuze in kader.keuzes:
        if vreemd := keuze.sluit_uit - bekend:
            yield f"Keuze {keuze.id} sluit iets uit dat er niet is: {', '.join(sorted(vreemd))}."
        if vreemd := (keuze.bij_vormen or frozenset()) - vormen:
            yield f"Keuze {keuze.id} hoort bij een vorm die er niet is: {', '.join(sorted(vreemd))}."


def _regels(kader: Afwegingskader) -> Iterator[str]:
    yield from _sleutels("regel", (regel.id for regel in kader.regels))
    bekend = {keuze.id for keuze in kader.keuzes}
    for regel in kader.regels:
        if regel.kenmerk or regel.optie:
            yield from _antwoord(kader, regel.id, regel.kenmerk, regel.optie)
        if regel.bron not in kader.bronnen:
            yield f"Regel {regel.id} noemt een bron die er niet is: {regel.bron}."
        if not regel.reden.strip():
            yield f"Regel {regel.id} heeft geen reden."
        for keuze, gewicht in regel.gewichten.items():
            if keuze not in bekend:
                yield f"Regel {regel.id} gaat over een keuze die er niet is: {keuze}."
            if type(gewicht) is not int or not -ZWAARST <= gewicht <= ZWAARST or gewicht == 0:
                yield f"Regel {regel.id} geeft {keuze} een gewicht dat niet kan: {gewicht}."


def _harde_regels(kader: Afwegingskader) -> Iterator[str]:
    yield from _sleutels("harde regel", (regel.id for regel in kader.harde_regels))
    vormen = {vorm.id for vorm in kader.van(Soort.VORM)}
    for regel in kader.harde_regels:
        yield from _antwoord(kader, regel.id, regel.kenmerk, regel.optie)
        if vreemd := regel.keuzes - vormen:
            yield f"Harde regel {regel.id} gaat over een vorm die er niet is: {', '.join(sorted(vreemd))}."
        if regel.werking is Werking.UITSLUITEN and not regel.zeker:
            yield f"Harde regel {regel.id} sluit uit, maar is niet zeker."
        if not regel.artikel.strip():
            yield f"Harde regel {regel.id} noemt geen artikel."


def _voorrang(kader: Afwegingskader) -> Iterator[str]:
    yield from _sleutels("voorrangsregel", (regel.id for regel in kader.voorrang))
    vormen = {vorm.id for vorm in kader.van(Soort.VORM)}
    for regel in kader.voorrang:
        for kenmerk, optie in regel.als.items():
            yield from _antwoord(kader, regel.id, kenmerk, optie)
        if regel.keuze not in vormen:
            yield f"Voorrangsregel {regel.id} gaat over een vorm die er niet is: {regel.keuze}."
        if not regel.als or not regel.reden.strip():
            yield f"Voorrangsregel {regel.id} heeft geen voorwaarde of geen reden."


def _antwoord(kader: Afwegingskader, regel: str, kenmerk: str, optie: str) -> Iterator[str]:
    gevonden = kader.kenmerk(kenmerk)
    if gevonden is None or not gevonden.tekst(optie):
        yield f"Regel {regel} gaat over een antwoord dat er niet is: {kenmerk}, {optie}."
    if optie == WEET_NIET:
        yield f"Regel {regel} gaat over 'weet ik nog niet', en dat telt nergens mee."


def _sleutels(wat: str, ids: Iterable[str]) -> Iterator[str]:
    for id_, aantal in Counter(ids).items():
        if aantal > 1:
            yield f"De {wat} {id_} staat er {aantal} keer."
        if not SLEUTEL.fullmatch(str(id_)):
            yield f"De {wat} {id_!r} heeft een naam die niet kan: kleine letters, cijfers en liggende streepjes."
