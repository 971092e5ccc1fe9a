"""The parts of `make demo` that can be tried without starting all of it."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from samenwerkingswijzer.lokaal import demo, opzetten, statisch, systeem
from samenwerkingswijzer.lokaal.postgres import PostgresFout
from samenwerkingswijzer.omgeving import Databaseadres, Omgeving, OmgevingsFout


@pytest.fixture
def eigen_var(tmp_path: Path, monkeypatch: Any) -> Path:
    """The demo with another folder for what it keeps."""
    monkeypatch.setattr(demo, "VAR", tmp_path)
    for naam, bestand in (("SLEUTEL", "sleutel"), ("SLOT", "slot"), ("BOEK", "boek.json")):
        monkeypatch.setattr(demo, naam, tmp_path / bestand)
    for naam in [naam for naam in os.environ if naam.startswith("SW_")]:
        monkeypatch.delenv(naam)
    monkeypatch.setenv("SW_DEMO", "0")
    monkeypatch.setenv("SW_SECRET_KEY", "")
    monkeypatch.delenv("SW_SECRET_KEY")
    return tmp_path


def test_the_demo_makes_one_secret_key_for_itself(eigen_var: Path) -> None:
    eerste = demo.demo_omgeving().geheime_sleutel
    assert len(eerste) >= 50
    assert demo.demo_sleutel() == eerste
    assert (eigen_var / "sleutel").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.168.1.2"])
def test_a_demo_beyond_this_machine_refuses_to_start(eigen_var: Path, monkeypatch: Any, adres: str) -> None:
    monkeypatch.setenv("SW_BIND", adres)
    with pytest.raises(OmgevingsFout, match=r"alleen op 127\.0\.0\.1"):
        demo.demo_omgeving()


def test_only_one_demo_runs_per_folder(eigen_var: Path) -> None:
    with demo.een_tegelijk(), pytest.raises(SystemExit, match="draait al"), demo.een_tegelijk():
        pass
    with demo.een_tegelijk():
        pass


def test_a_port_in_use_is_seen() -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        assert not demo.poort_vrij("127.0.0.1", bezet.getsockname()[1])
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    assert demo.poort_vrij("127.0.0.1", poort)


def test_a_database_that_does_not_answer_gives_a_dutch_message(tmp_path: Path) -> None:
    with pytest.raises(PostgresFout, match="antwoordt niet"):
        demo.proef_database(Databaseadres("naam", host=str(tmp_path)))


def test_starting_over_never_empties_a_database_of_somebody_else() -> None:
    with pytest.raises(SystemExit, match="wist de demo niets"):
        demo.begin_opnieuw(Omgeving(database=Databaseadres("naam")))


def test_missing_libraries_are_named_as_debian_packages() -> None:
    assert systeem.ontbrekend(lambda _: True) == []
    assert systeem.ontbrekend(lambda naam: "subset" not in naam) == ["libharfbuzz-subset0"]
    assert systeem.ontbrekend(lambda naam: "gobject" not in naam) == ["libpango-1.0-0"]


def test_a_library_is_really_loaded() -> None:
    assert systeem.laadbaar("libc.so.6")
    assert not systeem.laadbaar("libbestaatniet.so.1")


def test_without_the_right_to_install_the_one_line_is_printed(monkeypatch: Any) -> None:
    monkeypatch.setattr(systeem, "bevoegdheid", lambda: None)
    with pytest.raises(SystemExit, match=r"sudo apt-get install -y --no-install-recommends libeen libtwee"):
        systeem.installeer(["libeen", "libtwee"], "een proef")


def test_nothing_missing_installs_nothing(monkeypatch: Any) -> None:
    monkeypatch.setattr(systeem, "bevoegdheid", lambda: pytest.fail("asked for rights"))
    systeem.installeer([], "een proef")


def test_the_test_packages_are_enough_for_the_demo_but_not_the_other_way_round() -> None:
    assert opzetten.is_bij("lokaal", opzetten.stempel("test"))
    assert opzetten.is_bij("lokaal", opzetten.stempel("lokaal"))
    assert not opzetten.is_bij("test", opzetten.stempel("lokaal"))
    assert not opzetten.is_bij("test", "")


def test_a_build_of_other_sources_is_not_current(tmp_path: Path, monkeypatch: Any) -> None:
    for bron, doel in statisch.BESTANDEN.items():
        for plek in (tmp_path / "npm" / bron, tmp_path / "uit" / "vendor" / doel):
            plek.parent.mkdir(parents=True, exist_ok=True)
            plek.write_text(bron, encoding="utf-8")
    monkeypatch.setattr(statisch, "UITVOER", tmp_path / "uit")
    monkeypatch.setattr(statisch, "PAKKETTEN", tmp_path / "npm")
    monkeypatch.setattr(statisch, "STEMPEL", tmp_path / "stempel")
    assert not statisch.is_gebouwd()
    statisch.leg_neer()
    statisch.STEMPEL.write_text(statisch.stempel(), encoding="utf-8")
    assert statisch.is_gebouwd()
    (tmp_path / "uit" / "vendor" / "utrecht-component-library.css").unlink()
    assert not statisch.is_gebouwd()
