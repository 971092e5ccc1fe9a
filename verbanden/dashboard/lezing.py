"""One partnership at one reference date. Each kind of row is read once, when first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils import timezone

from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.grafieken import Kleuren
from samenwerkingswijzer.models import Gemeente, namen
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Accounthouderschap,
    Belangrijkheid,
    Deelname,
    Document,
    Jaarcijfer,
    Orgaan,
    Organisatie,
    Portefeuille,
    Programma,
    Programmadeel,
    Regelingversie,
    Risico,
    Samenhang,
    Samenwerkingsverband,
    StandVanZaken,
    Teamlid,
    Vertegenwoordiging,
    Verwijzing,
    Zeggenschap,
)
from verbanden.models.keuzes import REGELINGEN
from verbanden.regels.cijfers import is_verwacht, leidend


@dataclass(frozen=True)
class Deelnemer:
    """A participant in this partnership; shares in percent, None when unknown. `eigen` is our municipality."""

    organisatie_id: int
    naam: str
    eigen: bool
    van: date | None
    organen: tuple[str, ...]
    kostenaandeel: Decimal | None
    stemmen: int | None
    inwoners: int | None

    @property
    def organen_namen(self) -> list[str]:
        """The organs that take part, in words."""
        return [Orgaan(orgaan).label for orgaan in self.organen]


@dataclass(frozen=True)
class Reeks:
    """The leading figure of one post per year; a year without a row is not in it."""

    cijfers: dict[int, Jaarcijfer]

    def __bool__(self) -> bool:
        return bool(self.cijfers)

    @property
    def laatste(self) -> int:
        """The last year with a figure, given or not."""
        return max(self.cijfers)

    @property
    def laatste_werkelijk(self) -> int:
        """The last year that is over and counted; without one, the last year with a figure."""
        geteld = [jaar for jaar, cijfer in self.cijfers.items() if not is_verwacht(cijfer.stadium)]
        return max(geteld, default=self.laatste)

    def bedrag(self, jaar: int) -> Decimal | None:
        """The amount of a year; None when there is none."""
        cijfer = self.cijfers.get(jaar)
        return cijfer.bedrag if cijfer else None


@dataclass
class Lezing:
    """What the parts of a dashboard read from. `kleuren` is for charts on paper, `kort` asks for short texts."""

    verband: Samenwerkingsverband
    peildatum: Peildatum
    kleuren: Kleuren | None = None
    totaal: bool = False
    kort: bool = False
    _gelezen: dict[str, Any] = field(default_factory=dict)

    @property
    def dag(self) -> date:
        """The day the reader looks at."""
        return self.peildatum.dag

    @property
    def beeindigd(self) -> bool:
        """Whether the partnership has ended: then nobody owes anything any more."""
        einde = self.verband.beeindigd_op
        return einde is not None and einde <= self.dag

    @property
    def is_regeling(self) -> bool:
        """Whether it is one of the five kinds of regeling of the Wgr."""
        return self.verband.vorm in REGELINGEN

    def onthoud(self, sleutel: str, lees: Callable[[], Any]) -> Any:
        """What another function reads of this partnership, read once for all its parts."""
        if sleutel not in self._gelezen:
            self._gelezen[sleutel] = lees()
        return self._gelezen[sleutel]

    def rijen(self, model: Any) -> Any:
        """The rows of a model that belong to this partnership, as they were."""
        return model.objects.op(self.peildatum.moment, verband_id=self.verband.id)

    @cached_property
    def gemeente(self) -> Gemeente:
        return Gemeente.objects.op(self.peildatum.moment).first() or Gemeente.huidige()

    @cached_property
    def accounthouder(self) -> str:
        """Who leads the partnership on this day; empty when nobody does."""
        nummer = self.rijen(Accounthouderschap).geldig(self.dag).values_list("gebruiker_id", flat=True).first()
        return namen([nummer], self.peildatum.moment).get(nummer, "") if nummer else ""

    @cached_property
    def geregistreerd_op(self) -> date:
        """The day the partnership came into the portal: since then its gaps are owed."""
        dagen = Samenwerkingsverband.history.filter(id=self.verband.id).order_by("history_date")
        eerste = dagen.values_list("history_date", flat=True).first()
        return timezone.localdate(eerste) if eerste else self.dag

    @property
    def aan_zet(self) -> str:
        """Whose turn it is to fill a gap, and since when."""
        if self.beeindigd:
            return "Dit verband is beëindigd."
        sinds = f"sinds {datum(self.geregistreerd_op)}"
        if self.accounthouder:
            return f"Aan zet: {self.accounthouder}, {sinds}."
        return f"Er is nog geen accounthouder, {sinds}."

    @cached_property
    def portefeuillehouder(self) -> str:
        nummer = self.verband.portefeuille_id
        if nummer is None:
            return ""
        portefeuilles = Portefeuille.objects.op(self.peildatum.moment, id=nummer)
        return portefeuilles.values_list("houder", flat=True).first() or ""

    @cached_property
    def deelnemers(self) -> list[Deelnemer]:
        """Participants on this day, ours first, then by cost share and name."""
        velden = ("organisatie_id", "van", "organen", "kostenaandeel", "stemmen")
        deelnames = list(self.rijen(Deelname).geldig(self.dag).values_list(*velden))
        organisaties = Organisatie.objects.op(self.peildatum.moment, id__in=[rij[0] for rij in deelnames])
        bekend = {rij[0]: rij[1:] for rij in organisaties.values_list("id", "naam", "tooi", "inwoners")}
        deelnemers = [self._deelnemer(rij, bekend[rij[0]]) for rij in deelnames if rij[0] in bekend]
        return sorted(deelnemers, key=lambda d: (not d.eigen, -(d.kostenaandeel or 0), d.naam))

    def _deelnemer(self, deelname: tuple[Any, ...], organisatie: tuple[Any, ...]) -> Deelnemer:
        nummer, van, organen, kostenaandeel, stemmen = deelname
        naam, tooi, inwoners = organisatie
        eigen = bool(tooi) and tooi == self.gemeente.tooi
        return Deelnemer(nummer, naam, eigen, van, tuple(organen), kostenaandeel, stemmen, inwoners)

    @cached_property
    def zeggenschappen(self) -> list[Zeggenschap]:
        return list(self.rijen(Zeggenschap).order_by("id"))

    @cached_property
    def vertegenwoordigingen(self) -> list[Vertegenwoordiging]:
        return list(self.rijen(Vertegenwoordiging).geldig(self.dag).order_by("id"))

    @cached_property
    def team(self) -> list[Teamlid]:
        return list(self.rijen(Teamlid).geldig(self.dag).order_by("id"))

    @cached_property
    def belangrijkheden(self) -> list[Belangrijkheid]:
        """Decisions on the class up to this day, the one in force first."""
        return list(self.rijen(Belangrijkheid).filter(datum__lte=self.dag).order_by("-datum", "-id"))

    @cached_property
    def standen(self) -> list[StandVanZaken]:
        """Judgements up to this day, the latest first."""
        return list(self.rijen(StandVanZaken).filter(datum__lte=self.dag).order_by("-datum", "-id")[:20])

    @cached_property
    def risicos(self) -> list[Risico]:
        """Risks that have not lapsed, the largest first."""
        risicos = self.rijen(Risico).exclude(vervallen_op__lte=self.dag)
        return sorted(risicos, key=lambda risico: -(risico.gevolg or 0))

    @cached_property
    def programmas(self) -> list[tuple[str, Decimal]]:
        """Programmes with their part of the contribution in percent, the largest first."""
        delen = dict(self.rijen(Programmadeel).values_list("programma_id", "aandeel"))
        bekend = Programma.objects.op(self.peildatum.moment, id__in=delen).values_list("id", "naam")
        return sorted(((naam, delen[nummer]) for nummer, naam in bekend), key=lambda deel: (-deel[1], deel[0]))

    @cached_property
    def verwijzingen(self) -> list[Verwijzing]:
        return list(self.rijen(Verwijzing).order_by("soort", "id"))

    @cached_property
    def documenten(self) -> list[Document]:
        """The documents we keep ourselves; without their files."""
        return list(self.rijen(Document).order_by("soort", "titel", "id"))

    @cached_property
    def regelingversies(self) -> list[Regelingversie]:
        return list(self.rijen(Regelingversie).order_by("-in_werking", "-id"))

    @cached_property
    def samenhangen(self) -> list[tuple[Samenhang, str, str]]:
        """What hangs together, seen from both sides: row, name and slug of the other partnership (or empty)."""
        moment, eigen = self.peildatum.moment, self.verband.id
        rijen = [*self.rijen(Samenhang), *Samenhang.objects.op(moment).filter(met_id=eigen)]
        ids = {ander for rij in rijen if (ander := self._andere(rij)) is not None}
        verbanden = Samenwerkingsverband.objects.op(moment, id__in=ids).values_list("id", "naam", "slug") if ids else ()
        anderen = {nummer: (naam, slug) for nummer, naam, slug in verbanden}
        leeg = ("", "")
        return [(rij, *anderen.get(self._andere(rij) or 0, leeg)) for rij in rijen]

    def _andere(self, rij: Samenhang) -> int | None:
        return rij.verband_id if rij.met_id == self.verband.id else rij.met_id

    @cached_property
    def momenten(self) -> list[Tijdlijnmoment]:
        """Moments of all functions for this partnership, by date."""
        return register.momenten(self.peildatum, [self.verband.id])

    @cached_property
    def jaarcijfers(self) -> list[Jaarcijfer]:
        """Every figure, by year."""
        return list(self.rijen(Jaarcijfer))

    @cached_property
    def _cijfers(self) -> dict[str, dict[int, dict[str, Jaarcijfer]]]:
        per_post: dict[str, dict[int, dict[str, Jaarcijfer]]] = defaultdict(lambda: defaultdict(dict))
        for cijfer in self.jaarcijfers:
            per_post[cijfer.post][cijfer.jaar][cijfer.stadium] = cijfer
        return per_post

    def reeks(self, post: str) -> Reeks:
        """The leading figures of a post, per year."""
        per_jaar = self._cijfers.get(post, {})
        return Reeks({jaar: stadia[leidend(stadia)] for jaar, stadia in sorted(per_jaar.items())})

    def namen(self, ids: Iterable[int | None]) -> dict[int, str]:
        """Names of users as they were on this day."""
        return namen(ids, self.peildatum.moment)
