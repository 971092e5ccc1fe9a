"""What governance knows of one partnership, as evidence for the principles: our say, roles, the law, partners, time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from governance import tijdbewijs, wgrcheck
from governance.models import Regimepunt, Relevantie, Spelerspunt, Standpunt, Wgrpunt
from governance.regels import samenspeler, wgr
from governance.regels.band import Toets
from governance.regels.evenredigheid import Maat, Uitkomst
from governance.regels.meerogen import Ogen
from governance.zeggenschap import lezen, weergave
from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Deelname, Samenwerkingsverband
from verbanden.models.keuzes import REGELINGEN

MET, DEELS, NIET, ONBEKEND = Bewijsstand.MET, Bewijsstand.DEELS, Bewijsstand.NIET, Bewijsstand.ONBEKEND
TWEE_JAAR = timedelta(days=731)
BAND = {
    Uitkomst.BINNEN: (MET, "Onze stem past bij ons deel in de kosten."),
    Uitkomst.UITGELEGD: (DEELS, "Onze stem wijkt af van ons deel in de kosten. Dat is uitgelegd."),
    Uitkomst.BESPREKEN: (NIET, "Onze stem wijkt af van ons deel in de kosten. Daar is geen uitleg bij."),
}
OGEN = {Ogen.EEN_ROL: MET, Ogen.MEER: DEELS, Ogen.ZELFDE: NIET}
OORDELEN = {
    samenspeler.Oordeel.GOED: MET,
    samenspeler.Oordeel.KAN_BETER: DEELS,
    samenspeler.Oordeel.NIET: NIET,
    samenspeler.Oordeel.ONBEKEND: ONBEKEND,
}
# The points of the yearly self-check are those of the last main point.
ZELFCHECK = {
    "open_en_geinformeerd": "goed_geinformeerd",
    "betrouwbaar_en_duidelijk": "betrouwbaar_en_duidelijk",
    "betrokken": "helder_mandaat",
    "krachten_bundelen": "krachten_bundelen",
}
MEER_NIET_DEELS = 2


def bewijzen(peildatum: Peildatum, verband_id: int) -> list[Bewijs]:
    """The evidence of governance; the number of queries does not depend on the rows."""
    verband = Samenwerkingsverband.objects.op(peildatum.moment, id=verband_id).first()
    if verband is None:
        return []
    return [
        *_zeggenschap(peildatum, verband),
        *_wet(peildatum, verband),
        *_partners(peildatum, verband),
        *_keuzes(peildatum, verband),
        *_afspraak(peildatum, verband),
        *tijdbewijs.bewijzen(peildatum, verband),
        *_zelfcheck(peildatum, verband),
    ]


def _zeggenschap(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    gemeente = Gemeente.objects.op(peildatum.moment).first() or Gemeente.huidige()
    (gelezen,) = lezen.lees(peildatum, gemeente.tooi, [verband])
    getoetst = weergave.rij(gelezen, gemeente.band_zeggenschap, Maat.KOSTEN).toets
    url = reverse("governance:zeggenschap_verband", args=[verband.slug])
    for uitgangspunt in ("evenredige_zeggenschap", "passende_verdeling"):
        yield Bewijs(uitgangspunt, *_band(getoetst), url)
    ogen = gelezen.meerogen
    yield Bewijs("belangen_in_evenwicht", OGEN.get(ogen.uitkomst, ONBEKEND), ogen.zin, url)


def _band(getoetst: Toets) -> tuple[Bewijsstand, str]:
    if getoetst.uitkomst is Uitkomst.BESPREKEN or getoetst.uitkomst not in BAND:
        return BAND.get(getoetst.uitkomst, (ONBEKEND, "Onze stem en ons deel in de kosten zijn niet te vergelijken."))
    if getoetst.uitkomst is Uitkomst.UITGELEGD and not getoetst.uitgelegd:
        return MET, "De stemmen volgen een bewust principe, zoals één stem per deelnemer."
    return BAND[getoetst.uitkomst]


def _wet(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    if verband.vorm not in REGELINGEN:
        return
    punten = {punt.onderwerp: punt for punt in Wgrpunt.objects.op(peildatum.moment, verband_id=verband.id)}
    telling = wgr.tel(cel.uitkomst for cel in wgrcheck.cellen(verband.vorm, punten, peildatum.dag))
    if not telling.totaal:
        return
    zin = f"Wgr-check: {telling.geregeld} van {telling.totaal} onderwerpen geregeld"
    zin += f", {telling.niet_geregeld} niet, {telling.onbekend} onbekend."
    yield Bewijs("verlengd_lokaal_bestuur", _wetstand(telling), zin, reverse("governance:wgr"))


def _wetstand(telling: wgr.Telling) -> Bewijsstand:
    if telling.niet_geregeld > MEER_NIET_DEELS:
        return NIET
    if telling.niet_geregeld:
        return DEELS
    return ONBEKEND if telling.onbekend else MET


def _partners(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    """Whether we wrote down how the parties look, at most two years ago."""
    van = {"verband_id": verband.id}
    deelnemers = set(
        Deelname.objects.op(peildatum.moment, **van).geldig(peildatum.dag).values_list("organisatie_id", flat=True)
    )
    gezegd = Standpunt.objects.op(peildatum.moment, **van).tot_en_met(peildatum.dag).values_list("partij_id", "datum")
    laatste: dict[int, date] = {}
    for partij, dag in gezegd:
        laatste.setdefault(partij, dag)
    recent = sum(peildatum.dag - dag <= TWEE_JAAR for partij, dag in laatste.items() if partij in deelnemers)
    url = reverse("governance:samenspel_verband", args=[verband.slug])
    if not laatste:
        zin = "Van geen enkele partij is vastgelegd hoe zij kijkt en wat zij wil."
        yield Bewijs("bedoelingen_passen", ONBEKEND, zin, url)
        yield Bewijs("goed_geinformeerd", NIET, zin, url)
        return
    zin = f"Van {recent} van de {len(deelnemers)} deelnemers is dat hoogstens twee jaar geleden vastgelegd."
    stand = MET if deelnemers and recent == len(deelnemers) else DEELS
    yield Bewijs("bedoelingen_passen", stand, zin, url)
    yield Bewijs("goed_geinformeerd", stand, zin, url)


def _keuzes(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    jaar = peildatum.dag.year
    rijen = Relevantie.objects.op(peildatum.moment, verband_id=verband.id).filter(jaar__in=(jaar - 1, jaar))
    stukken = [stuk for rij in rijen for stuk in rij.vraagstukken if len(stuk.get("mogelijkheden", ())) > 1]
    if stukken:
        zin = f"Er is een keuzevraagstuk met mogelijkheden: {stukken[0]['vraag']}"
        yield Bewijs("aandacht_voor_keuzes", MET, zin, reverse("governance:relevantie", args=[verband.slug]))


def _afspraak(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    rijen = Regimepunt.objects.op(peildatum.moment, verband_id=verband.id, keuze="informatieprotocol")
    stand = rijen.values_list("stand", flat=True).first()
    url = reverse("governance:regime_verband", args=[verband.slug])
    if stand == Regimepunt.Stand.GELDT:
        yield Bewijs("actieve_verantwoording", MET, "Er is een afspraak over informatie.", url)
    elif stand:
        yield Bewijs("actieve_verantwoording", NIET, "Er is geen afspraak over informatie.", url)


def _zelfcheck(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    jaar = peildatum.dag.year
    rijen = Spelerspunt.objects.op(peildatum.moment, verband_id=verband.id).filter(jaar__in=(jaar - 1, jaar))
    url = reverse("governance:samenspel_verband", args=[verband.slug])
    gezien: set[str] = set()
    for rij in rijen.order_by("-jaar", "id"):
        if rij.punt not in gezien:
            gezien.add(rij.punt)
            oordeel = samenspeler.Oordeel(rij.oordeel)
            zin = f"Zelfcheck {rij.jaar}: {rij.get_oordeel_display().lower()}."
            yield Bewijs(ZELFCHECK[rij.punt], OORDELEN[oordeel], f"{zin} {rij.bewijs}".strip(), url)
