"""The embedded PostgreSQL starts on what an earlier run left behind, whatever that is."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samenwerkingswijzer.lokaal import plekken
from samenwerkingswijzer.lokaal.plekken import DATABASENAAM, socketmap
from samenwerkingswijzer.lokaal.postgres import Cluster, PostgresFout


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A cluster of its own, removed afterwards."""
    eigen = Cluster(f"proef-cluster-{os.getpid()}", duurzaam=False)
    yield eigen
    eigen.stop()
    eigen.verwijder()


def vraag(cluster: Cluster, zin: str) -> object:
    """Run one statement in our database and give the first value, if any."""
    with psycopg.connect(host=str(cluster.socket), user="postgres", dbname=DATABASENAAM, autocommit=True) as verbinding:
        rij = verbinding.execute(zin.encode())
        return rij.fetchone()[0] if rij.description else None  # type: ignore[index]  # each query here gives a row


def test_it_keeps_data_over_a_stop_and_a_kill(cluster: Cluster) -> None:
    cluster.start()
    vraag(cluster, "CREATE TABLE proef AS SELECT 42 AS getal")
    cluster.stop()
    cluster.start()
    assert vraag(cluster, "SELECT getal FROM proef") == 42
    assert cluster.kind is not None
    os.killpg(cluster.kind.pid, signal.SIGKILL)
    cluster.kind.wait()
    cluster.start()
    assert vraag(cluster, "SELECT getal FROM proef") == 42


def test_it_ends_a_server_that_a_killed_run_left(cluster: Cluster) -> None:
    cluster.start()
    oud = cluster.kind
    assert oud is not None
    tweede = Cluster(cluster.naam, duurzaam=False)
    tweede.start()
    assert oud.wait(5) == 0
    assert vraag(tweede, "SELECT 1") == 1
    tweede.stop()


def test_a_mark_with_a_number_of_somebody_else_is_removed(cluster: Cluster) -> None:
    cluster.start()
    cluster.stop()
    (cluster.gegevens / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.gegevens}\n", encoding="utf-8")
    cluster.start()
    assert vraag(cluster, "SELECT 1") == 1


def test_a_half_made_cluster_is_made_again(cluster: Cluster) -> None:
    cluster.gegevens.mkdir(parents=True)
    (cluster.gegevens / "half").touch()
    cluster.start()
    assert vraag(cluster, "SELECT 1") == 1


def test_nobody_else_may_enter_and_no_port_is_open(cluster: Cluster) -> None:
    cluster.start()
    assert cluster.socket.stat().st_mode & 0o077 == 0
    assert vraag(cluster, "SHOW listen_addresses") == ""


def test_it_has_the_extensions_we_need(cluster: Cluster) -> None:
    cluster.start()
    for naam in ("pg_trgm", "unaccent", "btree_gist"):
        vraag(cluster, f"CREATE EXTENSION {naam}")


def test_a_server_that_cannot_start_gives_a_dutch_message(cluster: Cluster) -> None:
    cluster.start()
    cluster.stop()
    with (cluster.gegevens / "postgresql.conf").open("a", encoding="utf-8") as instellingen:
        instellingen.write("\nbestaat_niet = 1\n")
    with pytest.raises(PostgresFout, match=r"De database startte niet\. Zie .*postgres\.log"):
        cluster.start()


def test_a_short_path_holds_its_own_socket() -> None:
    assert socketmap(Path("/srv/portaal/var/postgres")) == Path("/srv/portaal/var/postgres/socket")


def test_a_path_too_long_for_a_socket_gets_a_short_one() -> None:
    lang = Path("/srv") / ("map" * 40)
    kort = socketmap(lang)
    assert len(os.fsencode(kort)) <= plekken.LANGSTE_SOCKETMAP
    assert kort == socketmap(lang)
    assert kort != socketmap(lang / "anders")
