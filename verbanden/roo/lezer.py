"""The two questions one asks of a register file: which municipalities are there, and what does one take part in?

A file is read twice, in a stream: first for municipalities, organisations and the versions of every regeling, then
for the full records of the regelingen that are asked for. Only those stay in memory.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from verbanden.roo import ontleden
from verbanden.roo.gegevens import Deelnemer, Gemeente, Gemeenteregister, Orgaan, Regeling, Versie
from verbanden.roo.index import Index, lees_index
from verbanden.roo.keten import Keten, geldende_versie, geldt_op, ketens
from verbanden.roo.stroom import REGELING, Knoop, records
from verbanden.roo.waarden import datum, korte_naam
from verbanden.roo.zoeken import zoek_gemeente


def lees(bestand: Path, gemeente: str, *, peildatum: date) -> Gemeenteregister:
    """Return the regelingen in force on `peildatum` in which a municipality takes part on that day.

    `gemeente` is a name ('Maassluis', 'Gemeente Maassluis', any case) or a TOOI ('gm0556' or the full address).
    Of each chain of versions the one in force counts (`keten.geldende_versie`); a participation counts from its
    accession day up to but not including its withdrawal, and without dates always (`keten.geldt_op`).
    Raises `RegisterFout`, also as `OnbekendeGemeente`; nothing else.
    """
    index = lees_index(bestand)
    gezocht = zoek_gemeente(gemeente, index.huidige(), index.voormalige())
    geldend = _geldende_ketens(index.versies, peildatum)
    regelingen = []
    for knoop in records(bestand):
        if knoop.naam == REGELING and knoop.kenmerk("systeemId") in geldend:
            deelnemers = ontleden.deelnemers(knoop, index.tooi_bij)
            if _neemt_deel(gezocht, deelnemers, peildatum):
                regelingen.append(_regeling(knoop, deelnemers, geldend[knoop.kenmerk("systeemId")], index))
    return Gemeenteregister(
        bestand_datum=index.bestand_datum,
        peildatum=peildatum,
        gemeente=gezocht,
        regelingen=tuple(sorted(regelingen, key=lambda regeling: (regeling.korte_naam.lower(), regeling.systeem_id))),
    )


def gemeenten(bestand: Path) -> tuple[Gemeente, ...]:
    """Return the existing municipalities in a register file, by name.

    The register keeps merged municipalities and gives no end date. An existing public body must publish an address
    for Woo requests and a merged one has none: that is the mark (342 in the file of 16 May 2026, as many as there
    are). In a file without any such address every municipality with a TOOI counts.
    """
    return lees_index(bestand).huidige()


def _geldende_ketens(versies: Mapping[str, Versie], dag: date) -> dict[str, Keten]:
    """By systeem_id of the version in force on a day: its chain; chains without one are left out."""
    paren = ((geldende_versie(keten, dag), keten) for keten in ketens(versies))
    return {versie.systeem_id: keten for versie, keten in paren if versie is not None}


def _neemt_deel(gemeente: Gemeente, deelnemers: Iterable[Deelnemer], dag: date) -> bool:
    return any(
        geldt_op(deelnemer.toegetreden_op, deelnemer.uitgetreden_op, dag)
        for deelnemer in deelnemers
        if deelnemer.tooi == gemeente.tooi or (gemeente.systeem_id and deelnemer.systeem_id == gemeente.systeem_id)
    )


def _regeling(knoop: Knoop, deelnemers: tuple[Deelnemer, ...], keten: Keten, index: Index) -> Regeling:
    versie = index.versies[knoop.kenmerk("systeemId")]
    orgaan = index.orgaan(knoop) or Orgaan(naam="")
    return Regeling(
        systeem_id=versie.systeem_id,
        titel=versie.titel,
        korte_naam=korte_naam(orgaan.naam or versie.titel),
        afkorting=orgaan.afkorting,
        vorm=ontleden.vorm(knoop),
        bevoegdheden=ontleden.teksten(knoop, "bevoegdheidsverkrijgingen", "bevoegdheidsverkrijging"),
        doel=knoop.waarde("doel"),
        vestigingsplaats=orgaan.vestigingsplaats or ontleden.vestigingsplaats(knoop),
        bezoekadres=orgaan.bezoekadres or ontleden.bezoekadres(knoop),
        website=orgaan.website,
        kvk=orgaan.kvk,
        rsin=orgaan.rsin,
        oin=orgaan.oin,
        tooi=orgaan.tooi,
        bronhouder=knoop.waarde("bronhouder"),
        in_werking=versie.in_werking,
        uit_werking=versie.uit_werking,
        oprichting=_oprichting(orgaan, keten),
        gewijzigd_op=datum(knoop.waarde("datumMutatie"), "datumMutatie"),
        geverifieerd_op=datum(knoop.waarde("datumTerVerificatie"), "datumTerVerificatie"),
        grondslagen=ontleden.grondslagen(knoop),
        documenten=versie.documenten,
        beleidsterreinen=ontleden.teksten(knoop, "beleidsterreinen", "beleidsterrein"),
        deelnemers=deelnemers,
        versies=keten,
        orgaan_id=orgaan.systeem_id,
        opmerkingen=orgaan.opmerkingen + ontleden.deelname_opmerkingen(knoop),
    )


def _oprichting(orgaan: Orgaan, keten: Keten) -> date | None:
    dagen = [orgaan.opgericht_op, *(versie.in_werking for versie in keten)]
    return min((dag for dag in dagen if dag is not None), default=None)
