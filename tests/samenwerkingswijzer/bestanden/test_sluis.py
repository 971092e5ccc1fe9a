"""Files are looked at by a process with limits (T50), and lie in a vault that notices what is missing (T34)."""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from samenwerkingswijzer.bestanden import sluis
from samenwerkingswijzer.bestanden.kluis import Kluis, Kwijt
from samenwerkingswijzer.bestanden.sluis import NIET_NAGEKEKEN, TE_DRUK, Grenzen, kijk_na
from samenwerkingswijzer.bestanden.soorten import Geweigerd
from samenwerkingswijzer.handelingen.bestanden import VOL, ingeleverd, kluis, ruim_op
from samenwerkingswijzer.models import Bestand
from tests.fabriek import NU, maak_gebruiker
from tests.samenwerkingswijzer.bestanden import stukken

PYTHON = sys.executable


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    (tmp_path / "werk").mkdir()
    return tmp_path / "werk" / "bron"


def test_a_file_comes_through_with_its_text(bron: Path) -> None:
    bron.write_bytes(stukken.pdf())
    nagekeken = kijk_na(bron, "a.pdf")
    assert (nagekeken.soort, nagekeken.tekst) == ("pdf", stukken.TEKST)
    assert nagekeken.pad.read_bytes() == bron.read_bytes()


def test_a_refusal_comes_through_in_words(bron: Path) -> None:
    bron.write_bytes(stukken.docm())
    with pytest.raises(Geweigerd, match="macro's"):
        kijk_na(bron, "a.docm")


@pytest.mark.parametrize(
    "grenzen",
    [Grenzen(geheugen=30_000_000), Grenzen(rekenseconden=0), Grenzen(uitvoer=1)],
    ids=["geheugen", "rekentijd", "uitvoer"],
)
def test_what_asks_too_much_is_refused(bron: Path, grenzen: Grenzen) -> None:
    bron.write_bytes(stukken.pdf())
    with pytest.raises(Geweigerd) as fout:
        kijk_na(bron, "a.pdf", grenzen)
    assert str(fout.value) == NIET_NAGEKEKEN


def test_when_the_text_fails_the_document_stays(bron: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The process dies over the text: the verdict was written before."""
    nep = tmp_path / "nep.py"
    nep.write_text(
        "import json, os, sys, time; t = json.loads(sys.argv[3]); open(t['uit'], 'wb').write(b'x');"
        "print(json.dumps({'soort': 'pdf'}), flush=True); print('{\"tek', end='', flush=True); os.abort()"
    )
    monkeypatch.setattr(sys, "executable", str(_met_python(tmp_path, nep)))
    bron.write_bytes(b"x")
    nagekeken = kijk_na(bron, "a.pdf")
    assert (nagekeken.soort, nagekeken.tekst) == ("pdf", None)


def test_a_process_that_hangs_is_ended(bron: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nep = tmp_path / "nep.py"
    nep.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(sys, "executable", str(_met_python(tmp_path, nep)))
    bron.write_bytes(b"x")
    begin = time.monotonic()
    with pytest.raises(Geweigerd, match="niet om dit bestand na te kijken"):
        kijk_na(bron, "a.pdf", Grenzen(seconden=0))
    assert time.monotonic() - begin < 5


def _met_python(map_: Path, programma: Path) -> Path:
    """Something to run in place of Python, which runs this program whatever it is asked."""
    pad = map_ / "python"
    pad.write_text(f'#!/bin/sh\nexec {PYTHON} {programma} "$@"\n')
    pad.chmod(0o700)
    return pad


def test_at_most_so_many_at_once(bron: Path) -> None:
    bron.write_bytes(stukken.pdf())
    grenzen = Grenzen(tegelijk=1, wachten=0)
    with sluis._beurt(bron.parent.parent / "beurten", grenzen), pytest.raises(Geweigerd) as fout:
        kijk_na(bron, "a.pdf", grenzen)
    assert str(fout.value) == TE_DRUK


def test_the_process_gets_no_secrets(bron: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nep = tmp_path / "nep.py"
    nep.write_text(f"import json, os; open({str(tmp_path / 'gezien')!r}, 'w').write(json.dumps(dict(os.environ)))")
    monkeypatch.setattr(sys, "executable", str(_met_python(tmp_path, nep)))
    bron.write_bytes(b"x")
    with pytest.raises(Geweigerd):
        kijk_na(bron, "a.pdf")
    gezien = json.loads((tmp_path / "gezien").read_text())
    assert not [naam for naam in gezien if naam.startswith("SW_") or naam == "DATABASE_URL"]


def test_the_vault_gives_back_what_was_put_in_or_nothing(tmp_path: Path, bron: Path) -> None:
    plek = Kluis(tmp_path / "kluis")
    bron.write_bytes(b"inhoud")
    bewaard = plek.bewaar(bron)
    pad = plek.plek / bewaard.sleutel[:2] / bewaard.sleutel
    assert (len(bewaard.sleutel), bewaard.grootte, pad.stat().st_mode & 0o777) == (32, 6, 0o600)
    assert plek.lees(bewaard.sleutel, bewaard.sha256) == b"inhoud"
    pad.write_bytes(b"Inhoud")
    with pytest.raises(Kwijt):
        plek.lees(bewaard.sleutel, bewaard.sha256)
    plek.gooi_weg(bewaard.sleutel)
    with pytest.raises(Kwijt):
        plek.lees(bewaard.sleutel, bewaard.sha256)
    with pytest.raises(ValueError, match="32 hexadecimale"):
        plek.lees("../../../etc/passwd", bewaard.sha256)


@pytest.fixture
def kluisplek(settings: Any, tmp_path: Path) -> Kluis:
    settings.OPSLAG = tmp_path
    return kluis()


@pytest.mark.django_db
def test_what_fails_afterwards_leaves_no_file(kluisplek: Kluis) -> None:
    gebruiker = maak_gebruiker()
    gezien: list[str] = []

    def mislukt() -> None:
        with _in(gebruiker) as bestand:
            gezien.extend(kluisplek.sleutels())
            assert gezien == [bestand.sleutel]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        mislukt()
    assert (len(gezien), kluisplek.sleutels()) == (1, {})
    assert list((kluisplek.plek / "binnenkomst").glob("?" * 32)) == []


@pytest.mark.django_db
def test_a_full_disk_is_told(kluisplek: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Kluis, "bewaar", vol)
    with pytest.raises(Exception, match="geen ruimte") as fout, _in(maak_gebruiker()):
        pass
    assert fout.value.messages == [VOL]  # type: ignore[attr-defined]


def _in(gebruiker: Any) -> Any:
    return ingeleverd(SimpleUploadedFile("a.pdf", stukken.pdf()), door=gebruiker, op=NU)


@pytest.mark.django_db
def test_orphans_go_and_others_stay(kluisplek: Kluis, capsys: pytest.CaptureFixture[str]) -> None:
    with _in(maak_gebruiker()) as bestand:
        bestand.save()
    (kluisplek.plek / "00").mkdir(exist_ok=True)
    wees = kluisplek.plek / "00" / ("00" * 16)
    wees.write_bytes(b"x")
    blijft = kluisplek.plek / "00" / "lees-mij.txt"
    blijft.write_bytes(b"x")
    werkmap = kluisplek.plek / "binnenkomst" / ("11" * 16)
    werkmap.mkdir()
    call_command("bestanden")
    assert wees.exists(), "it may belong to a request that is still busy"
    lang_geleden = time.time() - 2 * 24 * 60 * 60
    for pad in (wees, werkmap):
        os.utime(pad, (lang_geleden, lang_geleden))
    call_command("bestanden")
    assert (wees.exists(), werkmap.exists(), blijft.exists()) == (False, False, True)
    assert "1 bestanden zonder eigenaar, 1 werkmappen" in capsys.readouterr().out
    assert ruim_op(voor=timezone.now() + timedelta(days=1)) == (0, 0), "twice changes nothing, and what is known stays"
    assert kluisplek.sleutels().keys() == {bestand.sleutel}


@pytest.mark.django_db
def test_the_command_finds_what_is_gone(kluisplek: Kluis) -> None:
    with _in(maak_gebruiker()) as bestand:
        bestand.save()
    call_command("bestanden")
    kluisplek.gooi_weg(bestand.sleutel)
    with pytest.raises(CommandError, match="1 bestanden"):
        call_command("bestanden")
    assert Bestand.objects.count() == 1
