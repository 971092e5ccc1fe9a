import os
import time
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from samenwerkingswijzer.drukpers.bewaren import Bewaarplaats
from samenwerkingswijzer.drukpers.drukkerij import Drukkerij
from tests.samenwerkingswijzer.drukpers.proefdruk import MAPPEN, lijst

RUIM = 10_000_000
SLEUTEL = sha256(b"x").hexdigest()


@pytest.fixture
def plek(tmp_path: Path) -> Bewaarplaats:
    return Bewaarplaats(tmp_path, RUIM)


def test_wat_erin_gaat_komt_eruit(plek: Bewaarplaats) -> None:
    assert plek.haal(SLEUTEL) is None
    plek.zet(SLEUTEL, b"inhoud")
    assert plek.haal(SLEUTEL) == b"inhoud"


@pytest.mark.parametrize("schade", [b"", b"kort", b"x" * 1000])
def test_een_beschadigd_bestand_is_er_niet(plek: Bewaarplaats, tmp_path: Path, schade: bytes) -> None:
    plek.zet(SLEUTEL, b"inhoud")
    bestand = tmp_path / SLEUTEL[:2] / SLEUTEL
    bestand.write_bytes(schade)
    assert plek.haal(SLEUTEL) is None
    assert not bestand.exists()


@pytest.mark.parametrize("sleutel", ["", "../../etc/passwd", "A" * 64, SLEUTEL + "0"])
def test_een_sleutel_is_een_hash(plek: Bewaarplaats, sleutel: str) -> None:
    with pytest.raises(ValueError, match="sleutel"):
        plek.haal(sleutel)


def test_het_langst_ongebruikte_gaat_eerst(tmp_path: Path) -> None:
    plek = Bewaarplaats(tmp_path, 5_000)
    sleutels = [sha256(bytes([nummer])).hexdigest() for nummer in range(10)]
    for nummer, sleutel in enumerate(sleutels):
        plek.zet(sleutel, b"x" * 1_000)
        toen = time.time() - 1000 + nummer
        os.utime(tmp_path / sleutel[:2] / sleutel, (toen, toen))
    assert plek.haal(sleutels[0])  # used just now
    plek.ruim_op()
    over = [sleutel for sleutel in sleutels if plek.heeft(sleutel)]
    assert over == [sleutels[0], *sleutels[-2:]]


def _schrijf(map_: str) -> None:
    plek = Bewaarplaats(Path(map_), RUIM)
    for nummer in range(100):
        plek.zet(SLEUTEL, b"%d" % (nummer % 2) * 50_000)


def test_schrijvers_tegelijk(plek: Bewaarplaats, tmp_path: Path) -> None:
    """A reader sees a whole file or none, while four processes write."""
    plek.zet(SLEUTEL, b"0" * 50_000)
    schrijvers = [get_context("spawn").Process(target=_schrijf, args=(str(tmp_path),)) for _ in range(4)]
    for schrijver in schrijvers:
        schrijver.start()
    gezien = set()
    while any(schrijver.is_alive() for schrijver in schrijvers):
        gezien.add(plek.haal(SLEUTEL))
    for schrijver in schrijvers:
        schrijver.join()
        assert schrijver.exitcode == 0
    assert gezien <= {b"0" * 50_000, b"1" * 50_000}
    assert [bestand.name for bestand in (tmp_path / SLEUTEL[:2]).iterdir()] == [SLEUTEL]


def test_een_beschadigde_voorraad_wordt_opnieuw_gezet(tmp_path: Path) -> None:
    verwacht = Drukkerij(tmp_path, MAPPEN).druk(lijst(2))
    for bestand in tmp_path.glob("*/*/*"):
        bestand.write_bytes(b"stuk")
    assert Drukkerij(tmp_path, MAPPEN).druk(lijst(2)) == verwacht
