from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from samenwerkingswijzer import geheugen as module
from samenwerkingswijzer.geheugen import Leesgeheugen, laatste_nummers
from samenwerkingswijzer.historie import RUSTIG, bewaar, verwijder
from tests.fabriek import NU, maak_verband
from verbanden.models import Samenwerkingsverband


class Lezer:
    """Counts how often it was really read."""

    def __init__(self, grootte: int = 16) -> None:
        self.geheugen: Leesgeheugen[list[str]] = Leesgeheugen(Samenwerkingsverband, grootte=grootte)
        self.keren = 0

    def __call__(self, sleutel: str = "vandaag") -> list[str]:
        return self.geheugen.haal(sleutel, self._lees)

    def _lees(self) -> list[str]:
        self.keren += 1
        return list(Samenwerkingsverband.objects.values_list("naam", flat=True))


@pytest.fixture
def rustig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep readings inside the transaction of a test too."""
    monkeypatch.setattr(module, "laatste_nummers", lambda modellen: (laatste_nummers(modellen)[0], True))


@pytest.mark.django_db
@pytest.mark.usefixtures("rustig")
def test_ongewijzigd_wordt_het_met_een_vraag_onthouden(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    maak_verband(naam="A")
    lees = Lezer()

    assert lees() == ["A"]
    with django_assert_num_queries(1):
        assert lees() == ["A"]
    assert lees.keren == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("rustig")
def test_elke_wijziging_wordt_gezien() -> None:
    verband = maak_verband(naam="A")
    lees = Lezer()
    lees()

    verband.naam = "B"
    bewaar(verband, door=None, op=NU)
    assert lees() == ["B"]
    verwijder(verband, door=None, op=NU)
    assert lees() == []
    assert lees.keren == 3


@pytest.mark.django_db
@pytest.mark.usefixtures("rustig")
def test_sleutels_staan_los_en_de_oudste_verdwijnt() -> None:
    lees = Lezer(grootte=2)

    for sleutel in ("a", "b", "a", "c", "a", "b"):
        lees(sleutel)

    assert lees.keren == 4


@pytest.mark.django_db
def test_in_een_eigen_transactie_wordt_niets_bewaard() -> None:
    maak_verband(naam="A")
    lees = Lezer()

    assert (lees(), lees(), lees.keren) == (["A"], ["A"], 2)


@pytest.fixture
def proeftabel(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], psycopg.Connection]]:
    """A table with only history numbers, outside any transaction of the test; gives a way to open connections."""
    with django_db_blocker.unblock(), ExitStack() as stapel:
        opties = connection.get_connection_params()
        gegevens = {naam: opties[naam] for naam in ("dbname", "user", "host", "port", "password") if opties.get(naam)}

        def verbind() -> psycopg.Connection:
            return stapel.enter_context(psycopg.connect(**gegevens))

        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE proef_history (history_id serial PRIMARY KEY)")
        model = SimpleNamespace(_meta=SimpleNamespace(db_table="proef_history"))
        monkeypatch.setattr("samenwerkingswijzer.geheugen.geschiedenismodel", lambda _: model)
        yield verbind
        stapel.close()
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE proef_history")
        connection.close()


def test_een_transactie_die_later_vastlegt_dan_een_jongere_wordt_toch_gezien(
    proeftabel: Callable[[], psycopg.Connection],
) -> None:
    geheugen: Leesgeheugen[int] = Leesgeheugen(Samenwerkingsverband)

    def aantal() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM proef_history")
            return int(cursor.fetchone()[0])

    oud, jong = proeftabel(), proeftabel()
    # The transaction with the higher history number has the lower transaction number and commits first.
    jong.execute("SELECT pg_current_xact_id()")
    oud.execute("INSERT INTO proef_history DEFAULT VALUES")
    jong.execute("INSERT INTO proef_history DEFAULT VALUES")
    jong.commit()
    nummers_tussendoor, rustig_tussendoor = laatste_nummers([Samenwerkingsverband])
    tussendoor = geheugen.haal("", aantal)
    oud.commit()
    nummers_daarna, _ = laatste_nummers([Samenwerkingsverband])

    assert nummers_tussendoor == nummers_daarna == (2,)  # the numbers alone do not show the late one
    assert (rustig_tussendoor, tussendoor) == (False, 1)
    assert geheugen.haal("", aantal) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wie", "transactie", "vraag", "rustig"),
    [
        ("client backend", None, "SELECT 1", True),
        ("client backend", "731", "SELECT 1", False),
        (None, None, "<insufficient privilege>", False),
        ("autovacuum worker", "731", "autovacuum: VACUUM public.verband", True),
    ],
)
def test_wie_er_schrijft(wie: str | None, transactie: str | None, vraag: str, rustig: bool) -> None:
    """Tidying up by the database takes a transaction number too, and may hold it for seconds; it writes no history."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP VIEW pg_stat_activity AS SELECT current_database() AS datname, -1 AS pid,"
            f" {sql(wie)}::text AS backend_type, {sql(transactie)}::xid AS backend_xid, {sql(vraag)}::text AS query"
        )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {RUSTIG}")
        assert cursor.fetchone() == (rustig,)


def sql(waarde: str | None) -> str:
    return "NULL" if waarde is None else f"'{waarde}'"
