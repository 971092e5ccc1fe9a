"""The first reading of a register file: everything small that the second reading needs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from verbanden.roo import ontleden
from verbanden.roo.fouten import RegisterFout
from verbanden.roo.gegevens import Gemeente, Orgaan, Versie
from verbanden.roo.stroom import ORGANISATIE, Knoop, records
from verbanden.roo.waarden import datum


@dataclass(slots=True)
class Index:
    """What the first reading keeps."""

    bestand_datum: date
    gemeenten: list[tuple[Gemeente, bool]] = field(default_factory=list)  # with: has it an address for Woo requests
    organen: dict[str, Orgaan] = field(default_factory=dict)  # by systeem_id
    orgaan_bij: dict[str, Orgaan] = field(default_factory=dict)  # by systeem_id of the regeling
    tooi_bij: dict[str, str] = field(default_factory=dict)  # by systeem_id
    versies: dict[str, Versie] = field(default_factory=dict)  # by systeem_id

    def huidige(self) -> tuple[Gemeente, ...]:
        """The existing municipalities, by name."""
        iemand = any(woo for _, woo in self.gemeenten)
        return _op_naam(gemeente for gemeente, woo in self.gemeenten if woo or not iemand)

    def voormalige(self) -> tuple[Gemeente, ...]:
        """The merged municipalities, by name."""
        huidig = set(self.huidige())
        return _op_naam(gemeente for gemeente, _ in self.gemeenten if gemeente not in huidig)

    def neem_organisatie(self, knoop: Knoop) -> None:
        """Keep an organisation if it is a municipality or a samenwerkingsorgaan, and its TOOI in any case."""
        systeem_id, tooi = knoop.kenmerk("systeemId"), ontleden.tooi_van(knoop)
        if systeem_id and tooi:
            self.tooi_bij[systeem_id] = tooi
        soorten = ontleden.types(knoop)
        if ontleden.GEMEENTE in soorten and tooi:
            self.gemeenten.append((ontleden.gemeente(knoop), ontleden.heeft_woo_adres(knoop)))
        if ontleden.SAMENWERKINGSORGAAN in soorten:
            orgaan = ontleden.orgaan(knoop)
            if systeem_id:
                self.organen[systeem_id] = orgaan
            self.orgaan_bij.update(dict.fromkeys(orgaan.hoort_bij, orgaan))

    def neem_versie(self, versie: Versie) -> None:
        """Keep a version; two records with one id cannot both be right."""
        if versie.systeem_id in self.versies:
            raise RegisterFout(f"De regeling met kenmerk {versie.systeem_id[:40]} staat tweemaal in het bestand.")
        self.versies[versie.systeem_id] = versie

    def orgaan(self, regeling: Knoop) -> Orgaan | None:
        """The organisation of a regeling: by its own reference, else by the organisation's; or the reference itself."""
        verwijzing = regeling.eerste("regionaalSamenwerkingsorgaan")
        if verwijzing is None:
            return self.orgaan_bij.get(regeling.kenmerk("systeemId"))
        gevonden = self.organen.get(verwijzing.kenmerk("systeemId"))
        if gevonden is None and verwijzing.tekst:
            return Orgaan(naam=verwijzing.tekst, tooi=ontleden.tooi_van(verwijzing))
        return gevonden


def lees_index(bestand: Path) -> Index:
    """Read a file once; raises `RegisterFout` where it has no date, no municipalities or no regelingen."""
    stroom = records(bestand)
    wortel = next(stroom)
    dag = datum(wortel.kenmerk("timestamp"), "timestamp")
    if dag is None:
        raise RegisterFout("Het bestand vermeldt niet van welke dag het is (timestamp).")
    index = Index(bestand_datum=dag)
    for knoop in stroom:
        if knoop.naam == ORGANISATIE:
            index.neem_organisatie(knoop)
        else:
            index.neem_versie(ontleden.versie(knoop))
    if not index.gemeenten or not index.versies:
        raise RegisterFout("Het bestand bevat geen gemeenten of geen gemeenschappelijke regelingen.")
    return index


def _op_naam(gemeenten: Iterable[Gemeente]) -> tuple[Gemeente, ...]:
    return tuple(sorted(gemeenten, key=lambda gemeente: (gemeente.naam.lower(), gemeente.tooi)))
