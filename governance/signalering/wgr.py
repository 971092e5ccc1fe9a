"""Signals of the Wgr-check: what a regeling must settle and does not, or of which nobody looked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse

from governance.models import Wgrpunt
from governance.regels import wgr
from governance.signalering.maken import maak
from samenwerkingswijzer.attendering.signaal import Signaal
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset({"wgr_niet_geregeld"})
GENOEMD = 3


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> Iterator[Signaal]:
    """One signal per regeling with open subjects, from the day on which all had to comply; one query."""
    dag = peildatum.dag
    if dag < wgr.AANGEPAST_VOOR:
        return
    bekend: dict[int, dict[str, str]] = defaultdict(dict)
    rijen = Wgrpunt.objects.op(peildatum.moment, verband_id__in=list(verbanden)).order_by()
    for nummer, onderwerp, stand in rijen.values_list("verband_id", "onderwerp", "stand"):
        bekend[nummer][onderwerp] = stand
    for nummer, verband in verbanden.items():
        if verband.vorm in wgr.REGELINGEN:
            open_ = [punt for punt in wgr.uitkomsten(verband.vorm, bekend[nummer], dag) if punt.open]
            if open_:
                yield _signaal(verband, open_)


def _signaal(verband: Any, open_: Sequence[wgr.Uitkomst]) -> Signaal:
    aantal = len(open_)
    return maak(
        "wgr_niet_geregeld",
        verband,
        reverse("verbanden:onderdeel", args=[verband.slug, "wgr"]),
        sorted(f"{punt.onderwerp.sleutel}={punt.stand}" for punt in open_),
        recht="BEWERKEN",
        aantal="is 1 verplicht onderwerp" if aantal == 1 else f"zijn {aantal} verplichte onderwerpen",
        onderwerpen=_opsomming([punt.onderwerp.kort.lower() for punt in open_]),
    )


def _opsomming(namen: Sequence[str]) -> str:
    """The first few by name, and how many more there are."""
    rest = len(namen) - GENOEMD
    return ", ".join(namen[:GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")
