"""The signals of the register: every rule on every partnership. Queries do not grow with the partnerships."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.opmaak import bedrag, datum, procent
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.toetsing import lijst_over, vorige_moment
from verbanden.models import Oordeel, Post
from verbanden.regels import signalen as regels
from verbanden.signalering.feiten import Feiten, lees
from verbanden.signalering.lijst import onvolledig
from verbanden.volledigheid import lijstjaar

Vondst = Iterator[Signaal]


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
    """Every signal of the register about these partnerships."""
    alle = lees(peildatum, verbanden)
    losse = [signaal for feiten in alle for regel in REGELS.values() for signaal in regel(feiten, peildatum, drempels)]
    return [*losse, *_verouderd(alle, peildatum), *_onvolledig(alle, peildatum, drempels)]


def maak(
    sleutel: str,
    feiten: Feiten,
    url: str,
    oorzaak: Sequence[object],
    dag: date | None = None,
    recht: str = "BEWERKEN",
    **waarden: str,
) -> Signaal:
    """A signal of this rule; `oorzaak` is what makes it this one, `recht` what the address asks."""
    delen = tuple(str(deel) for deel in oorzaak)
    return Signaal(catalogus()[sleutel], feiten.id, {"verband": feiten.naam, **waarden}, delen, url, dag, recht)


def plek(feiten: Feiten, onderdeel: str) -> str:
    """The edit screen on which the cause can be taken away."""
    return reverse("verbanden:onderdeel", args=[feiten.slug, onderdeel])


def _bijdrage(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    gevonden = regels.bijdrage_sprong(
        feiten.reeks(Post.BIJDRAGE), lijstjaar(peildatum.dag), drempels["bijdrage_sprong"]
    )
    if gevonden:
        yield maak(
            "bijdrage_sprong",
            feiten,
            reverse("verbanden:cijfers", args=[feiten.slug, gevonden.jaar]),
            (gevonden.jaar, f"{gevonden.vorig:f}", f"{gevonden.nieuw:f}"),
            jaar=str(gevonden.jaar),
            vorig=bedrag(gevonden.vorig),
            nieuw=bedrag(gevonden.nieuw),
            procent=procent(gevonden.procent),
        )


def _verlies(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    gevonden = regels.verlies(feiten.werkelijk(Post.RESULTAAT), drempels["negatief_resultaat"])
    if gevonden:
        jaar, resultaat = gevonden
        url = reverse("verbanden:cijfers", args=[feiten.slug, jaar])
        oorzaak = (jaar, f"{resultaat:f}")
        yield maak("negatief_resultaat", feiten, url, oorzaak, jaar=str(jaar), bedrag=bedrag(resultaat))


def _vermogen(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    eigen, vreemd = feiten.werkelijk(Post.EIGEN_VERMOGEN_EIND), feiten.werkelijk(Post.VREEMD_VERMOGEN_EIND)
    gevonden = regels.weinig_vermogen(eigen, vreemd, drempels["lage_solvabiliteit"])
    if gevonden:
        jaar, deel = gevonden
        url = reverse("verbanden:cijfers", args=[feiten.slug, jaar])
        oorzaak = (jaar, f"{eigen[jaar]:f}", f"{vreemd[jaar]:f}")
        yield maak("lage_solvabiliteit", feiten, url, oorzaak, jaar=str(jaar), procent=procent(deel))


def _risicos(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    for risico in feiten.risicos:
        if risico.gevolg is not None and regels.ongedekt(
            risico.gevolg, risico.gedekt, drempels["risico_zonder_dekking"]
        ):
            yield maak(
                "risico_zonder_dekking",
                feiten,
                plek(feiten, "risicos"),
                (risico.id, f"{risico.gevolg:f}"),
                bedrag=bedrag(risico.gevolg),
                risico=risico.omschrijving,
            )


def _slechter(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    gevonden = regels.verslechterd([stand.oordeel for stand in feiten.standen])
    if gevonden:
        oud, nieuw = (Oordeel(oordeel).label.lower() for oordeel in gevonden)
        laatste = feiten.standen[0]
        yield maak(
            "status_verslechterd",
            feiten,
            reverse("verbanden:dashboard", args=[feiten.slug]),
            (laatste.id, *gevonden),
            laatste.datum,
            "",
            oud=f"'{oud}'",
            nieuw=f"'{nieuw}'",
        )


def _oude_stand(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    laatste = feiten.standen[0] if feiten.standen else None
    maanden = regels.te_oud(laatste.datum if laatste else None, peildatum.dag, drempels["status_oud"])
    if laatste and maanden is not None:
        yield maak(
            "status_oud",
            feiten,
            plek(feiten, "stand"),
            (laatste.id,),
            recht="OORDELEN",
            datum=datum(laatste.datum),
            maanden=str(maanden),
        )


def _zonder_accounthouder(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    sinds = feiten.zonder_sinds
    if not feiten.accounthouder and sinds:
        url = reverse("verbanden:accounthouder", args=[feiten.slug])
        yield maak("geen_accounthouder", feiten, url, (sinds.isoformat(),), recht="AANWIJZEN", datum=datum(sinds))


def _mandaat(feiten: Feiten, peildatum: Peildatum, drempels: Drempels) -> Vondst:
    wat = regels.mandaat_ontbreekt(
        feiten.klasse, feiten.mandaat, feiten.besluit_van, peildatum.dag, drempels["mandaat_ontbreekt"]
    )
    if wat:
        besluit = feiten.besluit_van.isoformat() if feiten.besluit_van else "geen besluit"
        oorzaak = (besluit, "oud" if feiten.mandaat.strip() else "leeg")
        yield maak(
            "mandaat_ontbreekt", feiten, plek(feiten, "belangrijkheid"), oorzaak, recht="KLASSE_VASTLEGGEN", wat=wat
        )


def _verouderd(alle: Sequence[Feiten], peildatum: Peildatum) -> Vondst:
    """Partnerships whose newest figure is from before the previous list; one query."""
    lijst = lijst_over(lijstjaar(peildatum.dag), peildatum.dag)
    moment = vorige_moment(lijst, peildatum)
    for feiten in alle:
        laatste = feiten.laatste_cijfer
        if laatste and regels.cijfers_verouderd(laatste, moment):
            url = reverse("verbanden:cijfers", args=[feiten.slug, peildatum.dag.year])
            oorzaak = (laatste.isoformat(), moment.isoformat())
            yield maak("verouderde_cijfers", feiten, url, oorzaak, datum=datum(laatste), moment=datum(moment))


def _onvolledig(alle: Sequence[Feiten], peildatum: Peildatum, drempels: Drempels) -> Vondst:
    """Parties of a list that is nearly due and still lacks data."""
    bekend = {feiten.id: feiten for feiten in alle}
    for lijst, verband_id, mist in onvolledig(peildatum, list(bekend), drempels["lijst_onvolledig"]):
        if feiten := bekend.get(verband_id):
            aantal = f"ontbreekt nog {len(mist)} gegeven" if len(mist) == 1 else f"ontbreken nog {len(mist)} gegevens"
            yield maak(
                "lijst_onvolledig",
                feiten,
                reverse("verbanden:lijst", args=[lijst.soort.value, lijst.jaar]),
                (lijst.soort.value, lijst.jaar),
                lijst.bij_toezicht,
                "",
                lijst=str(lijst),
                aantal=aantal,
                datum=datum(lijst.bij_toezicht),
            )


Regel = Callable[[Feiten, Peildatum, Drempels], Vondst]
REGELS: dict[str, Regel] = {
    "bijdrage_sprong": _bijdrage,
    "negatief_resultaat": _verlies,
    "lage_solvabiliteit": _vermogen,
    "risico_zonder_dekking": _risicos,
    "status_verslechterd": _slechter,
    "status_oud": _oude_stand,
    "geen_accounthouder": _zonder_accounthouder,
    "mandaat_ontbreekt": _mandaat,
}
VINDER = Signaalvinder(frozenset({*REGELS, "verouderde_cijfers", "lijst_onvolledig"}), vind)
