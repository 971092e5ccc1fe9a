"""A filled portal: what differs becomes a proposal, once, and nothing else changes."""

from datetime import date, timedelta

import pytest

from samenwerkingswijzer.historie import bewaar
from tests.fabriek import NU, maak_verband
from tests.verbanden.register.stappen import DUITSE, EIGEN_2026, besluit, staat_open, verband, wijzig
from verbanden.models import (
    Deelname,
    Levensfase,
    Organisatie,
    Regelingversie,
    Samenwerkingsverband,
    Verwijzing,
    Voorstel,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("veld", "waarde", "voorstel"),
    [
        ("naam", "VR", ("Naam", "VR", "Veiligheidsregio Verzonnenland")),
        ("vorm", "stichting", ("Vorm", "Stichting", "Openbaar lichaam")),
        ("vestigingsplaats", "Elders", ("Vestigingsplaats", "Elders", "Verzonnendam aan den IJssel")),
        ("bezoekadres", "", ("Bezoekadres", "", "Bedenklaan 12b, 9999 ZZ Verzonnendam aan den IJssel")),
        (
            "website",
            "https://anders.invalid",
            ("Website", "https://anders.invalid", "https://www.verzonnenland.invalid"),
        ),
        ("kvk", "87654321", ("KVK-nummer", "87654321", "01234567")),
        ("rsin", "", ("RSIN", "", "123456782")),
        ("oin", "", ("OIN", "", "00000001123456782000")),
        ("tooi", "", ("TOOI-nummer", "", "https://identifier.overheid.nl/tooi/id/so/so9901")),
        ("sinds", date(2010, 5, 1), ("Sinds", "1 mei 2010", "1 mei 2009")),
        ("tekst_van", None, ("Tekst van de regeling of statuten van", "", "1 januari 2026")),
        ("doel", "Anders.", ("Doel", "Anders.", "Samen sterk tegen verzonnen rampen.")),
        ("bevoegdheden", ["mandaat"], ("Bevoegdheden door", "Mandaat", "Delegatie, Mandaat")),
        (
            "wgr_hoofdstuk",
            "I",
            ("Hoofdstuk van de Wgr", "Hoofdstuk I: alleen gemeenten", "Hoofdstuk IV: een provincie doet mee"),
        ),
    ],
)
def test_a_field_changed_in_the_portal_gives_exactly_one_proposal(gevuld, veld, waarde, voorstel):
    wijzig(verband(), **{veld: waarde})
    assert gevuld().voorstellen.nieuw == 1
    assert staat_open() == [("veld", *voorstel)]
    assert gevuld().voorstellen.nieuw == 0
    assert getattr(verband(), veld) == waarde
    besluit()
    assert gevuld().voorstellen.open == 0
    laatste = verband().history.first()
    assert laatste.history_change_reason == "register van 1 juni 2026: Zo is het afgesproken."
    assert (laatste.history_user.rol, laatste.levensfase) == ("controller", "uitvoeren")


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("website", "https://www.Verzonnenland.invalid/"),
        ("naam", "veiligheidsregio  verzonnenland"),
        ("bevoegdheden", ["mandaat", "delegatie"]),
        ("meerwaarde", "Dit weet het register niet."),
        ("korte_naam", "De Regio"),
    ],
)
def test_the_same_written_otherwise_is_no_difference(gevuld, veld, waarde):
    wijzig(verband(), **{veld: waarde})
    assert gevuld().voorstellen.nieuw == 0


def test_the_registers_name_may_be_our_short_name(gevuld):
    wijzig(verband(), naam="VR Verzonnenland", korte_naam="Veiligheidsregio Verzonnenland")
    assert gevuld().voorstellen.nieuw == 0


def test_a_centrumregeling_is_not_contradicted(gevuld):
    wijzig(Samenwerkingsverband.objects.get(roo_regeling="1020"), vorm="centrumregeling")
    assert gevuld().voorstellen.nieuw == 0


def test_silence_of_the_register_is_no_statement(gevuld):
    archief = Samenwerkingsverband.objects.get(roo_regeling="1020")
    wijzig(archief, website="https://archief.invalid", doel="Bewaren.", kvk="87654321", sinds=date(1999, 1, 1))
    assert gevuld().voorstellen.nieuw == 0


@pytest.mark.parametrize(
    ("vervangen", "verwacht"),
    [
        (
            (EIGEN_2026, EIGEN_2026.replace("2010-01-01", "2012-03-01")),
            ("Gemeente Verzonnendam: doet mee sinds", "1 januari 2010", "1 maart 2012"),
        ),
        (
            (EIGEN_2026, EIGEN_2026.replace("Burgemeester", "College van burgemeester en wethouders")),
            ("Gemeente Verzonnendam: organen die meedoen", "Raad, Burgemeester", "Raad, College"),
        ),
        (
            (DUITSE, DUITSE + "<p:uittredingsDatum>2026-03-01</p:uittredingsDatum>"),
            ("Stadt Erfundenburg: doet mee tot", "doet nog mee", "1 maart 2026"),
        ),
        (
            (DUITSE, DUITSE + "<p:verdeelsleutel>12,5</p:verdeelsleutel>"),
            ("Stadt Erfundenburg: aandeel in de kosten", "", "12,500%"),
        ),
    ],
)
def test_a_participation_that_changed_in_the_register(gevuld, vervangen, verwacht):
    gevuld(vervangen)
    assert staat_open() == [("deelnemer", *verwacht)]
    besluit()
    assert gevuld(vervangen).voorstellen.open == 0


def test_a_participant_that_joined(gevuld):
    Deelname.objects.filter(organisatie__naam="Provincie Fantasia").delete()
    gevuld()
    register = "doet mee sinds 1 januari 2010 met provinciale staten"
    assert staat_open() == [("deelnemer", "Deelnemer Provincie Fantasia", "doet niet mee", register)]
    besluit()
    assert Organisatie.objects.filter(naam="Provincie Fantasia").count() == 1
    assert gevuld().voorstellen.open == 0


def test_a_participant_that_left(gevuld):
    weg = "Stadt Erfundenburg"
    gevuld((f'<p:deelnemendeOrganisatie p:systeemId="909">{DUITSE}</p:deelnemendeOrganisatie>', ""))
    assert staat_open() == [("deelnemer", f"{weg}: doet mee tot", "doet nog mee", "1 januari 2026")]
    besluit()
    deelname = Deelname.objects.get(organisatie__naam=weg)
    assert (deelname.van, deelname.tot) == (date(2010, 1, 1), date(2026, 1, 1))


def test_a_stale_register_may_keep_a_participant_that_left(gevuld):
    deelname = Deelname.objects.get(organisatie__naam="Stadt Erfundenburg")
    wijzig(deelname, tot=date(2023, 1, 1))
    gevuld()
    assert staat_open() == [("deelnemer", "Stadt Erfundenburg: doet mee tot", "1 januari 2023", "doet nog mee")]
    besluit("afwijzen", "Het register loopt achter.")
    assert gevuld().voorstellen.open == 0
    assert Deelname.objects.get(id=deelname.id).tot == date(2023, 1, 1)


def test_a_participant_without_tooi_is_known_by_name(gevuld):
    wijzig(Organisatie.objects.get(naam="Gemeente ’s-Bedachtenberg"), tooi="", naam="GEMEENTE ’S-BEDACHTENBERG")
    wijzig(Organisatie.objects.get(naam="Stadt Erfundenburg"), soort="bedrijf")
    assert gevuld().voorstellen.nieuw == 0


def test_links_and_versions(gevuld):
    Verwijzing.objects.filter(soort="grondslag").delete()
    Regelingversie.objects.filter(roo_regeling="1001").delete()
    wijzig(Regelingversie.objects.get(roo_regeling="1002"), uit_werking=None)
    gevuld()
    oud = "Gemeenschappelijke regeling Veiligheidsregio Verzonnenland 20"
    assert staat_open() == [
        ("verwijzing", "Wettelijke grondslag", "", "Wet op de verzinsels: https://wet.voorbeeld.invalid/1"),
        (
            "versie",
            "Versie van de regeling",
            "",
            f"{oud}10, in werking op 1 januari 2010, uit werking op 1 januari 2015",
        ),
        (
            "versie",
            "Versie van de regeling",
            f"{oud}15, in werking op 1 januari 2015",
            f"{oud}15, in werking op 1 januari 2015, uit werking op 1 januari 2026",
        ),
    ]
    for voorstel in list(Voorstel.objects.open()):
        besluit(id=voorstel.id)
    assert gevuld().voorstellen.open == 0


def test_our_own_links_and_versions_stay(gevuld):
    for model, velden in (
        (Verwijzing, {"soort": "website", "titel": "Onze pagina", "url": "https://eigen.invalid"}),
        (Regelingversie, {"roo_regeling": "9999", "titel": "Een oude tekst"}),
    ):
        bewaar(model(verband=verband(), **velden), door=None, op=NU)
    assert gevuld().voorstellen.nieuw == 0


def test_a_new_version_is_the_same_partnership(gevuld):
    telling = gevuld(dag=date(2027, 1, 1)).voorstellen
    assert {voorstel[:2] for voorstel in staat_open()} == {
        ("veld", "Tekst van de regeling of statuten van"),
        ("veld", "Hoofdstuk van de Wgr"),
        ("deelnemer", "Gemeente Verzonnendam: organen die meedoen"),
        ("deelnemer", "Provincie Fantasia: doet mee tot"),
        ("deelnemer", "Waterschap De Verzonnen Plas: doet mee tot"),
        ("deelnemer", "Stadt Erfundenburg: doet mee tot"),
        ("nieuw", "Centrumregeling bedenksels"),
    }
    assert telling.nieuw == 7
    assert verband().roo_regeling == "1004"


def test_a_regeling_that_is_gone_is_proposed_as_ended_and_never_removed(gevuld):
    zonder = ('<p:regeling p:systeemId="1020">', '<p:regelingWeg p:systeemId="1020">')
    einde = ('</p:regeling>\n  <p:regeling p:systeemId="1030">', '</p:regelingWeg>\n  <p:regeling p:systeemId="1030">')
    gevuld(zonder, einde)
    assert staat_open() == [
        (
            "beeindigd",
            "Levensfase",
            "loopt nog",
            "Staat in het register niet meer bij onze gemeente. Overnemen beëindigt het verband per 1 juni 2026.",
        )
    ]
    assert gevuld(zonder, einde, dag=date(2026, 6, 2)).voorstellen.bijgewerkt == 0
    besluit(sleutel="register", op=NU + timedelta(days=20))
    archief = Samenwerkingsverband.objects.get(roo_regeling="1020")
    assert (archief.levensfase, archief.beeindigd_op) == (Levensfase.BEEINDIGD, date(2026, 6, 1))
    assert [rij.levensfase for rij in archief.history.all()] == ["beeindigd", "beeindigen", "uitvoeren"]
    assert gevuld(zonder, einde).voorstellen.open == 0
    assert gevuld().voorstellen.nieuw == 0  # back in the register: what ended stays ended


def test_a_partnership_of_our_own_is_left_alone(gevuld):
    maak_verband(naam="Ons netwerk", vorm="netwerk")
    assert gevuld().voorstellen.nieuw == 0


@pytest.mark.parametrize(
    "velden",
    [
        {"roo_regeling": "1001"},
        {"roo_organisatie": "101"},
        {"kvk": "01234567"},
        {"tooi": "https://identifier.overheid.nl/tooi/id/so/so9901"},
    ],
)
def test_a_partnership_that_was_here_before_is_recognised(lees_in, velden):
    maak_verband(naam="Regio", slug="regio", **velden)
    lees_in()
    assert not Voorstel.objects.filter(soort="nieuw", omschrijving="Veiligheidsregio Verzonnenland").exists()
    regio = Samenwerkingsverband.objects.get()
    assert (regio.roo_regeling, regio.naam) == ("1003", "Regio")
