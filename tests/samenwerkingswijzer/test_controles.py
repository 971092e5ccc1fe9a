"""An unsafe installation is an error of `check --deploy` and does not start."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from samenwerkingswijzer import controles, webserver
from samenwerkingswijzer.omgeving import Omgeving

SLEUTEL = "eenSleutelVoorDeToetsen-0123456789-abcdefghijklmnopqrst"
GOED = Omgeving(geheime_sleutel=SLEUTEL, hosts=("portaal.voorbeeld.nl",))


def test_a_good_installation_passes(settings: Any) -> None:
    settings.DEMO, settings.DEBUG, settings.OMGEVING, settings.ALLOWED_HOSTS = False, False, GOED, ["portaal.nl"]
    gevonden = [*controles.geen_demo(None), *controles.geen_debug(None), *controles.geheime_sleutel(None)]
    assert [*gevonden, *controles.adressen(None)] == []


@pytest.mark.parametrize(
    ("instelling", "waarde", "controle", "nummer"),
    [
        ("DEMO", True, controles.geen_demo, "sw.E001"),
        ("DEBUG", True, controles.geen_debug, "sw.E002"),
        ("OMGEVING", Omgeving(), controles.geheime_sleutel, "sw.E003"),
        ("OMGEVING", Omgeving(geheime_sleutel="kort"), controles.geheime_sleutel, "sw.E003"),
        ("ALLOWED_HOSTS", [], controles.adressen, "sw.E004"),
        ("ALLOWED_HOSTS", ["*"], controles.adressen, "sw.E004"),
    ],
)
def test_each_danger_is_an_error(settings: Any, instelling: str, waarde: Any, controle: Any, nummer: str) -> None:
    setattr(settings, instelling, waarde)
    (fout,) = controle(None)
    assert fout.id == nummer
    assert fout.is_serious()


@pytest.mark.parametrize(
    ("extra", "verwacht"),
    [
        ({"SW_SECRET_KEY": SLEUTEL, "SW_ALLOWED_HOSTS": "portaal.nl"}, ""),
        ({"SW_SECRET_KEY": SLEUTEL, "SW_ALLOWED_HOSTS": "portaal.nl", "SW_DEMO": "1"}, "sw.E001"),
        ({"SW_SECRET_KEY": SLEUTEL, "SW_ALLOWED_HOSTS": "portaal.nl", "SW_DEBUG": "1"}, "sw.E002"),
        ({"SW_ALLOWED_HOSTS": "portaal.nl"}, "sw.E003"),
        ({"SW_SECRET_KEY": SLEUTEL}, "sw.E004"),
        ({"SW_ONBEKEND": "1"}, "SW_ONBEKEND is geen bekende instelling"),
    ],
)
def test_check_deploy_really_says_so(basis: Path, extra: dict[str, str], verwacht: str) -> None:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("SW_", "DJANGO_"))}
    opdracht = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    uitkomst = subprocess.run(
        opdracht, cwd=basis, env={**omgeving, **extra}, capture_output=True, text=True, check=False
    )
    assert (uitkomst.returncode != 0) == bool(verwacht), uitkomst.stderr
    assert verwacht in uitkomst.stderr
    assert "Traceback" not in uitkomst.stderr


@pytest.mark.parametrize("adres", ["127.0.0.1", "127.3.2.1", "::1", "[::1]", "localhost", "unix:/run/portaal.sock"])
def test_loopback_is_this_machine_only(adres: str) -> None:
    assert webserver.is_van_deze_machine(adres)


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.168.1.2", "portaal.voorbeeld.nl", "", "127.0.0.1.nl"])
def test_any_other_address_is_not(adres: str) -> None:
    assert not webserver.is_van_deze_machine(adres)


def test_the_server_starts_on_a_good_installation() -> None:
    assert webserver.startfout(GOED, ["0.0.0.0"]) == ""
    assert webserver.startfout(Omgeving(demo=True, geheime_sleutel=SLEUTEL), ["127.0.0.1"]) == ""


@pytest.mark.parametrize(
    ("omgeving", "adres", "woord"),
    [
        (Omgeving(demo=True, geheime_sleutel=SLEUTEL), "0.0.0.0", "127.0.0.1"),
        (Omgeving(hosts=("portaal.nl",)), "127.0.0.1", "SW_SECRET_KEY"),
        (Omgeving(geheime_sleutel=SLEUTEL), "127.0.0.1", "SW_ALLOWED_HOSTS"),
    ],
)
def test_the_server_refuses_an_unsafe_installation(omgeving: Omgeving, adres: str, woord: str) -> None:
    assert woord in webserver.startfout(omgeving, [adres])


@pytest.mark.parametrize("adres", [("0.0.0.0", 8000), ("::", 8000, 0, 0), ("192.168.1.2", 8000)])
def test_a_demo_looks_at_the_address_the_server_really_gets(monkeypatch: Any, adres: tuple[Any, ...]) -> None:
    monkeypatch.setattr(webserver, "_omgeving", Omgeving(demo=True, geheime_sleutel=SLEUTEL))
    with pytest.raises(SystemExit, match="demo"):
        webserver.on_starting(SimpleNamespace(cfg=SimpleNamespace(address=[adres])))


@pytest.mark.parametrize("adres", [("127.0.0.1", 8000), ("::1", 8000, 0, 0), "/run/portaal.sock"])
def test_a_demo_may_listen_on_this_machine(monkeypatch: Any, adres: Any) -> None:
    monkeypatch.setattr(webserver, "_omgeving", Omgeving(demo=True, geheime_sleutel=SLEUTEL))
    webserver.on_starting(SimpleNamespace(cfg=SimpleNamespace(address=[adres])))
