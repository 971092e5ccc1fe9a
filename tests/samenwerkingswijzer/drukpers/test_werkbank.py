import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samenwerkingswijzer import drukpers
from samenwerkingswijzer.drukpers import ploeg
from samenwerkingswijzer.drukpers.drukkerij import Drukkerij
from samenwerkingswijzer.drukpers.werkbank import AFGEBROKEN, WEG, Grenzen, Opdracht, Stand, Werkbank
from samenwerkingswijzer.lokaal.processen import Proces
from tests.samenwerkingswijzer.drukpers.proefdruk import BASIS, MAPPEN, VOET, document, lijst, partij, voorblad, werk

GEDULD = 120  # seconds
RUIM = Grenzen(processen=1)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    for proces in werkers(tmp_path):
        os.kill(proces, signal.SIGKILL)


def werkers(plek: Path) -> list[int]:
    """The processes that print into this place."""
    gevonden = []
    for pad in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            opdracht = pad.read_bytes()
        except OSError:
            continue
        if b"drukpers.werker" in opdracht and str(plek).encode() in opdracht and Proces.van(int(pad.parent.name)):
            gevonden.append(int(pad.parent.name))
    return gevonden


def wacht(werkbank: Werkbank, opdracht: Opdracht) -> Opdracht:
    """Poll as a page does, until it is done or failed."""
    einde = time.monotonic() + GEDULD
    while not opdracht.klaar and not opdracht.fout and time.monotonic() < einde:
        time.sleep(0.05)
        opdracht = werkbank.stand(opdracht.sleutel)
    return opdracht


def wacht_op_werker(plek: Path, *, gereed: int = 0) -> int:
    """The process that prints, once so many parts are done."""
    einde = time.monotonic() + GEDULD
    while time.monotonic() < einde:
        standen = [Stand.lees(map_) for map_ in plek.glob("opdrachten/*")]
        processen = werkers(plek)
        if processen and standen and standen[0].gereed >= gereed:
            return processen[0]
        time.sleep(0.01)
    raise AssertionError("er is geen werker")


def test_een_opdracht_geeft_hetzelfde_als_de_drukkerij(plek: Path, tmp_path: Path) -> None:
    werkbank = Werkbank(plek / "a", MAPPEN)  # as many processes as usual
    klaar = wacht(werkbank, werkbank.opdracht(lijst(5)))
    assert klaar == Opdracht(klaar.sleutel, klaar=True, gereed=6, totaal=6)
    assert werkbank.haal(klaar.sleutel) == Drukkerij(tmp_path / "b", MAPPEN).druk(lijst(5))
    assert not (plek / "a" / "opdrachten" / klaar.sleutel / "opdracht.json").exists()


def test_beginnen_kost_de_vrager_geen_tijd(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    begin = time.monotonic()
    opdracht = werkbank.opdracht(lijst(20))
    assert time.monotonic() - begin < 2  # setting takes longer, and is not waited for
    assert not opdracht.klaar
    assert opdracht.totaal == 21


def test_twee_vragers_krijgen_een_werker(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    sleutels = {werkbank.opdracht(lijst(20)).sleutel for _ in range(5)}
    assert len(sleutels) == 1
    wacht_op_werker(plek)
    assert len(werkers(plek)) == 1


def test_wat_al_gedrukt_is_begint_niet_opnieuw(plek: Path) -> None:
    Drukkerij(plek, MAPPEN).druk(lijst(1))
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    assert werkbank.opdracht(lijst(1)).klaar
    assert werkers(plek) == []


def test_een_gedode_werker_wordt_vervangen_en_gaat_verder(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    opdracht = werkbank.opdracht(lijst(12))
    os.kill(wacht_op_werker(plek, gereed=3), signal.SIGKILL)
    klaar = wacht(werkbank, opdracht)
    assert klaar.klaar
    assert Stand.lees(plek / "opdrachten" / opdracht.sleutel).poging == 2


def test_na_te_veel_pogingen_houdt_het_op_en_kan_het_opnieuw(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, replace(RUIM, seconden=1, pogingen=2))
    veel = werk(voorblad(0), *(partij(nummer) for nummer in range(400)))
    opdracht = wacht(werkbank, werkbank.opdracht(veel))
    assert (opdracht.klaar, opdracht.fout) == (False, AFGEBROKEN)
    assert werkers(plek) == []
    opnieuw = werkbank.opdracht(veel)
    assert not opnieuw.fout


def test_de_rekentijd_is_begrensd(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, replace(RUIM, rekenseconden=2, pogingen=1))
    veel = werk(voorblad(0), *(partij(nummer) for nummer in range(400)))
    assert wacht(werkbank, werkbank.opdracht(veel)).fout == AFGEBROKEN


def test_het_geheugen_is_begrensd(plek: Path) -> None:
    """A library without memory may also wait for ever: then the clock ends the process."""
    werkbank = Werkbank(plek, MAPPEN, replace(RUIM, geheugen=120_000_000, seconden=20, pogingen=1))
    assert wacht(werkbank, werkbank.opdracht(lijst(3))).fout


def test_een_document_dat_niet_kan_zegt_waarom(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    diep = document("<div>" * 400 + "x")
    opdracht = wacht(werkbank, werkbank.opdracht(werk(voorblad(0), diep)))
    assert "te diep genest" in opdracht.fout
    assert Stand.lees(plek / "opdrachten" / opdracht.sleutel).poging == 1


def test_niet_meer_tegelijk_dan_er_beurten_zijn(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, replace(RUIM, tegelijk=1))
    opdrachten = [werkbank.opdracht(werk(voorblad(nummer), partij(nummer))) for nummer in range(3)]
    einde = time.monotonic() + GEDULD
    while not all(stand.klaar for stand in opdrachten) and time.monotonic() < einde:
        bezig = [pad for pad in plek.glob("beurten/*") if not _vrij(pad)]
        assert len(bezig) <= 1
        opdrachten = [werkbank.stand(stand.sleutel) for stand in opdrachten]
        time.sleep(0.05)
    assert all(stand.klaar for stand in opdrachten)
    assert [pad.name for pad in plek.glob("beurten/*")] == ["0"]


def _vrij(pad: Path) -> bool:
    proef = f"import fcntl; fcntl.flock(open({str(pad)!r}), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    return subprocess.run([sys.executable, "-c", proef], stderr=subprocess.DEVNULL, check=False).returncode == 0


def test_de_werker_kent_geen_geheimen(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SW_SECRET_KEY", "een geheim dat niemand ziet")
    Werkbank(plek, MAPPEN, RUIM).opdracht(lijst(20))
    omgeving = Path(f"/proc/{wacht_op_werker(plek)}/environ").read_bytes()
    assert b"SW_" not in omgeving
    assert b"DATABASE_URL" not in omgeving


def test_de_werker_begrenst_zichzelf(plek: Path) -> None:
    Werkbank(plek, MAPPEN, RUIM).opdracht(lijst(20))
    proces = wacht_op_werker(plek, gereed=1)
    assert resource.prlimit(proces, resource.RLIMIT_AS)[0] == RUIM.geheugen
    assert resource.prlimit(proces, resource.RLIMIT_CPU)[0] == RUIM.rekenseconden
    assert resource.prlimit(proces, resource.RLIMIT_CORE) == (0, 0)
    assert os.getpriority(os.PRIO_PROCESS, proces) > os.getpriority(os.PRIO_PROCESS, 0)


def test_een_onbekende_opdracht(plek: Path) -> None:
    werkbank = Werkbank(plek, MAPPEN, RUIM)
    assert werkbank.stand("0" * 64).fout == WEG
    assert werkbank.haal("0" * 64) is None
    with pytest.raises(ValueError, match="sleutel"):
        werkbank.stand("../../etc")


def test_een_beschadigde_stand_zegt_niets(plek: Path) -> None:
    (plek / "stand.json").write_text('{"gereed": 1, "onbekend"')
    assert Stand.lees(plek) == Stand()
    (plek / "stand.json").write_text(json.dumps({"onbekend": 1}))
    assert Stand.lees(plek) == Stand()


def test_oude_opdrachten_gaan_weg(plek: Path) -> None:
    oud = plek / "opdrachten" / ("1" * 64)
    oud.mkdir(parents=True)
    toen = time.time() - 100_000
    os.utime(oud, (toen, toen))
    Werkbank(plek, MAPPEN, RUIM).opdracht(lijst(1))
    assert not oud.exists()


def test_de_deur_van_het_pakket(tmp_path: Path, settings: Any) -> None:
    settings.OPSLAG = tmp_path
    gegevens = {"titel": "Lijst", "voettekst": VOET, "basis": BASIS}
    pdf = drukpers.druk_delen([voorblad(1), partij(1)], **gegevens)
    opdracht = drukpers.opdracht([voorblad(1), partij(1)], **gegevens)
    assert opdracht.klaar
    assert drukpers.haal(opdracht.sleutel) == pdf
    assert drukpers.stand(opdracht.sleutel).klaar
    assert drukpers.druk(partij(1), basis=BASIS).startswith(b"%PDF-1.7")


def test_een_kopie_die_blijft_hangen_wordt_beeindigd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ploeg, "GEDULD", 0.2)
    begin = time.monotonic()
    with ploeg.helpers([lambda: time.sleep(60)]):
        pass
    assert time.monotonic() - begin < 10


def test_een_kopie_die_mislukt_stoort_niet(tmp_path: Path) -> None:
    def mislukt() -> None:
        (tmp_path / "begonnen").touch()
        raise RuntimeError("mislukt")

    with ploeg.helpers([mislukt]):
        time.sleep(0.01)
    assert (tmp_path / "begonnen").exists()
