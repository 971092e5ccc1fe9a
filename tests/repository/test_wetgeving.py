"""The table of law names only code and tests that exist, and says of each rule how certain it is."""

import re
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

ZEKERHEDEN = re.compile(r"[VDO]( \(in andere woorden\))?")


class Rij(NamedTuple):
    """A rule of law in the table."""

    artikel: str
    regel: str
    code: str
    toets: str
    zeker: str


@pytest.fixture(scope="module")
def rijen(basis: Path) -> list[Rij]:
    """The rows of docs/wetgeving.md."""
    tekst = (basis / "docs" / "wetgeving.md").read_text(encoding="utf-8")
    gevonden = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", tekst, re.MULTILINE)
    return [Rij(*rij) for rij in gevonden if rij[2] not in ("In de code", "---")]


def test_every_rule_has_code_a_test_and_a_certainty(rijen: list[Rij]) -> None:
    assert len(rijen) > 20
    for rij in rijen:
        assert re.fullmatch(r"`[\w.]+`(, `[\w.]+`)*", rij.code), rij.artikel
        assert re.fullmatch(r"`tests/[\w/]+\.py`(, `tests/[\w/]+\.py`)*", rij.toets), rij.artikel
        assert ZEKERHEDEN.fullmatch(rij.zeker), rij.artikel


def test_the_code_exists(rijen: list[Rij]) -> None:
    for pad in {pad for rij in rijen for pad in re.findall(r"`([\w.]+)`", rij.code)}:
        assert bestaat(pad), pad


def test_the_tests_exist(basis: Path, rijen: list[Rij]) -> None:
    for pad in {pad for rij in rijen for pad in re.findall(r"`(tests/[\w/.]+)`", rij.toets)}:
        assert (basis / pad).is_file(), pad


def bestaat(pad: str) -> bool:
    """Whether 'module.Class.method' can be reached."""
    delen = pad.split(".")
    for plek in range(len(delen), 0, -1):
        try:
            ding: object = import_module(".".join(delen[:plek]))
        except ModuleNotFoundError:
            continue
        for deel in delen[plek:]:
            ding = getattr(ding, deel, None)
        return ding is not None
    return False
