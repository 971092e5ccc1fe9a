"""Signals of our say: one office with both roles, and a vote that does not match what we pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from governance.regels.band import Toets, toets
from governance.regels.evenredigheid import Maat, Uitkomst
from governance.regels.meerogen import Ogen
from governance.signalering.maken import maak
from governance.zeggenschap.lezen import Verbandzeggenschap, lees
from samenwerkingswijzer.attendering.signaal import Signaal
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.opmaak import procent
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset({"rol_samenloop", "scheve_zeggenschap"})


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> Iterator[Signaal]:
    """Every signal about our say, against the band of the municipality; seven queries."""
    gemeente = Gemeente.objects.op(peildatum.moment).first() or Gemeente.huidige()
    gelezen = lees(peildatum, gemeente.tooi, list(verbanden.values()))
    for verband, zeggenschap in zip(verbanden.values(), gelezen, strict=True):
        if zeggenschap.meerogen.uitkomst is Ogen.ZELFDE:
            yield _samenloop(verband, zeggenschap)
        getoetst = toets(
            zeggenschap.vergeleken, gemeente.band_zeggenschap, Maat.KOSTEN, zeggenschap.uitleg.get(Maat.KOSTEN)
        )
        if getoetst.uitkomst is Uitkomst.BESPREKEN:
            yield _scheef(verband, getoetst)


def _adres(verband: Any) -> str:
    return reverse("governance:zeggenschap_verband", args=[verband.slug])


def _samenloop(verband: Any, zeggenschap: Verbandzeggenschap) -> Signaal:
    zin = zeggenschap.meerogen.zin
    return maak("rol_samenloop", verband, _adres(verband), (zin,), uitleg=zin)


def _scheef(verband: Any, getoetst: Toets) -> Signaal:
    stemmen, kosten = procent(getoetst.stem or 0), procent(getoetst.aandeel or 0)
    return maak("scheve_zeggenschap", verband, _adres(verband), (stemmen, kosten), stemmen=stemmen, kosten=kosten)
