"""From one record of the register to facts; where the elements stand is known here and nowhere else."""

from collections.abc import Callable, Mapping
from datetime import date

from verbanden.regels import identificatie
from verbanden.roo.fouten import RegisterFout
from verbanden.roo.gegevens import Adres, Deelnemer, Gemeente, Grondslag, Orgaan, Versie
from verbanden.roo.stroom import Knoop
from verbanden.roo.waarden import aandeel, datum, kenmerk, plaatsnaam, tooi_adres, tooi_soort, webadres

GEMEENTE = "Gemeente"
SAMENWERKINGSORGAAN = "Regionaal samenwerkingsorgaan"

# samenwerkingsvorm, by its afkorting in the register. A centrumregeling has no code of its own in the export of 2026.
VORMEN = {
    "OL": "openbaar_lichaam",
    "BVO": "bedrijfsvoeringsorganisatie",
    "GO": "gemeenschappelijk_orgaan",
    "CR": "centrumregeling",
    "RZM": "regeling_zonder_meer",
}

_ADRESSOORTEN = ("Bezoekadres", "Vestigingsadres")
_WOO_ADRES = "woo-adres"


def types(organisatie: Knoop) -> set[str]:
    """The kinds of an organisation, such as 'Gemeente'."""
    return {knoop.tekst for knoop in organisatie.alle("types", "type")}


def tooi_van(knoop: Knoop) -> str:
    """The TOOI address in the attributes of an element, or ''."""
    return tooi_adres(knoop.kenmerk("resourceIdentifierTOOI"))


def gemeente(organisatie: Knoop) -> Gemeente:
    """A municipality from its record."""
    return Gemeente(
        naam=_een_regel(organisatie.waarde("naam")),
        tooi=tooi_van(organisatie),
        systeem_id=organisatie.kenmerk("systeemId"),
        afkorting=_een_regel(organisatie.waarde("afkorting")),
    )


def heeft_woo_adres(organisatie: Knoop) -> bool:
    """Tell whether the record gives an address for Woo requests, as every existing public body must."""
    return any(soort.tekst.lower() == _WOO_ADRES for soort in organisatie.alle("adressen", "adres", "adresType"))


def orgaan(organisatie: Knoop) -> Orgaan:
    """A samenwerkingsorgaan from its record."""
    kvk, kvk_opmerking = _code(organisatie, "KVK-nummer", identificatie.kvk_nummer)
    rsin, rsin_opmerking = _code(organisatie, "rsin", identificatie.rsin)
    oin, oin_opmerking = _code(organisatie, "OIN", identificatie.oin)
    bezoek = bezoekadres(organisatie)
    return Orgaan(
        naam=_een_regel(organisatie.waarde("naam")),
        systeem_id=organisatie.kenmerk("systeemId"),
        afkorting=_een_regel(organisatie.waarde("afkorting")),
        tooi=tooi_van(organisatie),
        kvk=kvk,
        rsin=rsin,
        oin=oin,
        website=_website(organisatie),
        bezoekadres=bezoek,
        vestigingsplaats=vestigingsplaats(organisatie),
        opgericht_op=datum(organisatie.waarde("startDatum"), "startDatum"),
        hoort_bij=_verwijzingen(organisatie, "hoortBijGemeenschappelijkeRegeling"),
        opmerkingen=kvk_opmerking + rsin_opmerking + oin_opmerking,
    )


def bezoekadres(record: Knoop) -> Adres | None:
    """The first visiting address of a record with a street, else its address of establishment, else None."""
    for soort in _ADRESSOORTEN:
        for knoop in record.alle("adressen", "adres"):
            if knoop.waarde("adresType") == soort and knoop.waarde("openbareRuimte"):
                return _adres(knoop)
    return None


def vestigingsplaats(record: Knoop) -> str:
    """The place of the visiting address, else of the first address that has one, or ''."""
    bezoek = bezoekadres(record)
    plaatsen = [bezoek.woonplaats] if bezoek else []
    plaatsen += [plaatsnaam(knoop.tekst) for knoop in record.alle("adressen", "adres", "woonplaats")]
    return next((plaats for plaats in plaatsen if plaats), "")


def versie(regeling: Knoop) -> Versie:
    """The version that a regeling record is; without an id it cannot be told apart and the file is refused."""
    systeem_id = regeling.kenmerk("systeemId")
    titel = _een_regel(regeling.waarde("titel"))
    if not systeem_id or not titel:
        raise RegisterFout("In het bestand staat een regeling zonder titel of zonder kenmerk (systeemId).")
    return Versie(
        systeem_id=systeem_id,
        titel=titel,
        in_werking=_dag(regeling, "datumInwerkingtreding"),
        uit_werking=_dag(regeling, "datumUitwerkingtreding"),
        documenten=_documenten(regeling),
        vorige=next(iter(_verwijzingen(regeling, "previousVersion")), ""),
        volgende=next(iter(_verwijzingen(regeling, "nextVersion")), ""),
    )


def vorm(regeling: Knoop) -> str:
    """The code of the form of a regeling; an unknown form is refused, because everything else hangs on it."""
    knoop = regeling.eerste("samenwerkingsvorm")
    code = VORMEN.get(knoop.kenmerk("afkorting")) if knoop else None
    if knoop and code is None:
        naam = knoop.tekst.strip("'").lower().replace(" ", "_")
        code = naam if naam in VORMEN.values() else None
    if code is None:
        titel = _een_regel(regeling.waarde("titel"))[:80]
        raise RegisterFout(f"De regeling '{titel}' heeft in het bestand een onbekende samenwerkingsvorm.")
    return code


def grondslagen(regeling: Knoop) -> tuple[Grondslag, ...]:
    """The legal bases of a regeling, each once."""
    gevonden = (
        Grondslag(opschrift=_een_regel(knoop.waarde("opschrift")), url=webadres(knoop.waarde("referentie")))
        for knoop in regeling.alle("wettelijkeGrondslagen", "wettelijkeGrondslag")
    )
    return tuple(dict.fromkeys(grondslag for grondslag in gevonden if grondslag.opschrift))


def deelnemers(regeling: Knoop, tooi_bij: Mapping[str, str]) -> tuple[Deelnemer, ...]:
    """The participations of a version in file order, exact duplicates once.

    `tooi_bij` gives the TOOI by systeem_id, for a participant whose own element lacks it.
    """
    knopen = regeling.alle("deelnemendeOrganisaties", "deelnemendeOrganisatie")
    return tuple(dict.fromkeys(_deelnemer(knoop, tooi_bij) for knoop in knopen))


def deelname_opmerkingen(regeling: Knoop) -> tuple[str, ...]:
    """A Dutch remark for every cost share that is registered but is not a number."""
    knopen = regeling.alle("deelnemendeOrganisaties", "deelnemendeOrganisatie")
    return tuple(
        f"De verdeelsleutel van {_een_regel(knoop.waarde('naam'))[:80]} is geen getal en niet overgenomen."
        for knoop in knopen
        if knoop.waarde("verdeelsleutel") and aandeel(knoop.waarde("verdeelsleutel")) is None
    )


def teksten(record: Knoop, *pad: str) -> tuple[str, ...]:
    """The texts at a path, each once and on one line, without the empty ones."""
    regels = (_een_regel(knoop.tekst) for knoop in record.alle(*pad))
    return tuple(dict.fromkeys(regel for regel in regels if regel))


def _deelnemer(knoop: Knoop, tooi_bij: Mapping[str, str]) -> Deelnemer:
    systeem_id = knoop.kenmerk("systeemId")
    tooi = tooi_van(knoop) or tooi_bij.get(systeem_id, "")
    return Deelnemer(
        naam=_een_regel(knoop.waarde("naam")),
        systeem_id=systeem_id,
        tooi=tooi,
        soort=tooi_soort(tooi),
        toegetreden_op=_dag(knoop, "toetredingsDatum"),
        uitgetreden_op=_dag(knoop, "uittredingsDatum"),
        organen=teksten(knoop, "bestuursorganen", "bestuursorgaan"),
        verdeelsleutel=aandeel(knoop.waarde("verdeelsleutel")),
    )


def _adres(knoop: Knoop) -> Adres:
    nummer, toevoeging = knoop.waarde("huisnummer"), knoop.waarde("toevoeging")
    scheiding = "" if len(toevoeging) == 1 and toevoeging.isalpha() else " "
    return Adres(
        straat=_een_regel(knoop.waarde("openbareRuimte")),
        huisnummer=f"{nummer}{scheiding}{toevoeging}".strip(),
        postcode=knoop.waarde("postcode"),
        woonplaats=plaatsnaam(_een_regel(knoop.waarde("woonplaats"))),
    )


def _website(organisatie: Knoop) -> str:
    knopen = organisatie.alle("contact", "internetadressen", "internetadres")
    algemeen_eerst = sorted(knopen, key=lambda knoop: knoop.waarde("label").lower() != "algemeen")
    adressen = (webadres(knoop.waarde("url")) for knoop in algemeen_eerst)
    return next((adres for adres in adressen if adres), "")


def _code(organisatie: Knoop, naam: str, controle: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    for knoop in organisatie.alle("identificatiecodes", "resourceIdentifier"):
        if knoop.kenmerk("naam").lower() == naam.lower():
            return kenmerk(knoop.tekst, controle, naam)
    return "", ()


def _documenten(regeling: Knoop) -> tuple[str, ...]:
    adressen = (webadres(knoop.tekst) for knoop in regeling.alle("instellingsbesluiten", "referentie"))
    return tuple(dict.fromkeys(adres for adres in adressen if adres))


def _verwijzingen(record: Knoop, naam: str) -> tuple[str, ...]:
    kenmerken = (knoop.kenmerk("systeemId") for knoop in record.alle(naam))
    return tuple(kenmerk for kenmerk in kenmerken if kenmerk)


def _dag(knoop: Knoop, veld: str) -> date | None:
    return datum(knoop.waarde(veld), veld)


def _een_regel(tekst: str) -> str:
    return " ".join(tekst.split())
