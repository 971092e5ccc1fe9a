"""An evaluation begins, is prepared and takes its steps. Judgements and the conclusion have acts of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.evaluaties import klaar
from evaluatie.evaluaties.lezen import Beeld, lees_een
from evaluatie.evaluaties.toegang import LEIDERS, eis_leiding
from evaluatie.models import Evaluatie, Evaluatiestap
from evaluatie.models.evaluatie import VOLGENDE_STAPPEN, Stap
from evaluatie.regels.planning import planning
from governance.evaluatiekader import evaluatiekader_van, geldend_evaluatiekader
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, versie_van, zet
from verbanden.models import Accounthouderschap, Belangrijkheid, Klasse, Levensfase, Samenwerkingsverband

POLITIEK = frozenset({Klasse.POLITIEK.value, Klasse.POLITIEK_ZEER.value})
FASEN = {
    Levensfase.VERKENNEN: Evaluatie.Fase.AANGAAN,
    Levensfase.AANGAAN: Evaluatie.Fase.AANGAAN,
    Levensfase.BEEINDIGEN: Evaluatie.Fase.BEEINDIGEN,
    Levensfase.BEEINDIGD: Evaluatie.Fase.BEEINDIGEN,
}
# What may be written in which steps.
OPZET = ("leider", "waarom", "criteria", "zwaar")
GEGEVENS = ("gegevens",)
TOELICHTING = ("waarom_een",)
GESPREK = ("gesprek_op", "gesprek_met", "verslag")
SCHRIJFBAAR: dict[tuple[str, ...], frozenset[Stap]] = {
    OPZET: frozenset({Stap.OPZET}),
    GEGEVENS: frozenset({Stap.OPZET, Stap.GEGEVENS}),
    TOELICHTING: frozenset({Stap.OORDEEL}),
    GESPREK: frozenset({Stap.GESPREK}),
}


@dataclass(frozen=True)
class Planning:
    """Who does a step before which day; `versie` is that of the row as the writer saw it."""

    wie: str
    gepland_op: date
    versie: int | None


@transaction.atomic
def zet_klaar(*, jaar: int, door: Gebruiker, op: datetime) -> list[Evaluatie]:
    """Prepare the evaluation over a year of every running partnership that is politiek (zeer) belangrijk.

    Read from the classes in force on the day itself, the leading one and those beside it. What is there stays.
    """
    eis(door, Recht.EVALUATIES_VASTSTELLEN)
    eis_jaar(jaar, timezone.localdate(op))
    verbanden = list(politiek(timezone.localdate(op)).select_for_update(no_key=True).order_by("id"))
    bekend = set(Evaluatie.objects.filter(jaar=jaar, verband__in=verbanden).values_list("verband_id", flat=True))
    vast: dict[str, Any] = {"jaar": jaar, "aanleiding": Evaluatie.Aanleiding.JAARLIJKS, "door": door, "op": op}
    return [_begin(verband=verband, **vast) for verband in verbanden if verband.id not in bekend]


@transaction.atomic
def begin(*, verband: Samenwerkingsverband, jaar: int, waarom: str, door: Gebruiker, op: datetime) -> Evaluatie:
    """Begin an evaluation of one partnership by choice, with what we want to know."""
    vandaag = timezone.localdate(op)
    eis(door, Recht.BEWERKEN, verband=verband, op=vandaag)
    eis_jaar(jaar, vandaag)
    huidig = vergrendel_verband(verband)
    if Evaluatie.objects.filter(verband=huidig, jaar=jaar).exists():
        raise ValidationError("Van dit verband is er al een evaluatie over dit jaar.")
    return _begin(verband=huidig, jaar=jaar, aanleiding=Evaluatie.Aanleiding.KEUZE, waarom=waarom, door=door, op=op)


@transaction.atomic
def schrijf(
    *,
    evaluatie: Evaluatie,
    velden: tuple[str, ...],
    waarden: Mapping[str, Any],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
) -> Evaluatie:
    """Write one part of an evaluation (a key of SCHRIJFBAAR) in the step that it belongs to; refuses an old version."""
    huidig = neem(evaluatie, versie, door=door, op=op)
    eis_stap(huidig, SCHRIJFBAAR[velden])
    if velden == OPZET:
        _eis_opzet(huidig, waarden)
    anders = zet(huidig, {naam: waarden[naam] for naam in velden})
    if anders:
        _bewaar(huidig, anders, door=door, op=op)
    return huidig


@transaction.atomic
def plan(*, evaluatie: Evaluatie, stappen: Mapping[str, Planning], door: Gebruiker, op: datetime) -> None:
    """Change who does the steps and when, while the evaluation is not adopted; refuses an old version of a step."""
    huidig = neem(evaluatie, None, door=door, op=op, met_versie=False)
    if huidig.stap == Stap.VASTGESTELD:
        raise ValidationError("Een vastgestelde evaluatie verandert niet meer.")
    for rij in Evaluatiestap.objects.filter(evaluatie=huidig, stap__in=stappen):
        nieuw = stappen[rij.stap]
        waarden = {"wie": nieuw.wie, "gepland_op": nieuw.gepland_op}
        stap, moment = vergrendel(rij, versie=nieuw.versie, velden=waarden, op=op)
        if anders := zet(stap, waarden):
            bewaar(stap, door=door, op=moment)
            leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=stap, velden=anders, verband=huidig.verband_id)


@transaction.atomic
def ga_naar(*, evaluatie: Evaluatie, stap: Stap, versie: int | None, door: Gebruiker, op: datetime) -> Evaluatie:
    """Take a step, forward when nothing is missing, or back. Adopting is another act."""
    huidig = neem(evaluatie, versie, door=door, op=op)
    van = Stap(huidig.stap)
    if stap is Stap.VASTGESTELD or stap not in VOLGENDE_STAPPEN[van]:
        raise ValidationError("Deze stap kan nu niet.")
    vooruit = stap is klaar.volgende(van)
    if vooruit and (fouten := klaar.mist(beeld_van(huidig, op))):
        raise ValidationError(fouten)
    huidig.stap = stap
    _bewaar(huidig, ["stap"], door=door, op=op)
    teken_af(huidig, van if vooruit else stap, timezone.localdate(op) if vooruit else None, door=door, op=op)
    return huidig


def politiek(dag: date) -> Any:
    """Running partnerships of which a class in force on this day asks for the attention of the raad."""
    klassen = Belangrijkheid.objects.laatste(dag)
    ids = [rij.verband_id for rij in klassen if POLITIEK & {rij.klasse, *rij.ook}]
    return Samenwerkingsverband.objects.lopend().filter(id__in=ids)


def neem(
    evaluatie: Evaluatie, versie: int | None, *, door: Gebruiker, op: datetime, met_versie: bool = True
) -> Evaluatie:
    """The evaluation as it is now, locked, for who leads it; refuses any other version than the writer saw."""
    huidig: Evaluatie = Evaluatie.objects.select_for_update(no_key=True).get(pk=evaluatie.pk)
    eis_leiding(door, huidig, huidig.verband, timezone.localdate(op))
    if met_versie and huidig.versie != versie:
        raise VersieConflict(huidig, versie_van(huidig, versie))
    return huidig


def eis_stap(evaluatie: Evaluatie, mag_in: frozenset[Stap]) -> None:
    """Refuse an act that does not fit how far the evaluation is."""
    if evaluatie.stap not in mag_in:
        raise ValidationError(f"Dit kan niet in de stap '{Stap(evaluatie.stap).label.lower()}'.")


def eis_jaar(jaar: int, vandaag: date) -> None:
    """Only the year that runs and the one before it can be evaluated."""
    if jaar not in (vandaag.year - 1, vandaag.year):
        raise ValidationError(f"Kies {vandaag.year - 1} of {vandaag.year}.")


def beeld_van(evaluatie: Evaluatie, op: datetime) -> Beeld:
    """The evaluation as it is now, for the rules."""
    beeld = lees_een(evaluatie.pk, Peildatum(timezone.localdate(op)), None)
    if beeld is None:
        raise ValueError("a saved evaluation can be read")
    return beeld


def teken_af(evaluatie: Evaluatie, stap: Stap, dag: date | None, *, door: Gebruiker, op: datetime) -> None:
    """Write on which day a step was done; None when it is opened again."""
    rij = Evaluatiestap.objects.get(evaluatie=evaluatie, stap=stap)
    rij.klaar_op = dag
    bewaar(rij, door=door, op=op)


def _begin(
    *,
    verband: Samenwerkingsverband,
    jaar: int,
    aanleiding: str,
    waarom: str = "",
    door: Gebruiker,
    op: datetime,
) -> Evaluatie:
    instrument = geldend_evaluatiekader()
    if instrument is None:
        raise ValidationError("Er is nog geen evaluatiekader gepubliceerd.")
    kader, dag = evaluatiekader_van(instrument), timezone.localdate(op)
    fase = FASEN.get(Levensfase(verband.levensfase), Evaluatie.Fase.BESTAAND)
    evaluatie = Evaluatie(
        verband=verband, jaar=jaar, instrument=instrument, fase=fase, aanleiding=aanleiding, waarom=waarom
    )
    evaluatie.criteria = kader.standaard(fase)
    evaluatie.leider_id = _accounthouder(verband, dag)
    bewaar(evaluatie, door=door, op=op)
    dagen = planning(jaar, dag, {stap.id: (stap.maand, stap.dag) for stap in kader.stappen.values()})
    for stap, gepland in dagen.items():
        wie = kader.stappen[stap].wie
        bewaar(Evaluatiestap(evaluatie=evaluatie, stap=stap, wie=wie, gepland_op=gepland), door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=evaluatie, verband=verband.id, jaar=jaar)
    return evaluatie


def _accounthouder(verband: Samenwerkingsverband, dag: date) -> int | None:
    houders = Accounthouderschap.objects.filter(verband=verband).geldig(dag)
    gevonden: int | None = houders.values_list("gebruiker_id", flat=True).first()
    return gevonden


def _eis_opzet(evaluatie: Evaluatie, waarden: Mapping[str, Any]) -> None:
    kader = evaluatiekader_van(evaluatie.instrument)
    if set(waarden["criteria"]) - set(kader.criteria):
        raise ValidationError({"criteria": "Kies criteria uit het evaluatiekader."})
    leider = waarden["leider"]
    if leider is not None and not Gebruiker.objects.filter(pk=leider, is_active=True, rol__in=LEIDERS).exists():
        raise ValidationError({"leider": "Deze persoon kan geen evaluatie leiden."})


def _bewaar(evaluatie: Evaluatie, anders: list[str], *, door: Gebruiker, op: datetime) -> None:
    bewaar(evaluatie, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=evaluatie, verband=evaluatie.verband_id, velden=anders)
