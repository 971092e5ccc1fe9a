"""What the page and the sheet of goals show of each goal: chart, both judgements, and the check of its wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from evaluatie import woorden
from evaluatie.doelen import Stand, standen
from evaluatie.models.doel import maat_van
from evaluatie.regels.evalueerbaar import Formulering, Toetsing, toets, voorzet
from evaluatie.regels.voortgang import lijn
from governance.ladder import Ladderversie, geldende_ladder
from governance.regels.prestatieladder.ladder import Trede
from governance.regels.prestatieladder.toets import VELDEN
from samenwerkingswijzer.grafieken import Kleuren, doellijn_svg, treden_svg
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Motief, Programma, Samenwerkingsverband


@dataclass(frozen=True)
class Doelbeeld:
    """One goal as it is shown. `trede` and `toetsing` are None when the ladder does not know them."""

    stand: Stand
    trede: Trede | None
    treden: int
    toetsing: Toetsing | None
    programma: str
    auteur: str
    kleuren: Kleuren | None = None

    @property
    def rij(self) -> Any:
        return self.stand.rij

    @property
    def anker(self) -> str:
        """The place of the goal on the page."""
        return f"doel-{self.rij.id}"

    @property
    def motief(self) -> str:
        """The motive in words; empty without one."""
        return str(Motief(self.rij.motief).label) if self.rij.motief else ""

    @property
    def uitleg(self) -> str:
        """Why the measurements say what they say."""
        return woorden.uitleg(self.stand.voortgang, maat_van(self.rij), self.rij.eenheid)

    @property
    def verschil(self) -> str:
        """What differs between calculation and judgement, in words; empty when they agree."""
        if not self.stand.verschil:
            return ""
        zin = (
            f"De berekening zegt {self.stand.berekend.woord.lower()}, het oordeel is {self.stand.gezegd.woord.lower()}."
        )
        laatste = self.stand.voortgang.laatste
        if laatste and self.stand.oordeel.datum < laatste.datum:
            return f"{zin} Het oordeel is van voor de laatste meting."
        return zin

    @property
    def treetjes(self) -> SafeString:
        """The little ladder, filled up to the rung of this goal."""
        return treden_svg(self.trede.nummer if self.trede else 0, self.treden)

    @cached_property
    def metingen(self) -> list[tuple[Any, str, str]]:
        """Each measurement with its value and the line on that day, in words; the last one first."""
        maat, eenheid = maat_van(self.rij), self.rij.eenheid
        regels = []
        for meting in self.stand.metingen:
            nodig = lijn(maat, meting.datum)
            op_de_lijn = woorden.afgerond(nodig, meting.waarde) if nodig is not None else ""
            regels.append((meting, woorden.hoeveel(meting.waarde, eenheid), op_de_lijn))
        return regels

    @property
    def nulmeting(self) -> str:
        """The nulmeting with its year; empty when there is none."""
        rij = self.rij
        return f"{woorden.hoeveel(rij.nulmeting, rij.eenheid)} in {rij.nulmeting_jaar}" if rij.nulmeting_jaar else ""

    @property
    def grafiek(self) -> SafeString:
        """The measurements against the line to the goal."""
        rij = self.rij
        return doellijn_svg(
            tuple((meting.datum, meting.waarde) for meting in reversed(self.stand.metingen)),
            f"{rij.titel}: meting tegenover doel",
            nulmeting=(rij.nulmeting_jaar, rij.nulmeting) if rij.nulmeting is not None else None,
            doel=(rij.streefjaar, rij.streefwaarde) if rij.streefjaar and rij.streefwaarde is not None else None,
            eenheid=rij.eenheid,
            kleuren=self.kleuren,
        )

    @property
    def voorzet(self) -> str:
        """A sentence to begin with, made of what was filled in; empty when the check has nothing to ask."""
        rij = self.rij
        if self.toetsing is None or not self.toetsing.gaten:
            return ""
        return voorzet(
            indicator=rij.indicator,
            streef=self.stand.streef_in_woorden,
            streefjaar=str(rij.streefjaar or ""),
            nulmeting=woorden.hoeveel(rij.nulmeting, rij.eenheid),
            nulmeting_jaar=str(rij.nulmeting_jaar or ""),
        )


@dataclass(frozen=True)
class Doelpagina:
    """All goals of a partnership, the highest rung first, and the ladder they stand on."""

    ladder: Ladderversie | None
    beelden: tuple[Doelbeeld, ...]

    @property
    def treden(self) -> list[tuple[Trede, list[Doelbeeld]]]:
        """Every rung, the lowest first, with its goals."""
        treden = self.ladder.ladder.treden if self.ladder else ()
        return [(trede, [een for een in self.beelden if een.trede == trede]) for trede in treden]

    @property
    def zonder_trede(self) -> list[Doelbeeld]:
        """Goals on a rung that this version of the ladder does not have."""
        return [een for een in self.beelden if een.trede is None]


def lees(verband: Samenwerkingsverband, peildatum: Peildatum, kleuren: Kleuren | None = None) -> Doelpagina:
    """The goals of one partnership as they were. Three queries without goals, at most six with them."""
    moment = peildatum.moment
    versie = geldende_ladder(moment)
    gelezen = standen([verband.id], peildatum).get(verband.id, [])
    programmas = _programmas(gelezen, peildatum)
    auteurs = namen([stand.oordeel.auteur_id for stand in gelezen if stand.oordeel], moment) if gelezen else {}
    treden = {stand.rij.id: versie.ladder.trede(stand.rij.trede) if versie else None for stand in gelezen}
    nummers = {trede.nummer for trede in treden.values() if trede}
    beelden = [
        Doelbeeld(
            stand=stand,
            trede=treden[stand.rij.id],
            treden=len(versie.ladder.treden) if versie else 0,
            toetsing=toets(versie.ladder, formulering(stand.rij, nummers)) if versie else None,
            programma=programmas.get(stand.rij.programma_id, ""),
            auteur=auteurs.get(stand.oordeel.auteur_id, "") if stand.oordeel else "",
            kleuren=kleuren,
        )
        for stand in gelezen
    ]
    return Doelpagina(versie, tuple(sorted(beelden, key=_van_hoog_naar_laag)))


def formulering(rij: Any, treden: set[int]) -> Formulering:
    """A goal as the check sees it: a field counts as filled in when somebody wrote something there."""
    kolom = {"programma": "programma_id"}
    ingevuld = {veld for veld in VELDEN if getattr(rij, kolom.get(veld, veld)) not in (None, "")}
    return Formulering(rij.omschrijving, ingevuld, treden)


def _programmas(gelezen: Sequence[Stand], peildatum: Peildatum) -> dict[int, str]:
    nummers = {stand.rij.programma_id for stand in gelezen} - {None}
    if not nummers:
        return {}
    return dict(Programma.objects.op(peildatum.moment, id__in=list(nummers)).values_list("id", "naam"))


def _van_hoog_naar_laag(beeld: Doelbeeld) -> tuple[int, int]:
    return (-(beeld.trede.nummer if beeld.trede else 0), beeld.rij.id)
