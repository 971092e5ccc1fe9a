"""Reads progress reports, what a new one may begin with, and who told the progress of the round that runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from evaluatie import woorden
from evaluatie.doelen import samenvatting, standen
from evaluatie.models import Voortgang
from evaluatie.models.doel import maat_van
from evaluatie.regels.ronde import Ogenblik, Ronde, ronde_op
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.opmaak import datum, kop
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Accounthouderschap,
    Jaarcijfer,
    Levensfase,
    Post,
    Risico,
    Samenwerkingsverband,
    StandVanZaken,
)
from verbanden.regels.cijfers import ZEKERHEID, leidend

# In these phases a partnership does something of which progress can be told.
LOPEND = (Levensfase.UITVOEREN, Levensfase.HEROVERWEGEN, Levensfase.BEEINDIGEN)
BEGROOT = "begroot"
LANGSTE_RESULTATEN, LANGSTE_RISICOS = 2000, 1000
MEESTE_STANDEN = 3
TE_LAAT = "te laat"


def rondenaam(ronde: Ronde) -> str:
    """How people call a round: bij de jaarrekening 2025."""
    return f"bij de {ronde.moment.value} {ronde.jaar}"


def adres(slug: str, ronde: Ronde) -> str:
    """The page of a round of a partnership."""
    return reverse("evaluatie:voortgang", args=[slug, ronde.jaar, ronde.moment.value])


def van_verband(verband: Samenwerkingsverband, peildatum: Peildatum) -> list[Any]:
    """All progress reports of a partnership as they were, the last round first. One query."""
    rijen = Voortgang.objects.van([verband.id], peildatum.moment)
    return sorted(rijen, key=lambda rij: ronde_van(rij).begint, reverse=True)


def ronde_van(rij: Any) -> Ronde:
    """The round of today's row or of a historical one."""
    return Ronde(rij.jaar, Ogenblik(rij.moment))


def begin(verband: Samenwerkingsverband, ronde: Ronde, vorige: Any, peildatum: Peildatum) -> dict[str, Any]:
    """What a new report begins with: the goals, figures and risks as they are, and the words of last time."""
    begroot, werkelijk = _bijdrage(verband, ronde, peildatum)
    return {
        "resultaten": _resultaten(verband, peildatum)[:LANGSTE_RESULTATEN],
        "begroot": begroot,
        "werkelijk": werkelijk,
        "kosten": vorige.kosten if vorige else "",
        "risicos": _risicos(verband, peildatum)[:LANGSTE_RISICOS],
        "beantwoordt": vorige.beantwoordt if vorige else Voortgang.Antwoord.ONBEKEND,
        "motief": vorige.motief if vorige else "",
        "veranderd": _veranderd(verband, vorige, peildatum)[:LANGSTE_RISICOS],
    }


def _resultaten(verband: Samenwerkingsverband, peildatum: Peildatum) -> str:
    gelezen = standen([verband.id], peildatum).get(verband.id, [])
    if not gelezen:
        return ""
    regels = [
        f"{stand.rij.titel}: {stand.merk.woord.lower()}. "
        f"{woorden.uitleg(stand.voortgang, maat_van(stand.rij), stand.rij.eenheid)}"
        for stand in gelezen
    ]
    return "\n".join([samenvatting(gelezen), *regels])


def _veranderd(verband: Samenwerkingsverband, vorige: Any, peildatum: Peildatum) -> str:
    """What was said of the partnership since last time, the last thing first; nothing without a last time."""
    if vorige is None or vorige.afgerond_op is None:
        return ""
    standen_ = StandVanZaken.objects.op(peildatum.moment, verband_id=verband.id)
    sinds = standen_.filter(datum__gt=timezone.localdate(vorige.afgerond_op), datum__lte=peildatum.dag)
    rijen = sinds.order_by("-datum", "-id")[:MEESTE_STANDEN]
    return "\n".join(f"{datum(rij.datum)}: {rij.get_oordeel_display().lower()}. {rij.zin}" for rij in rijen)


def _bijdrage(
    verband: Samenwerkingsverband, ronde: Ronde, peildatum: Peildatum
) -> tuple[Decimal | None, Decimal | None]:
    """What was budgeted for the year of the round, and what it became as far as is known."""
    cijfers = Jaarcijfer.objects.op(peildatum.moment, verband_id=verband.id, jaar=ronde.jaar, post=Post.BIJDRAGE)
    per_stadium = dict(cijfers.exclude(bedrag=None).values_list("stadium", "bedrag"))
    zeker = [stadium for stadium in ZEKERHEID if stadium in per_stadium and stadium != BEGROOT]
    return per_stadium.get(BEGROOT), per_stadium[leidend(zeker)] if zeker else None


def _risicos(verband: Samenwerkingsverband, peildatum: Peildatum) -> str:
    rijen = Risico.objects.op(peildatum.moment, verband_id=verband.id).exclude(vervallen_op__lte=peildatum.dag)
    return "\n".join(
        f"{rij.omschrijving} (kans {rij.kans}, {kop(rij.gevolg) if rij.gevolg is not None else 'bedrag onbekend'})"
        for rij in rijen
    )


@dataclass(frozen=True)
class Regel:
    """A partnership in the round that runs: its report, and that of the round before; None when there is none."""

    verband: Any
    nu: Any
    vorige: Any
    url: str
    te_laat: bool
    wie: str

    @property
    def klaar(self) -> bool:
        """Whether the report is finished."""
        return self.nu is not None and self.nu.status == Voortgang.Status.AFGEROND


def overzicht(peildatum: Peildatum) -> tuple[Ronde, list[Regel]]:
    """Every partnership that does something, those without a finished report first. Four queries."""
    moment, ronde = peildatum.moment, ronde_op(peildatum.dag)
    verbanden = list(Samenwerkingsverband.objects.op(moment).filter(levensfase__in=LOPEND).order_by("naam", "id"))
    rijen = Voortgang.objects.van([verband.id for verband in verbanden], moment)
    bekend = {(rij.verband_id, ronde_van(rij)): rij for rij in rijen}
    laat, wie = peildatum.dag > ronde.klaar_op, _accounthouders([verband.id for verband in verbanden], peildatum)
    regels = []
    for verband in verbanden:
        nu, vorige = bekend.get((verband.id, ronde)), bekend.get((verband.id, ronde.vorige))
        klaar = nu is not None and nu.status == Voortgang.Status.AFGEROND
        regels.append(
            Regel(verband, nu, vorige, adres(verband.slug, ronde), laat and not klaar, wie.get(verband.id, ""))
        )
    return ronde, sorted(regels, key=lambda regel: regel.klaar)


def _accounthouders(verband_ids: Iterable[int], peildatum: Peildatum) -> dict[int, str]:
    """Who leads each of these partnerships."""
    rijen = Accounthouderschap.objects.op(peildatum.moment, verband_id__in=list(verband_ids)).geldig(peildatum.dag)
    nummers = dict(rijen.values_list("verband_id", "gebruiker_id"))
    bekend = namen(nummers.values(), peildatum.moment)
    return {verband_id: bekend.get(nummer, "") for verband_id, nummer in nummers.items()}


def te_late_ronde(peildatum: Peildatum) -> Ronde | None:
    """The round that should be finished by now; None while there is time."""
    ronde = ronde_op(peildatum.dag)
    return ronde if peildatum.dag > ronde.klaar_op else None


def afgerond(peildatum: Peildatum, verband_ids: Iterable[int], ronde: Ronde) -> set[int]:
    """The partnerships that finished this round. One query."""
    rijen = Voortgang.objects.van(list(verband_ids), peildatum.moment).in_ronde(ronde)
    return set(rijen.filter(status=Voortgang.Status.AFGEROND).values_list("verband_id", flat=True))
