"""The dashboard as a whole: header, key figures, next moments and the six blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from samenwerkingswijzer.functies import Blok, Deel, Leegte, register
from samenwerkingswijzer.opmaak import MAANDEN, datum
from verbanden.dashboard.kerncijfers import kerncijfers
from verbanden.dashboard.lezing import Lezing
from verbanden.models import StandVanZaken
from verbanden.regels.bbv import Belang, categorie, verbonden_partij

VOLGENDE = 3


@dataclass
class Blokbeeld:
    """One of the six blocks: what stands on it, what is folded in, or what an empty one says."""

    blok: Blok
    delen: list[SafeString] = field(default_factory=list)
    meer: list[SafeString] = field(default_factory=list)
    leegte: Leegte | None = None
    uitleg: str = ""


def dashboard(lezing: Lezing, *, op_papier: bool = False) -> dict[str, Any]:
    """The template context of a dashboard, all read and rendered; on paper the folded parts are left out."""
    komend = [moment for moment in lezing.momenten if moment.datum >= lezing.dag][:VOLGENDE]
    return {
        "verband": lezing.verband,
        "peildatum": lezing.peildatum,
        "totaal": lezing.totaal,
        "gemeente": lezing.gemeente,
        "portefeuillehouder": lezing.portefeuillehouder,
        "accounthouder": lezing.accounthouder,
        "klasse": lezing.belangrijkheden[0].klasse if lezing.belangrijkheden else "",
        "klasse_naam": lezing.belangrijkheden[0].get_klasse_display() if lezing.belangrijkheden else "",
        "vorm": vormregel(lezing),
        "beeindigd": _einde(lezing),
        "oordeel": oordeel(lezing),
        "cijfers": kerncijfers(lezing),
        "volgende": [(moment, moment is eerste_besluit(komend)) for moment in komend],
        "blokken": [blokbeeld(blok, lezing, op_papier=op_papier) for blok in Blok],
    }


def _einde(lezing: Lezing) -> str:
    """The day on which it ended, in words; empty while it runs."""
    einde = lezing.verband.beeindigd_op
    return datum(einde) if einde and lezing.beeindigd else ""


def eerste_besluit(momenten: list[Any]) -> Any:
    """The next moment at which the council decides."""
    return next((moment for moment in momenten if moment.beslist), None)


def vormregel(lezing: Lezing) -> str:
    """Legal form and BBV category as one line under the name."""
    verband = lezing.verband
    belangen = (verband.bestuurlijk_belang, verband.financieel_belang)
    deel = categorie(verband.vorm, *belangen)
    soort = "Gemeenschappelijke regeling, " if lezing.is_regeling else ""
    naam = verband.get_vorm_display()
    naam = f"{soort}{naam.lower()}" if soort else naam
    if deel:
        return f"{naam} (BBV-categorie {deel.value})"
    if verbonden_partij(*belangen) is Belang.ONBEKEND:
        return f"{naam}, nog niet beoordeeld of dit een verbonden partij is"
    return f"{naam}, geen verbonden partij voor de BBV"


def oordeel(lezing: Lezing) -> dict[str, Any]:
    """The judgement in force, what it was before, by whom and when; `stand` is None when there is none."""
    if not lezing.standen:
        return {"stand": None, "aan_zet": lezing.aan_zet}
    stand, *eerdere = lezing.standen
    vorige = next((eerder for eerder in eerdere if eerder.oordeel != stand.oordeel), None)
    return {
        "stand": stand,
        "kleur": stand.oordeel.replace("_", "-"),
        "vorige": vorige,
        "vorige_toen": _toen(vorige, lezing) if vorige else "",
        "auteur": lezing.namen([stand.auteur_id]).get(stand.auteur_id, ""),
    }


def _toen(stand: StandVanZaken, lezing: Lezing) -> str:
    """'februari', with the year when it is another one."""
    maand = MAANDEN[stand.datum.month - 1]
    return maand if stand.datum.year == lezing.dag.year else f"{maand} {stand.datum.year}"


def blokbeeld(blok: Blok, lezing: Lezing, *, op_papier: bool) -> Blokbeeld:
    """Fill a block with the parts that the functions registered for it."""
    beeld = Blokbeeld(blok)
    for deel in register.delen(blok):
        if op_papier and not deel.print:
            continue
        html = _deel(deel, lezing)
        if html:
            (beeld.meer if deel.meer else beeld.delen).append(html)
    if not beeld.delen:
        beeld.leegte = register.leegte(blok)
        beeld.uitleg = beeld.leegte.uitleg(lezing) if beeld.leegte and not lezing.beeindigd else ""
    return beeld


def _deel(deel: Deel, lezing: Lezing) -> SafeString | None:
    context = deel.context(lezing)
    if context is None:
        return None
    return render_to_string(deel.template, {"lezing": lezing, "verband": lezing.verband, **context})
