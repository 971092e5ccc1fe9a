"""Signals of the raad's own work: a zienswijze that must be ready, one without an answer, a question left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from governance import raadsvragen
from governance.regels.signalen import is_dagen_geleden, is_dagen_weg
from governance.signalering.maken import maak
from governance.zienswijze import signalen
from governance.zienswijze.lezen import Dossier
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset({"zienswijze_termijn", "zienswijze_zonder_antwoord", "raadsvraag_over_tijd"})


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Signals of running dossiers and open questions; four queries."""
    dag = peildatum.dag
    for dossier in signalen.lopend(peildatum, verbanden):
        verzonden, uiterlijk = dossier.rij.verzonden_op, dossier.termijn.uiterlijk
        if uiterlijk and not dossier.gegeven and is_dagen_weg(uiterlijk, dag, drempels["zienswijze_termijn"]):
            yield _termijn(dossier, uiterlijk)
        if is_dagen_geleden(verzonden, dag, drempels["zienswijze_zonder_antwoord"]):
            yield _zonder_antwoord(dossier)
    for vraag in raadsvragen.open_vragen(peildatum, verbanden):
        if vraag.te_laat:
            yield _open_vraag(vraag, verbanden[vraag.rij.verband_id])


def _adres(dossier: Dossier) -> str:
    return reverse("governance:zienswijze", args=[dossier.rij.id])


def _termijn(dossier: Dossier, uiterlijk: date) -> Signaal:
    raad = dossier.termijn.vergadering
    return maak(
        "zienswijze_termijn",
        dossier.verband,
        _adres(dossier),
        (dossier.rij.id, uiterlijk),
        uiterlijk,
        stuk=dossier.onderwerp,
        datum=datum(uiterlijk),
        raad=f"de laatste raad ervoor is op {datum(raad)}" if raad else "kijk welke raad de laatste ervoor is",
    )


def _zonder_antwoord(dossier: Dossier) -> Signaal:
    verzonden = dossier.rij.verzonden_op
    return maak(
        "zienswijze_zonder_antwoord",
        dossier.verband,
        _adres(dossier),
        (dossier.rij.id, verzonden),
        verzonden,
        stuk=dossier.onderwerp,
        datum=datum(verzonden),
        dagen=str((dossier.dag - verzonden).days),
    )


def _open_vraag(vraag: raadsvragen.Vraag, verband: Any) -> Signaal:
    return maak(
        "raadsvraag_over_tijd",
        verband,
        reverse("governance:raadsvraag", args=[vraag.rij.id]),
        (vraag.rij.id,),
        vraag.uiterlijk,
        datum=datum(vraag.rij.gesteld_op),
        uiterlijk=datum(vraag.uiterlijk),
        onderwerp=vraag.rij.onderwerp,
    )
