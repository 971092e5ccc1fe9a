"""Advice against reality: of all partnerships, and of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance import regime
from governance.regels.afstand import Oordeel, Punt, Vormoordeel
from governance.regels.instrument import Soort
from governance.views.pagina import mag_invullen
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.opvolgen import Opvolger, Vervolg, opvolger
from verbanden.views.bewerkpagina import kruimels, naam
from verbanden.views.dashboard import verband_of_404

HERKOMST = "regime"
MERKEN = {
    Oordeel.ONTBREEKT: "bijsturen",
    Oordeel.OVERBODIG: "aandacht",
    Oordeel.ONBEKEND: "geen",
    Oordeel.OP_ORDE: "op_koers",
    Oordeel.MAG: "op_koers",
}
VORMMERKEN = {
    Vormoordeel.PAST: "op_koers",
    Vormoordeel.WIJKT_AF: "aandacht",
    Vormoordeel.UITGESLOTEN: "bijsturen",
    Vormoordeel.ONBEKEND: "geen",
}
DOEN = {Oordeel.ONTBREEKT: "Regelen: {}", Oordeel.OVERBODIG: "Nog nodig? {}"}
KOPPEN = {Soort.ROL: "Rollen en bevoegdheden", Soort.AFSPRAAK: "Afspraken en instrumenten"}


@dataclass(frozen=True)
class Rij:
    """A role or agreement on the page: what holds of it, its mark, and what can be done about a gap."""

    punt: Punt
    bekend: Any  # Regimepunt, or None when nobody looked
    vervolg: Vervolg | None

    @property
    def merk(self) -> str:
        return MERKEN[self.punt.oordeel]


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """Every running partnership: does its form fit, and what is missing, superfluous or not looked up."""
    eis(request.user, Recht.BEKIJKEN)
    moment = request.peildatum.moment
    lopend = Samenwerkingsverband.objects.op(moment).lopend().order_by("naam", "id")
    gelezen = sorted(regime.lees(list(lopend), moment), key=_dringend)
    vergeleken = [een for een in gelezen if een.afstand]
    context = {
        "vergeleken": [(een, VORMMERKEN[een.afstand.vormoordeel]) for een in vergeleken if een.afstand],
        "zonder": [een for een in gelezen if not een.afstand],
        "ontbreekt": sum(een.afstand.ontbreekt for een in vergeleken if een.afstand),
        "overbodig": sum(een.afstand.overbodig for een in vergeleken if een.afstand),
        "onbekend": sum(een.afstand.onbekend for een in vergeleken if een.afstand),
        "op_orde": sum(een.afstand.op_orde for een in vergeleken if een.afstand),
        "kruimels": [("Overzicht", reverse("verbanden:overzicht"))],
    }
    return render(request, "governance/regimes.html", context)


def _dringend(een: regime.Regime) -> tuple[int, int, int, str]:
    afstand = een.afstand
    if afstand is None:
        return (1, 0, 0, een.verband.naam.casefold())
    return (0, -(afstand.ontbreekt + afstand.overbodig), -afstand.onbekend, een.verband.naam.casefold())


@require_safe
def verband(request: Verzoek, slug: str) -> HttpResponse:
    """One partnership: what was chosen or advised beside what holds, gap by gap."""
    eis(request.user, Recht.BEKIJKEN)
    moment = request.peildatum.moment
    gezocht = verband_of_404(slug, request.peildatum)
    (gelezen,) = regime.lees([gezocht], moment)
    mag_bewerken = mag_invullen(request, gezocht)
    gaten = opvolger([gezocht.id], moment, {gezocht.id} if mag_bewerken else set())
    context = {
        "verband": gezocht,
        "kruimels": kruimels(gezocht),
        "onderwerp": naam(gezocht),
        "regime": gelezen,
        "afstand": gelezen.afstand,
        "vormmerk": VORMMERKEN[gelezen.afstand.vormoordeel] if gelezen.afstand else "",
        "delen": _delen(gelezen, gaten),
        "mag_bewerken": mag_bewerken,
    }
    return render(request, "governance/regime.html", context)


def _delen(gelezen: regime.Regime, gaten: Opvolger) -> list[tuple[str, list[Rij]]]:
    """Roles and agreements apart, each with what asks for work first."""
    punten = gelezen.afstand.punten if gelezen.afstand else ()
    rijen = [_rij(punt, gelezen, gaten) for punt in punten]
    return [(kop, [rij for rij in rijen if rij.punt.keuze.soort is soort]) for soort, kop in KOPPEN.items()]


def _rij(punt: Punt, gelezen: regime.Regime, gaten: Opvolger) -> Rij:
    doen = DOEN[punt.oordeel].format(punt.keuze.naam) if punt.oordeel.gat else ""
    vervolg = gaten.vervolg(gelezen.verband, f"{HERKOMST}:{punt.keuze.id}", doen)
    return Rij(punt, gelezen.punten.get(punt.keuze.id), vervolg)
