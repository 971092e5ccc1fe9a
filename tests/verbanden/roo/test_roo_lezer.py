import gzip
from datetime import date
from decimal import Decimal

import pytest

from verbanden.roo.fouten import OnbekendeGemeente, RegisterFout
from verbanden.roo.gegevens import Adres, Grondslag
from verbanden.roo.lezer import gemeenten, lees

DAG = date(2026, 6, 1)


@pytest.fixture
def verzonnendam(verzonnen_register):
    return lees(verzonnen_register, "Verzonnendam", peildatum=DAG)


@pytest.fixture
def veiligheidsregio(verzonnendam):
    return next(regeling for regeling in verzonnendam.regelingen if regeling.systeem_id == "1003")


def namen(register):
    return [regeling.korte_naam for regeling in register.regelingen]


def test_regelingen_of_a_municipality_by_name(verzonnendam):
    assert verzonnendam.bestand_datum == date(2026, 6, 1)
    assert verzonnendam.gemeente.naam == "Gemeente Verzonnendam"
    assert namen(verzonnendam) == [
        "Archief Verzonnendam",
        "Openbaar lichaam Foute Nummers",
        "Veiligheidsregio Verzonnenland",
    ]


def test_organisation_and_regeling_are_joined(veiligheidsregio):
    assert veiligheidsregio.titel == "Gemeenschappelijke regeling Veiligheidsregio Verzonnenland"
    assert (veiligheidsregio.afkorting, veiligheidsregio.vorm) == ("VRV", "openbaar_lichaam")
    assert (veiligheidsregio.kvk, veiligheidsregio.rsin) == ("01234567", "123456782")
    assert veiligheidsregio.oin == "00000001123456782000"
    assert veiligheidsregio.tooi == "https://identifier.overheid.nl/tooi/id/so/so9901"
    assert veiligheidsregio.website == "https://www.verzonnenland.invalid"
    assert veiligheidsregio.vestigingsplaats == "Verzonnendam aan den IJssel"
    assert veiligheidsregio.bezoekadres == Adres("Bedenklaan", "12b", "9999 ZZ", "Verzonnendam aan den IJssel")
    assert str(veiligheidsregio.bezoekadres) == "Bedenklaan 12b, 9999 ZZ Verzonnendam aan den IJssel"


def test_regeling_record_is_read_whole(veiligheidsregio):
    assert veiligheidsregio.bevoegdheden == ("Delegatie", "Mandaat")
    assert veiligheidsregio.doel == "Samen sterk tegen\nverzonnen rampen."
    assert veiligheidsregio.bronhouder == "Gemeente Verzonnendam"
    assert veiligheidsregio.beleidsterreinen == ("openbare orde en veiligheid | veiligheid",)
    assert (veiligheidsregio.in_werking, veiligheidsregio.uit_werking) == (date(2026, 1, 1), date(2027, 1, 1))
    assert (veiligheidsregio.gewijzigd_op, veiligheidsregio.geverifieerd_op) == (date(2025, 12, 31), date(2026, 4, 1))


def test_only_web_addresses_are_links(veiligheidsregio):
    assert veiligheidsregio.documenten == ("https://besluit.voorbeeld.invalid/2026", "https://www.besluit.invalid/stuk")
    assert veiligheidsregio.grondslagen == (
        Grondslag("Wet op de verzinsels", "https://wet.voorbeeld.invalid/1"),
        Grondslag("Wet zonder adres", ""),
    )


def test_chain_of_versions_is_complete_and_ordered(veiligheidsregio):
    assert [versie.systeem_id for versie in veiligheidsregio.versies] == ["1001", "1002", "1003", "1004"]
    assert veiligheidsregio.versies[0].documenten == ("https://besluit.voorbeeld.invalid/2010",)


def test_founding_is_the_earliest_day_known(verzonnendam, veiligheidsregio):
    assert veiligheidsregio.oprichting == date(2009, 5, 1)
    assert {r.systeem_id: r.oprichting for r in verzonnendam.regelingen} == {
        "1003": date(2009, 5, 1),
        "1010": date(2020, 1, 1),
        "1020": None,
    }


def test_participants_with_kind_organs_and_period(veiligheidsregio):
    gevonden = {deelnemer.naam: deelnemer for deelnemer in veiligheidsregio.deelnemers}
    assert [(naam, deelnemer.soort) for naam, deelnemer in gevonden.items()] == [
        ("Gemeente Verzonnendam", "gemeente"),
        ("Gemeente ’s-Bedachtenberg", "gemeente"),
        ("Provincie Fantasia", "provincie"),
        ("Waterschap De Verzonnen Plas", "waterschap"),
        ("Stadt Erfundenburg", "onbekend"),
    ]
    assert len(veiligheidsregio.deelnemers) == 5
    assert gevonden["Gemeente Verzonnendam"].organen == ("Gemeenteraad", "Burgemeester")
    assert gevonden["Gemeente ’s-Bedachtenberg"].toegetreden_op == date(2015, 1, 1)


def test_cost_share_has_a_decimal_comma_and_words_are_reported(verzonnendam):
    regeling = next(regeling for regeling in verzonnendam.regelingen if regeling.systeem_id == "1010")
    assert [deelnemer.verdeelsleutel for deelnemer in regeling.deelnemers] == [Decimal("33.25"), None]
    assert "De verdeelsleutel van Gemeente ’s-Bedachtenberg is geen getal en niet overgenomen." in regeling.opmerkingen


def test_identifiers_that_cannot_be_right_are_left_out_and_reported(verzonnendam):
    regeling = next(regeling for regeling in verzonnendam.regelingen if regeling.systeem_id == "1010")
    assert (regeling.kvk, regeling.rsin, regeling.oin, regeling.website) == ("", "", "", "")
    assert [opmerking for opmerking in regeling.opmerkingen if "ongeldig" in opmerking] == [
        "Het KVK-nummer in het register is ongeldig en niet overgenomen: '1234567'.",
        "Het rsin in het register is ongeldig en niet overgenomen: '123456789'.",
        "Het OIN in het register is ongeldig en niet overgenomen: 'I0000003123456780000'.",
    ]


def test_regeling_without_organisation_or_dates(verzonnendam):
    regeling = next(regeling for regeling in verzonnendam.regelingen if regeling.systeem_id == "1020")
    assert (regeling.vorm, regeling.tooi, regeling.bezoekadres) == ("regeling_zonder_meer", "", None)
    assert regeling.vestigingsplaats == "'s-Bedachtenberg"


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2009, 12, 31), None),
        (date(2010, 1, 1), "1001"),
        (date(2014, 12, 31), "1001"),
        (date(2015, 1, 1), "1002"),
        (date(2026, 12, 31), "1003"),
        (date(2027, 1, 1), "1004"),
    ],
)
def test_version_in_force_on_a_day(verzonnen_register, dag, verwacht):
    register = lees(verzonnen_register, "gm9001", peildatum=dag)
    gevonden = {regeling.systeem_id for regeling in register.regelingen} & {"1001", "1002", "1003", "1004"}
    assert gevonden == ({verwacht} if verwacht else set())


@pytest.mark.parametrize(
    ("gemeente", "dag", "doet_mee"),
    [
        ("gm9002", date(2026, 5, 31), True),
        ("gm9002", date(2026, 6, 1), False),
        ("gm9001", date(2026, 6, 1), False),
        ("gm9001", date(2026, 6, 2), True),
    ],
)
def test_participation_counts_from_accession_until_withdrawal(verzonnen_register, gemeente, dag, doet_mee):
    regelingen = lees(verzonnen_register, gemeente, peildatum=dag).regelingen
    centrum = [regeling for regeling in regelingen if regeling.vorm == "centrumregeling"]
    assert bool(centrum) is doet_mee


def test_of_several_versions_in_force_the_latest_counts(verzonnen_register):
    register = lees(verzonnen_register, "gm9002", peildatum=DAG)
    dubbel = [regeling for regeling in register.regelingen if regeling.korte_naam.startswith("Dubbel")]
    assert [regeling.korte_naam for regeling in dubbel] == ["Dubbel B"]
    assert [versie.systeem_id for versie in dubbel[0].versies] == ["1050", "1051"]


def test_organisation_without_record_keeps_its_name_and_tooi(verzonnen_register):
    register = lees(verzonnen_register, "gm9002", peildatum=DAG)
    regeling = next(regeling for regeling in register.regelingen if regeling.systeem_id == "1040")
    assert (regeling.korte_naam, regeling.titel) == ("Orgaan zonder record", "Gemeenschappelijke regeling")
    assert (regeling.vorm, regeling.tooi[-6:]) == ("gemeenschappelijk_orgaan", "so9977")


@pytest.mark.parametrize("vorm", ["zonder voorvoegsel", "standaardnaamruimte", "ingepakt", "utf-16"])
def test_the_shape_of_the_file_does_not_matter(vorm, verzonnen_register, zonder_voorvoegsel, schrijf):
    inhoud = {
        "zonder voorvoegsel": zonder_voorvoegsel.encode(),
        "standaardnaamruimte": zonder_voorvoegsel.replace(
            "<overheidsorganisaties", '<overheidsorganisaties xmlns="urn:een-andere-versie"'
        ).encode(),
        "ingepakt": gzip.compress(verzonnen_register.read_bytes()),
        "utf-16": zonder_voorvoegsel.replace("UTF-8", "UTF-16").encode("utf-16"),
    }[vorm]
    bestand = schrijf(inhoud, "naam-zonder-betekenis")
    assert lees(bestand, "Verzonnendam", peildatum=DAG) == lees(verzonnen_register, "Verzonnendam", peildatum=DAG)


@pytest.mark.parametrize(
    "invoer",
    [
        "’s-Bedachtenberg",
        "'S-BEDACHTENBERG",
        "gemeente 's-bedachtenberg",
        " Bedachtenberg ",
        "gm9002",
        "GM9002",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm9002",
    ],
)
def test_a_municipality_is_found_by_what_people_type(verzonnen_register, invoer):
    assert lees(verzonnen_register, invoer, peildatum=DAG).gemeente.code == "gm9002"


@pytest.mark.parametrize(
    ("invoer", "suggesties"),
    [
        ("Verzonendam", ("Verzonnendam",)),
        ("Fictiefkerk", ("Fictiefkerk (N)", "Fictiefkerk (Z)")),
        ("Xyz", ()),
        ("", ()),
        ("\x00\u202eq" * 5000, ()),
        ("gm1234", ()),
    ],
)
def test_unknown_municipality_gives_names_that_come_close(verzonnen_register, invoer, suggesties):
    with pytest.raises(OnbekendeGemeente) as gevangen:
        lees(verzonnen_register, invoer, peildatum=DAG)
    assert gevangen.value.suggesties == suggesties
    assert all(naam in str(gevangen.value) for naam in suggesties)
    assert str(gevangen.value).isprintable()


def test_merged_municipality_is_only_found_by_its_code(verzonnen_register):
    with pytest.raises(OnbekendeGemeente, match="bestaat volgens het register niet meer"):
        lees(verzonnen_register, "Oud-Verzinsel", peildatum=DAG)
    assert [r.systeem_id for r in lees(verzonnen_register, "gm9005", peildatum=DAG).regelingen] == ["1040"]


def test_existing_municipalities_by_name(verzonnen_register):
    gevonden = gemeenten(verzonnen_register)
    assert [gemeente.korte_naam for gemeente in gevonden] == [
        "Fictiefkerk (N)",
        "Fictiefkerk (Z)",
        "Verzonnendam",
        "’s-Bedachtenberg",
    ]
    assert gevonden[2].tooi == "https://identifier.overheid.nl/tooi/id/gemeente/gm9001"


def test_without_any_woo_address_every_municipality_counts(zonder_voorvoegsel, schrijf):
    bestand = schrijf(zonder_voorvoegsel.replace("Woo-Adres", "Postadres"))
    assert [gemeente.code for gemeente in gemeenten(bestand)][-1] == "gm9002"
    assert len(gemeenten(bestand)) == 5


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("2015-01-01", "2015-13-45", "geen geldige datum: '2015-13-45'"),
        ('<regeling systeemId="1001">', "<regeling>", "zonder kenmerk"),
        ('<regeling systeemId="1001">', '<regeling systeemId="1002">', "tweemaal"),
        ('afkorting="RZM">', 'afkorting="XX">onbekend ', "onbekende samenwerkingsvorm"),
        ("timestamp=", "tijd=", "van welke dag"),
    ],
)
def test_records_that_make_no_sense_are_refused(zonder_voorvoegsel, schrijf, oud, nieuw, melding):
    assert oud in zonder_voorvoegsel
    bestand = schrijf(zonder_voorvoegsel.replace(oud, nieuw))
    with pytest.raises(RegisterFout, match=melding):
        lees(bestand, "gm9001", peildatum=DAG)
