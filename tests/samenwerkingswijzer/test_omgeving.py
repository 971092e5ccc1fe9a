"""Reading the environment: what is accepted, what is refused, and what the message says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.omgeving import BEKEND, Databaseadres, Omgeving, OmgevingsFout, lees


def test_an_empty_environment_gives_safe_defaults() -> None:
    omgeving = lees({})
    assert omgeving == Omgeving()
    assert (omgeving.demo, omgeving.debug, omgeving.adres, omgeving.poort) == (False, False, "127.0.0.1", 8000)
    assert omgeving.vertrouwde_proxys == 0


@pytest.mark.parametrize("waarde", ["", "  "])
def test_an_empty_value_is_no_choice(waarde: str) -> None:
    assert lees(dict.fromkeys(BEKEND, waarde)) == Omgeving()


def test_variables_of_others_are_left_alone() -> None:
    assert lees({"PATH": "/bin", "SWAP": "1", "DEMO": "1"}) == Omgeving()


def test_every_mistake_is_named_in_one_message() -> None:
    with pytest.raises(OmgevingsFout) as fout:
        lees({"SW_DMEO": "1", "PORT": "poort", "SW_DEBUG": "misschien"})
    for deel in ("SW_DMEO is geen bekende instelling", "PORT moet een geheel getal zijn", "SW_DEBUG moet 1 of 0 zijn"):
        assert deel in str(fout.value)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "8000.0"),
        ("PORT", "٨٠٠٠"),
        ("PORT", "9" * 5000),
        ("SW_DEMO", "2"),
        ("SW_SECRET_KEY", "met\nregel"),
        ("SW_LOG_LEVEL", "info"),
        ("SW_STORAGE", "relatief/pad"),
        ("SW_TRUSTED_PROXY", "6"),
        ("SW_EMAIL_SECURITY", "ssl"),
        ("SW_CSRF_TRUSTED_ORIGINS", "portaal.voorbeeld.nl"),
        ("SW_CSRF_TRUSTED_ORIGINS", "https://portaal.voorbeeld.nl/pad"),
        ("DATABASE_URL", "mysql://localhost/naam"),
        ("DATABASE_URL", "postgresql://localhost"),
        ("DATABASE_URL", "postgresql://localhost:poort/naam"),
    ],
)
def test_a_malformed_value_is_refused_by_name(naam: str, waarde: str) -> None:
    with pytest.raises(OmgevingsFout, match=f"{naam} .*Zie .env.example"):
        lees({naam: waarde})


def test_a_secret_never_stands_in_a_message_or_a_representation() -> None:
    geheim = "zeer-geheim-wachtwoord"
    with pytest.raises(OmgevingsFout) as fout:
        lees({"DATABASE_URL": f"mysql://u:{geheim}@h/n", "SW_SECRET_KEY": f"{geheim}\x00"})
    assert geheim not in str(fout.value)
    goed = lees({"DATABASE_URL": f"postgresql://u:{geheim}@h/n", "SW_SECRET_KEY": geheim, "SW_EMAIL_PASSWORD": geheim})
    assert geheim not in repr(goed)
    assert geheim not in repr(goed.database)


def test_a_database_address_is_taken_apart() -> None:
    adres = lees({"DATABASE_URL": "postgresql://jan:ge%40heim@db.intern:6543/portaal?sslmode=require"}).database
    assert adres == Databaseadres("portaal", "jan", "ge@heim", "db.intern", "6543", (("sslmode", "require"),))


def test_a_database_address_can_be_a_socket_folder() -> None:
    adres = lees({"DATABASE_URL": "postgres://postgres@/portaal?host=/run/postgresql"}).database
    assert adres == Databaseadres("portaal", "postgres", host="/run/postgresql")


@given(st.sampled_from(sorted(BEKEND)), st.text())
def test_any_text_is_either_read_or_refused_in_dutch(naam: str, waarde: str) -> None:
    try:
        gelezen = lees({naam: waarde})
    except OmgevingsFout as fout:
        melding = str(fout)
    else:
        melding = "De instellingen kloppen niet: " * isinstance(gelezen, Omgeving)
    assert melding.startswith("De instellingen kloppen niet: ")


@given(st.integers(1, 65535))
def test_every_port_is_read(poort: int) -> None:
    assert lees({"PORT": str(poort)}).poort == poort


def test_the_example_lists_exactly_the_known_settings(basis: Path) -> None:
    regels = (basis / ".env.example").read_text(encoding="utf-8").splitlines()
    genoemd = {regel.lstrip("#").partition("=")[0] for regel in regels if "=" in regel and " " not in regel}
    assert genoemd == set(BEKEND)


def test_the_example_shows_the_defaults(basis: Path) -> None:
    regels = (basis / ".env.example").read_text(encoding="utf-8").splitlines()
    getoond = dict(
        regel[1:].split("=", 1) for regel in regels if regel.startswith("#") and " " not in regel and "=" in regel
    )
    for voorbeeld in ("SW_CSRF_TRUSTED_ORIGINS", "SW_STORAGE"):
        getoond.pop(voorbeeld)
    assert lees(getoond) == Omgeving()
