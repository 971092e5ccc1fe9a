"""The open proposals as a page shows them: per partnership, with who may decide."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, mag
from verbanden.models import Accounthouderschap, Samenwerkingsverband, Voorstel
from verbanden.roo.waarden import webadres

NIEUW = "nieuw"
LINK = "waarde__register__url"
AAN_ZET_NIEUW = "Aan zet: de concerncontroller of de beheerder."


@dataclass
class Rij:
    """One proposal; `keuze`, `reden` and `fouten` hold what a reader sent that could not be carried out."""

    id: int
    versie: int
    gegeven: str
    nu: str
    register: str
    link: str
    keuze: str = ""
    reden: str = ""
    fouten: list[str] = field(default_factory=list)


@dataclass
class Groep:
    """The proposals about one partnership, or all partnerships that would be new (`sleutel` 'nieuw')."""

    sleutel: str
    titel: str
    url: str
    mag: bool
    aan_zet: str
    gewijzigd_op: date | None
    gecontroleerd_op: date | None
    bestand_van: date
    rijen: list[Rij] = field(default_factory=list)


@dataclass(frozen=True)
class Verbandgegevens:
    """What the page says of a partnership itself."""

    naam: str
    url: str
    gewijzigd_op: date | None
    gecontroleerd_op: date | None


@dataclass(frozen=True)
class Lezer:
    """Who looks: may they decide about this partnership, and otherwise who may."""

    alles: bool
    nieuw: bool
    eigen: frozenset[int]
    houders: Mapping[int, str]

    def mag(self, verband: int | None) -> bool:
        """Whether this reader decides about it."""
        return self.nieuw if verband is None else self.alles or verband in self.eigen

    def aan_zet(self, verband: int | None) -> str:
        """Whose turn it is, as a sentence."""
        if verband is None:
            return AAN_ZET_NIEUW
        houder = self.houders.get(verband)
        return f"Aan zet: {houder}." if houder else "Aan zet: de concerncontroller. Er is geen accounthouder."


def lees_groepen(peildatum: Peildatum, gebruiker: Any) -> list[Groep]:
    """Open proposals per partnership: those of the reader first, by name, new partnerships last of all."""
    rijen = _rijen(peildatum)
    ids = {rij["verband_id"] for rij in rijen} - {None}
    verbanden = _verbanden(ids, peildatum)
    lezer = _lezer(ids, peildatum, gebruiker)
    groepen: dict[int | None, Groep] = {}
    for rij in rijen:
        nummer = rij["verband_id"]
        groep = groepen.get(nummer) or _groep(rij, verbanden.get(nummer), lezer)
        groepen[nummer] = groep
        groep.rijen.append(_rij(rij))
        groep.bestand_van = max(groep.bestand_van, rij["bestand_van"])
    return sorted(groepen.values(), key=lambda g: (g.sleutel == NIEUW, not g.mag, g.titel.casefold()))


def _rijen(peildatum: Peildatum) -> list[dict[str, Any]]:
    velden = ("id", "versie", "verband_id", "soort", "sleutel", "omschrijving", "nu", "register", "bestand_van", LINK)
    return list(Voorstel.objects.op(peildatum.moment).open().order_by("id").values(*velden))


def _rij(rij: Mapping[str, Any]) -> Rij:
    return Rij(
        id=rij["id"],
        versie=rij["versie"],
        gegeven=rij["omschrijving"],
        nu=rij["nu"],
        register=rij["register"],
        link=_link(rij),
    )


def _link(rij: Mapping[str, Any]) -> str:
    """The address that a proposal brings when it is a web address, else ''."""
    link = rij["register"] if (rij["soort"], rij["sleutel"]) == ("veld", "website") else rij[LINK]
    return webadres(link) if isinstance(link, str) and link.startswith(("https://", "http://")) else ""


def _groep(rij: Mapping[str, Any], verband: Verbandgegevens | None, lezer: Lezer) -> Groep:
    nummer = rij["verband_id"]
    return Groep(
        sleutel=NIEUW if nummer is None else str(nummer),
        titel=verband.naam if verband else "Nieuwe verbanden",
        url=verband.url if verband else "",
        mag=lezer.mag(nummer),
        aan_zet=lezer.aan_zet(nummer),
        gewijzigd_op=verband.gewijzigd_op if verband else None,
        gecontroleerd_op=verband.gecontroleerd_op if verband else None,
        bestand_van=rij["bestand_van"],
    )


def _verbanden(ids: Collection[int], peildatum: Peildatum) -> dict[int, Verbandgegevens]:
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, id__in=ids)
    velden = ("id", "naam", "slug", "roo_gewijzigd_op", "roo_geverifieerd_op")
    return {
        nummer: Verbandgegevens(naam, reverse("verbanden:dashboard", args=[slug]), gewijzigd, gecontroleerd)
        for nummer, naam, slug, gewijzigd, gecontroleerd in rijen.values_list(*velden)
    }


def _lezer(ids: Collection[int], peildatum: Peildatum, gebruiker: Any) -> Lezer:
    houders = Accounthouderschap.objects.op(peildatum.moment, verband_id__in=ids).geldig(peildatum.dag)
    per_verband = dict(houders.values_list("verband_id", "gebruiker_id"))
    bekend = namen(per_verband.values(), peildatum.moment)
    ver = None if peildatum.verleden else bereik(gebruiker, Recht.VOORSTEL_BEOORDELEN)
    eigen = {verband for verband, houder in per_verband.items() if houder == gebruiker.pk}
    return Lezer(
        alles=ver is Bereik.ALLE,
        nieuw=ver is not None and mag(gebruiker, Recht.AANMAKEN),
        eigen=frozenset(eigen if ver is Bereik.EIGEN else ()),
        houders={verband: bekend[houder] for verband, houder in per_verband.items() if houder in bekend},
    )
