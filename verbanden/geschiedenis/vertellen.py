"""Tells one historical row as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from verbanden import onderdelen, weergave
from verbanden.geschiedenis.bronnen import Bron
from verbanden.models import Jaarcijfer, Voorstel

NAAMVELDEN = ("titel", "omschrijving", "organisatie", "programma", "gebruiker", "wie", "uitleg", "klasse")
TOEGEVOEGD, VERWIJDERD, CORRECTIE = "Toegevoegd", "Verwijderd", "Correctie"
AFGEWEZEN = "Voorstel afgewezen"


@dataclass(frozen=True)
class Regel:
    """One change: a field that went from one value to another, or a row that came or went."""

    moment: datetime
    onderdeel: str
    wat: str
    was: tuple[str, ...]
    werd: tuple[str, ...]
    wie: str
    wie_id: int | None
    waarom: str
    merk: str = ""

    @property
    def dag(self) -> date:
        return timezone.localdate(self.moment)


class Verteller:
    """Tells one historical row as lines."""

    def __init__(
        self, bron: Bron, rij: dict[str, Any], vorige: dict[str, Any] | None, namen: weergave.Namen, wie: str
    ) -> None:
        self.bron, self.rij, self.vorige, self.namen, self.wie = bron, rij, vorige, namen, wie
        self.waarden: dict[str, Any] = rij["waarden"]

    def regels(self) -> Iterator[Regel]:
        """The lines of this row."""
        return self._voorstel() if self.bron.model is Voorstel else self._gewoon()

    def _voorstel(self) -> Iterator[Regel]:
        """A proposal that was turned down; one that was accepted shows as the change that it led to."""
        if self.waarden["status"] == Voorstel.Status.AFGEWEZEN and self.rij["teken"] == "~":
            nu = self._lijst(self.waarden["nu"])
            yield self._regel(self.waarden["omschrijving"], nu, ("ongewijzigd",), merk=AFGEWEZEN)

    def _gewoon(self) -> Iterator[Regel]:
        teken = self.rij["teken"]
        if teken == "-":
            yield self._regel(self._titel(), self._samenvatting(self.waarden), (), merk=VERWIJDERD)
        elif teken == "+" or self.vorige is None:
            yield self._regel(self._titel(), (), self._samenvatting(self.waarden), merk=TOEGEVOEGD)
        else:
            yield from self._wijzigingen(self.vorige)

    def oordeel(self, vorige: dict[str, Any] | None) -> Iterator[Regel]:
        """A new judgement beside the one before it."""
        yield self._regel("Oordeel", self._woord(vorige), self._woord(self.waarden))

    def _woord(self, waarden: dict[str, Any] | None) -> tuple[str, ...]:
        if waarden is None:
            return ()
        woorden = (self._tekst(self.bron.model._meta.get_field(naam), waarden[naam]) for naam in ("oordeel", "trend"))
        return (", ".join(woorden),)

    def _wijzigingen(self, vorige: dict[str, Any]) -> Iterator[Regel]:
        merk = CORRECTIE if vorige.get("stadium") == "vastgesteld" else ""
        for veld in self.bron.velden():
            oud, nieuw = vorige[veld.name], self.waarden[veld.name]
            if oud == nieuw or (oud in weergave.LEEG and nieuw in weergave.LEEG):
                continue
            yield self._regel(
                self._veldnaam(veld),
                self._lijst(self._tekst(veld, oud)),
                self._lijst(self._tekst(veld, nieuw)),
                merk=merk,
                onderdeel=_onderdeel_van(veld.name) if self.bron.is_verband else "",
            )

    def _regel(
        self, wat: str, was: tuple[str, ...], werd: tuple[str, ...], *, merk: str = "", onderdeel: str = ""
    ) -> Regel:
        return Regel(
            moment=self.rij["wanneer"],
            onderdeel=onderdeel or self.bron.onderdeel,
            wat=wat,
            was=was,
            werd=werd,
            wie=self.wie,
            wie_id=self.rij["door"],
            waarom=self._waarom(),
            merk=merk,
        )

    def _waarom(self) -> str:
        """The reason that was given, or else the source or sentence that the row itself holds."""
        eigen = self.waarden.get("zin") or self.waarden.get("bron") or ""
        return str(self.rij["waarom"] or self.waarden.get("reden") or eigen)

    def _titel(self) -> str:
        if self.bron.model is Jaarcijfer:
            return f"{self._tekst_van('post')} {self.waarden['jaar']}"
        naam = str(capfirst(str(self.bron.model._meta.verbose_name)))
        return naam if self.bron.is_verband else f"{naam}: {self._eerste()}"

    def _eerste(self) -> str:
        op_naam = {naam: plaats for plaats, naam in enumerate(NAAMVELDEN)}
        volgorde = sorted(self.bron.velden(), key=lambda veld: op_naam.get(veld.name, len(NAAMVELDEN)))
        return next((t for veld in volgorde if (t := self._tekst(veld, self.waarden[veld.name]))), "")

    def _veldnaam(self, veld: Any) -> str:
        if self.bron.is_verband:
            return weergave.label(veld)
        naam = weergave.label(veld)
        return f"{self._titel()}, {naam[0].lower()}{naam[1:]}"

    def _tekst_van(self, naam: str) -> str:
        return self._tekst(self.bron.model._meta.get_field(naam), self.waarden[naam])

    def _tekst(self, veld: Any, waarde: Any) -> str:
        if self.bron.model is Jaarcijfer and veld.name == "bedrag" and waarde is not None:
            return weergave.cijfer(self.waarden["post"], waarde)
        if veld.name == "jaar":
            return str(waarde)
        return weergave.tekst(veld, waarde, self.namen)

    @staticmethod
    def _lijst(tekst: str) -> tuple[str, ...]:
        return (tekst,) if tekst else ()

    def _samenvatting(self, waarden: dict[str, Any]) -> tuple[str, ...]:
        """Everything that a row held when it came or went, a line per field."""
        if self.bron.model is Jaarcijfer and waarden["bedrag"] is not None:
            return (f"{self._tekst_van('bedrag')}, {waarden['stadium']}",)
        return tuple(
            f"{weergave.label(veld)}: {tekst}"
            for veld in self.bron.velden()
            if not isinstance(waarden[veld.name], bool) and (tekst := self._tekst(veld, waarden[veld.name]))
        )


def _onderdeel_van(veld: str) -> str:
    return _veld_naar_onderdeel().get(veld, "kenmerken")


def _veld_naar_onderdeel() -> dict[str, str]:
    return {naam: deel.sleutel for deel in onderdelen.alle() if deel.velden for naam in deel.velden.base_fields}
