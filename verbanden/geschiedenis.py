"""Reads who changed what of a partnership, from what to what, when and why: one query for all its models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone
from django.utils.text import capfirst

from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import namen as namen_van_gebruikers
from verbanden import onderdelen, weergave
from verbanden.models import (
    Accounthouderschap,
    Jaarcijfer,
    Regelingversie,
    Samenwerkingsverband,
    StandVanZaken,
    Voorstel,
)

NIET_GETOOND = frozenset({"id", "verband", "versie"})
NAAMVELDEN = ("titel", "omschrijving", "organisatie", "programma", "gebruiker", "wie", "uitleg", "klasse")
AUTOMATISCH = "Automatisch"
OORDEEL = ("oordeel", None)
TOEGEVOEGD, VERWIJDERD, CORRECTIE = "Toegevoegd", "Verwijderd", "Correctie"
AFGEWEZEN = "Voorstel afgewezen"


@dataclass(frozen=True)
class Bron:
    """A tracked model of a partnership, and the section under which its changes stand."""

    model: type[Gevolgd]
    onderdeel: str

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def is_verband(self) -> bool:
        return self.model is Samenwerkingsverband

    def velden(self) -> list[Any]:
        """The fields that are told."""
        return [veld for veld in self.model._meta.concrete_fields if veld.name not in NIET_GETOOND]


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


_VAN_ANDEREN: list[Bron] = []


def registreer(model: type[Gevolgd], onderdeel: str) -> None:
    """Another function adds a model of a partnership that has no section of its own; it is told under `onderdeel`."""
    _VAN_ANDEREN.append(Bron(model, onderdeel))


def bronnen() -> list[Bron]:
    """All tracked models of a partnership: those of the sections, and a few without a section of their own."""
    uit_tabel = [Bron(deel.rijen.model, deel.sleutel) for deel in onderdelen.alle() if deel.rijen]
    return [
        Bron(Samenwerkingsverband, "kenmerken"),
        *uit_tabel,
        Bron(Jaarcijfer, "cijfers"),
        Bron(Accounthouderschap, "team"),
        Bron(Regelingversie, "documenten"),
        Bron(Voorstel, "kenmerken"),
        *_VAN_ANDEREN,
    ]


def regels(verband_id: int, *, tot: datetime | None = None) -> list[Regel]:
    """Every change of a partnership up to `tot` (None: now), newest first."""
    per_label = {bron.label: bron for bron in bronnen()}
    rijen = list(_lees(verband_id, per_label.values(), tot))
    namen = _namen(rijen, per_label, tot)
    wie = namen_van_gebruikers({rij["door"] for rij in rijen}, tot)
    vorige: dict[tuple[str, Any], dict[str, Any]] = {}
    uit: list[Regel] = []
    for rij in rijen:
        bron = per_label[rij["soort"]]
        sleutel = (rij["soort"], rij["nummer"])
        verteller = _Verteller(bron, rij, vorige.get(sleutel), namen, wie.get(rij["door"], AUTOMATISCH))
        nieuw_oordeel = bron.model is StandVanZaken and rij["teken"] == "+"
        uit += verteller.oordeel(vorige.get(OORDEEL)) if nieuw_oordeel else verteller.regels()
        vorige[sleutel] = rij["waarden"]
        if bron.model is StandVanZaken:
            vorige[OORDEEL] = rij["waarden"]
    return uit[::-1]


def _lees(verband_id: int, alle: Iterable[Bron], tot: datetime | None) -> list[dict[str, Any]]:
    """All historical rows, oldest first; values as Python values."""
    vragen = [_vraag(bron, verband_id, tot) for bron in alle]
    gevonden = vragen[0].union(*vragen[1:], all=True).order_by("g_wanneer", "g_soort", "g_volgnummer")
    per_label = {bron.label: bron for bron in alle}
    return [_als_rij(per_label, rij) for rij in gevonden]


def _vraag(bron: Bron, verband_id: int, tot: datetime | None) -> Any:
    sleutel = "id" if bron.is_verband else "verband_id"
    rijen = bron.model.history.filter(**{sleutel: verband_id})
    if tot is not None:
        rijen = rijen.filter(history_date__lte=tot)
    inhoud = JSONObject(**{veld.name: _kolom(veld) for veld in bron.velden()})
    return rijen.order_by().values(
        g_soort=Value(bron.label, output_field=CharField()),
        g_nummer=F("id"),
        g_volgnummer=F("history_id"),
        g_wanneer=F("history_date"),
        g_teken=F("history_type"),
        g_door=F("history_user_id"),
        g_waarom=F("history_change_reason"),
        g_waarden=inhoud,
    )


def _als_rij(per_label: dict[str, Bron], gevonden: dict[str, Any]) -> dict[str, Any]:
    rij = {naam.removeprefix("g_"): waarde for naam, waarde in gevonden.items()}
    return rij | {"waarden": _waarden(per_label[rij["soort"]], rij["waarden"])}


def _kolom(veld: Any) -> Any:
    """JSON knows no exact numbers, so those travel as text."""
    return Cast(veld.attname, CharField()) if isinstance(veld, models.DecimalField) else F(veld.attname)


def _waarden(bron: Bron, ruw: dict[str, Any]) -> dict[str, Any]:
    return {veld.name: _lees_waarde(veld, ruw[veld.name]) for veld in bron.velden()}


def _lees_waarde(veld: Any, waarde: Any) -> Any:
    if isinstance(veld, models.ForeignKey | ArrayField) or waarde is None:
        return waarde
    return veld.to_python(waarde)


def _namen(rijen: list[dict[str, Any]], per_label: dict[str, Bron], tot: datetime | None) -> weergave.Namen:
    """Names of everything that a row points at; every model is asked once, also when nothing points at it."""
    paren: set[tuple[type[models.Model], Any]] = set()
    for rij in rijen:
        for naam, model in _relaties(per_label[rij["soort"]]).items():
            if rij["waarden"][naam] is not None:
                paren.add((model, rij["waarden"][naam]))
    return weergave.namen_van(paren, tot)


@cache
def _relaties(bron: Bron) -> dict[str, type[models.Model]]:
    return {v.name: v.remote_field.model for v in bron.velden() if isinstance(v, models.ForeignKey)}


class _Verteller:
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
