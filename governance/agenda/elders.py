"""What a moment touches elsewhere: moments of related partnerships in the same period, to weigh them together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from governance.agenda.lezen import Agenda, adres
from governance.agenda.moment import Agendamoment
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Programma, Programmadeel, Samenhang

# How far apart moments may lie to be weighed together.
RUIM = timedelta(days=28)
MEESTE = 12


@dataclass(frozen=True)
class Elders:
    """A moment of another partnership, and why it hangs together with ours."""

    moment: Agendamoment
    naam: str
    pagina: str
    waarom: str


def elders(moment: Agendamoment, agenda: Agenda, peildatum: Peildatum) -> list[Elders]:
    """Moments of the raad around this one, of partnerships with a link, a shared programme or a shared subject."""
    if moment.verband_id is None:
        return []
    waarom = verwant(moment.verband_id, agenda, peildatum)
    gevonden = [
        Elders(ander, agenda.verbanden[nummer].roepnaam, adres(ander, agenda.verbanden), reden)
        for nummer, reden in waarom.items()
        for ander in agenda.per_verband.get(nummer, ())
        if ander.van_de_raad and not ander.vervallen and abs(ander.datum - moment.datum) <= RUIM
    ]
    return sorted(gevonden, key=lambda een: (een.moment.datum, een.naam))[:MEESTE]


def verwant(verband_id: int, agenda: Agenda, peildatum: Peildatum) -> dict[int, str]:
    """Other running partnerships that hang together with this one, each with the strongest reason. Three queries."""
    redenen: dict[int, str] = {}
    eigen = agenda.verbanden[verband_id]
    for ander in agenda.verbanden.values():
        samen = sorted(set(ander.onderwerpen) & set(eigen.onderwerpen))
        if samen:
            redenen[ander.id] = f"Onderwerp: {', '.join(samen)}"
    redenen |= _programmas(verband_id, peildatum)
    redenen |= _samenhang(verband_id, peildatum)
    return {
        nummer: reden
        for nummer, reden in redenen.items()
        if nummer != verband_id and nummer in agenda.verbanden and agenda.verbanden[nummer].lopend
    }


def _programmas(verband_id: int, peildatum: Peildatum) -> dict[int, str]:
    per_verband: dict[int, set[int]] = defaultdict(set)
    for nummer, programma in Programmadeel.objects.op(peildatum.moment).values_list("verband_id", "programma_id"):
        per_verband[nummer].add(programma)
    eigen = per_verband.get(verband_id, set())
    namen = dict(Programma.objects.op(peildatum.moment).values_list("id", "naam"))
    return {
        nummer: f"Programma: {', '.join(sorted(namen[p] for p in samen if p in namen))}"
        for nummer, programmas in per_verband.items()
        if (samen := programmas & eigen)
    }


def _samenhang(verband_id: int, peildatum: Peildatum) -> dict[int, str]:
    rijen = Samenhang.objects.op(peildatum.moment).values_list("verband_id", "met_id", "uitleg")
    redenen = {}
    for van, met, uitleg in rijen:
        if verband_id in (van, met) and van is not None and met is not None:
            redenen[met if van == verband_id else van] = uitleg or "Samenhang in het register"
    return redenen
