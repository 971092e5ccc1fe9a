"""An empty portal, filled from the register."""

from datetime import date
from decimal import Decimal

import pytest

from samenwerkingswijzer.models import Gebeurtenis, Gemeente
from tests.fabriek import maak_gemeente, maak_verband
from verbanden.handelingen.register import ImportGeweigerd
from verbanden.models import Deelname, Organisatie, Regelingversie, Samenwerkingsverband, Verwijzing, Voorstel
from verbanden.register.portaal import lees_portaal

pytestmark = pytest.mark.django_db
GELDT_OOK_MORGEN = ("<p:toetredingsDatum>2026-06-02</p:toetredingsDatum>", "")  # makes 1030 a fourth regeling


def test_a_partnership_is_filled_with_everything_the_register_knows(lees_in):
    lees_in(direct=True)
    verband = Samenwerkingsverband.objects.get(slug="veiligheidsregio-verzonnenland")
    velden = (
        *("naam", "korte_naam", "vorm", "vestigingsplaats", "bezoekadres", "website", "kvk", "rsin", "oin"),
        *("sinds", "tekst_van", "doel", "bevoegdheden", "wgr_hoofdstuk", "bestuurlijk_belang", "financieel_belang"),
        *("roo_regeling", "roo_organisatie", "roo_gewijzigd_op", "roo_geverifieerd_op", "roo_bestand_van"),
    )
    assert [getattr(verband, veld) for veld in velden] == [
        *("Veiligheidsregio Verzonnenland", "VRV", "openbaar_lichaam", "Verzonnendam aan den IJssel"),
        *("Bedenklaan 12b, 9999 ZZ Verzonnendam aan den IJssel", "https://www.verzonnenland.invalid"),
        *("01234567", "123456782", "00000001123456782000", date(2009, 5, 1), date(2026, 1, 1)),
        *("Samen sterk tegen verzonnen rampen.", ["delegatie", "mandaat"], "IV", "onbekend", "onbekend"),
        *("1003", "101", date(2025, 12, 31), date(2026, 4, 1), date(2026, 6, 1)),
    ]
    deelnames = Deelname.objects.filter(verband=verband).order_by("id")
    assert list(deelnames.values_list("organisatie__naam", "organisatie__soort", "van", "organen")) == [
        ("Gemeente Verzonnendam", "gemeente", date(2010, 1, 1), ["raad", "burgemeester"]),
        ("Gemeente ’s-Bedachtenberg", "gemeente", date(2015, 1, 1), ["raad"]),
        ("Provincie Fantasia", "provincie", date(2010, 1, 1), ["provinciale_staten"]),
        ("Waterschap De Verzonnen Plas", "waterschap", date(2010, 1, 1), ["algemeen_bestuur"]),
        ("Stadt Erfundenburg", "overig", date(2010, 1, 1), []),
    ]
    assert list(Verwijzing.objects.filter(verband=verband).order_by("id").values_list("soort", "titel", "url")) == [
        ("regeling", "Tekst van de regeling", "https://besluit.voorbeeld.invalid/2026"),
        ("regeling", "Tekst van de regeling (2)", "https://www.besluit.invalid/stuk"),
        ("grondslag", "Wet op de verzinsels", "https://wet.voorbeeld.invalid/1"),
    ]
    versies = Regelingversie.objects.filter(verband=verband).order_by("in_werking")
    assert list(versies.values_list("roo_regeling", "in_werking", "uit_werking")) == [
        ("1001", date(2010, 1, 1), date(2015, 1, 1)),
        ("1002", date(2015, 1, 1), date(2026, 1, 1)),
        ("1003", date(2026, 1, 1), date(2027, 1, 1)),
        ("1004", date(2027, 1, 1), None),
    ]


def test_every_row_says_where_it_came_from(lees_in):
    lees_in(direct=True)
    rijen = [*Samenwerkingsverband.history.all(), *Deelname.history.all(), *Organisatie.history.all()]
    assert {(rij.history_change_reason, rij.history_user) for rij in rijen} == {("register van 1 juni 2026", None)}


def test_slugs_and_the_municipality(lees_in):
    lees_in(direct=True)
    assert list(Samenwerkingsverband.objects.order_by("slug").values_list("slug", flat=True)) == [
        "archief-verzonnendam",
        "openbaar-lichaam-foute-nummers",
        "veiligheidsregio-verzonnenland",
    ]
    gemeente = Gemeente.objects.get()
    assert (gemeente.naam, gemeente.tooi) == (
        "Verzonnendam",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm9001",
    )


@pytest.mark.parametrize(("naam", "slug"), [("Nieuw", "nieuw-2"), ("Kosten", "kosten-2"), ("!!!", "verband")])
def test_a_name_never_takes_an_address_of_the_portal(lees_in, naam, slug):
    lees_in(("Gemeenschappelijke Regeling “archief Verzonnendam”", naam), direct=True)
    assert Samenwerkingsverband.objects.get(roo_regeling="1020").slug == slug


def test_what_cannot_be_right_is_left_out_and_told(lees_in):
    resultaat = lees_in(direct=True)
    fout = Samenwerkingsverband.objects.get(slug="openbaar-lichaam-foute-nummers")
    assert (fout.kvk, fout.rsin, fout.oin, fout.website) == ("", "", "", "")
    aandelen = Deelname.objects.filter(verband=fout).order_by("id").values_list("kostenaandeel", flat=True)
    assert list(aandelen) == [Decimal("33.250"), None]
    assert len(resultaat.opmerkingen) == 4


def test_an_identifier_at_two_regelingen_is_left_out_at_both(lees_in):
    resultaat = lees_in(('KVK-nummer">1234567<', 'KVK-nummer">01234567<'), direct=True)
    assert not Samenwerkingsverband.objects.exclude(kvk="").exists()
    assert sum("bij meer regelingen" in opmerking for opmerking in resultaat.opmerkingen) == 2


def test_counts_result_and_audit_event(lees_in):
    resultaat = lees_in(direct=True)
    assert (resultaat.verbanden, resultaat.deelnemers, resultaat.oudste_controle) == (3, 8, date(2026, 4, 1))
    assert (Deelname.objects.count(), Voorstel.objects.count()) == (8, 0)
    gebeurtenis = Gebeurtenis.objects.get(wat="geimporteerd")
    assert (gebeurtenis.herkomst, gebeurtenis.details) == (
        "opdracht",
        {
            "bestand_van": "2026-06-01",
            "peildatum": "2026-06-01",
            "direct": True,
            "verbanden": 3,
            "deelnemers": 8,
            "voorstellen": 0,
            "bijgewerkt": 0,
            "vervallen": 0,
        },
    )


def test_a_second_run_proposes_and_changes_nothing(gevuld):
    voor = [rij.history.count() for rij in Samenwerkingsverband.objects.order_by("id")]
    telling = gevuld().voorstellen
    assert (telling.nieuw, telling.bijgewerkt, telling.vervallen, telling.open) == (0, 0, 0, 0)
    assert [rij.history.count() for rij in Samenwerkingsverband.objects.order_by("id")] == voor


@pytest.mark.parametrize(
    ("maak", "direct", "melding"),
    [
        (maak_verband, True, "Er staan al verbanden in het portaal"),
        (maak_gemeente, True, "Dit portaal is van de gemeente Voorbeeldstad"),
        (lambda: maak_gemeente(tooi=""), True, "Dit portaal is van de gemeente Voorbeeldstad"),
        (lambda: maak_verband(roo_bestand_van=date(2026, 6, 2)), False, "las al het register van 2 juni 2026"),
    ],
)
def test_an_import_that_does_not_fit_is_refused(lees_in, maak, direct, melding):
    maak()
    voor = (Samenwerkingsverband.objects.count(), Organisatie.objects.count(), Gebeurtenis.objects.count())
    with pytest.raises(ImportGeweigerd, match=melding):
        lees_in(direct=direct)
    assert (Samenwerkingsverband.objects.count(), Organisatie.objects.count(), Gebeurtenis.objects.count()) == voor


def test_a_municipality_without_tooi_gets_its_own(lees_in):
    maak_gemeente(naam="VERZONNENDAM", tooi="")
    lees_in(direct=True)
    assert Gemeente.objects.get().tooi.endswith("gm9001")


def test_without_direct_everything_is_a_proposal(lees_in):
    resultaat = lees_in(GELDT_OOK_MORGEN)
    assert resultaat.voorstellen.nieuw == 4
    assert not Samenwerkingsverband.objects.exists()
    assert list(Voorstel.objects.order_by("id").values_list("soort", "sleutel", "omschrijving", "nu", "register")) == [
        ("nieuw", "1020", "Archief Verzonnendam", "", ARCHIEF),
        ("nieuw", "1030", "Centrumregeling bedenksels", "", BEDENKSELS),
        ("nieuw", "1010", "Openbaar lichaam Foute Nummers", "", FOUTE_NUMMERS),
        ("nieuw", "1001", "Veiligheidsregio Verzonnenland", "", VEILIGHEID),
    ]
    assert lees_in(GELDT_OOK_MORGEN).voorstellen.nieuw == 0


ARCHIEF = "Regeling zonder meer in 's-Bedachtenberg, met 1 deelnemer: Gemeente Verzonnendam"
BEDENKSELS = "Centrumregeling sinds 1 januari 2021, met 2 deelnemers: Gemeente ’s-Bedachtenberg, Gemeente Verzonnendam"
FOUTE_NUMMERS = (
    "Bedrijfsvoeringsorganisatie sinds 1 januari 2020, met 2 deelnemers: "
    "Gemeente Verzonnendam, Gemeente ’s-Bedachtenberg"
)
VEILIGHEID = (
    "Openbaar lichaam in Verzonnendam aan den IJssel sinds 1 mei 2009, met 5 deelnemers: Gemeente Verzonnendam, "
    "Gemeente ’s-Bedachtenberg, Provincie Fantasia, Waterschap De Verzonnen Plas, Stadt Erfundenburg"
)


def test_reading_the_portal_costs_four_queries(gevuld, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert len(lees_portaal()) == 3
