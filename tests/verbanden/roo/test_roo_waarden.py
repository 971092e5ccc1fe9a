from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbanden.roo.fouten import RegisterFout
from verbanden.roo.gegevens import Versie
from verbanden.roo.keten import geldende_versie, geldt_op, ketens
from verbanden.roo.waarden import aandeel, datum, korte_naam, plaatsnaam, webadres


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("", None),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-05-16T04:30:00.123+02:00", date(2026, 5, 16)),
        ("2026-05-16Z", date(2026, 5, 16)),
        ("2026-05-16+01:00", date(2026, 5, 16)),
    ],
)
def test_days(tekst, verwacht):
    assert datum(tekst, "veld") == verwacht


@pytest.mark.parametrize(
    "tekst", ["2023-02-29", "16-05-2026", "20260516", "2026", "2026-05-16 ", "morgen", "0000-01-01"]
)
def test_what_is_not_a_day_is_refused(tekst):
    with pytest.raises(RegisterFout, match="'startDatum' geen geldige datum"):
        datum(tekst, "startDatum")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("28,95", Decimal("28.95")),
        ("8.0", Decimal("8.0")),
        ("100", Decimal(100)),
        ("", None),
        ("1/3", None),
        ("-4", None),
        ("NaN", None),
        ("1e9", None),
        ("1.234,5", None),
    ],
)
def test_shares(tekst, verwacht):
    assert aandeel(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("https://www.voorbeeld.nl/a?b=c", "https://www.voorbeeld.nl/a?b=c"),
        ("http://wetten.overheid.nl/jci1.3:c:BWBR0003740", "http://wetten.overheid.nl/jci1.3:c:BWBR0003740"),
        ("www.voorbeeld.nl", "https://www.voorbeeld.nl"),
        ("//voorbeeld.nl", "https://voorbeeld.nl"),
        ("voorbeeld.nl:8443/pad", "https://voorbeeld.nl:8443/pad"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://gebruiker@voorbeeld.nl", ""),
        ("info@voorbeeld.nl", ""),
        ("https://voorbeeld.nl/met spatie", ""),
        ("https://voorbeeld.nl/\nregel", ""),
        ("https://[::1", ""),
        ("https://voorbeeld.nl/" + "x" * 3000, ""),
        ("niet bekend", ""),
    ],
)
def test_web_addresses(tekst, verwacht):
    assert webadres(tekst) == verwacht


@given(st.text(max_size=60))
def test_any_text_is_a_web_address_or_nothing(tekst):
    assert webadres(tekst).startswith(("http://", "https://", "HTTP", "Http")) or webadres(tekst) == ""


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Gemeenschappelijke regeling archiefbeheer Verzonnendam", "Archiefbeheer Verzonnendam"),
        ("Gemeenschappelijke Regeling Voor de Verzonnen Regio", "Verzonnen Regio"),
        ("Gemeenschappelijk regeling Bedenksel", "Bedenksel"),
        ("Gemeenschappelijke regeling ‘Bedenksel’", "Bedenksel"),
        ("Gemeenschappelijke regeling", "Gemeenschappelijke regeling"),
        ("Gemeenschappelijke Regelingsdienst", "Gemeenschappelijke Regelingsdienst"),
        ("Veiligheidsregio Verzonnenland", "Veiligheidsregio Verzonnenland"),
        ("Voor elkaar", "Voor elkaar"),
    ],
)
def test_short_names(tekst, verwacht):
    assert korte_naam(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("ASSEN", "Assen"),
        ("WIJK EN AALBURG", "Wijk en Aalburg"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("DEN BOSCH", "Den Bosch"),
        ("BERGEN-OP-ZOOM", "Bergen-op-Zoom"),
        ("Nieuwerkerk aan den IJssel", "Nieuwerkerk aan den IJssel"),
        ("", ""),
    ],
)
def test_place_names_in_capitals_are_written_as_usual(tekst, verwacht):
    assert plaatsnaam(tekst) == verwacht


def versie(nummer, begin=None, einde=None, vorige="", volgende=""):
    return Versie(nummer, f"versie {nummer}", begin, einde, (), vorige, volgende)


def test_a_period_holds_from_its_begin_up_to_its_end():
    begin, einde = date(2020, 1, 1), date(2021, 1, 1)
    assert [geldt_op(begin, einde, dag) for dag in (date(2019, 12, 31), begin, date(2020, 12, 31), einde)] == [
        False,
        True,
        True,
        False,
    ]
    assert geldt_op(None, None, begin)
    assert not geldt_op(begin, begin, begin)


def test_of_overlapping_versions_the_latest_begun_counts():
    oud, nieuw, zonder = versie("1", date(2020, 1, 1)), versie("2", date(2023, 1, 1)), versie("3")
    assert geldende_versie((nieuw, oud, zonder), date(2024, 1, 1)) == nieuw
    assert geldende_versie((nieuw, oud, zonder), date(2022, 1, 1)) == oud
    assert geldende_versie((nieuw, oud, zonder), date(2019, 1, 1)) == zonder
    assert geldende_versie((nieuw, oud), date(2019, 1, 1)) is None


NUMMERS = st.sampled_from(["1", "2", "3", "4", "5", "6", ""])


@given(st.dictionaries(NUMMERS.filter(bool), st.tuples(NUMMERS, NUMMERS)))
def test_every_version_stands_in_exactly_one_chain_whatever_the_links(links):
    versies = {nummer: versie(nummer, vorige=vorige, volgende=na) for nummer, (vorige, na) in links.items()}
    gevonden = ketens(versies)
    assert sorted(lid.systeem_id for keten in gevonden for lid in keten) == sorted(versies)
    waar = {lid.systeem_id: plaats for plaats, keten in enumerate(gevonden) for lid in keten}
    for nummer, (vorige, na) in links.items():
        assert all(waar[buur] == waar[nummer] for buur in (vorige, na) if buur in waar)
