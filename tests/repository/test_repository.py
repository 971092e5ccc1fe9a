"""What the repository itself must hold: commands, locks and files without traces of one machine."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

OPDRACHTEN = ("demo", "demo-opnieuw", "test", "check", "fix", "bench", "help", "vergrendel")
SLOTEN = ("basis", "lokaal", "test", "node", "uv")


def bestanden(basis: Path) -> list[Path]:
    """The files that git keeps."""
    lijst = subprocess.run(["git", "ls-files", "-z"], cwd=basis, capture_output=True, text=True, check=True).stdout  # noqa: S607
    return [basis / naam for naam in lijst.split("\0") if naam and (basis / naam).exists()]


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_make_knows_each_command(basis: Path, opdracht: str) -> None:
    uitkomst = subprocess.run(["make", "-n", opdracht], cwd=basis, capture_output=True, text=True, check=False)  # noqa: S607
    assert uitkomst.returncode == 0, uitkomst.stderr


def test_make_without_a_command_lists_the_commands(basis: Path) -> None:
    uitvoer = subprocess.run(["make"], cwd=basis, capture_output=True, text=True, check=True).stdout  # noqa: S607
    genoemd = {regel.split()[0] for regel in uitvoer.splitlines() if regel}
    assert set(OPDRACHTEN) <= genoemd


def test_ci_runs_make_test_and_nothing_else(basis: Path) -> None:
    regels = (basis / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert regels == ["#!/bin/sh", "set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert (basis / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("naam", SLOTEN)
def test_each_lock_names_versions_with_hashes_and_no_place(basis: Path, naam: str) -> None:
    tekst = (basis / "requirements" / f"{naam}.txt").read_text(encoding="utf-8")
    assert "://" not in tekst
    pakketten = re.split(r"\n(?=\S)", tekst.partition("vergrendel\n")[2])
    for pakket in filter(None, pakketten):
        assert re.match(r"[a-z0-9-]+==\S+", pakket), pakket.splitlines()[0]
        assert "--hash=sha256:" in pakket


def test_the_locks_hold_each_other(basis: Path) -> None:
    def versies(naam: str) -> set[str]:
        tekst = (basis / "requirements" / f"{naam}.txt").read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9-]+==[^\s;]+", tekst, re.MULTILINE))

    assert versies("uv") <= versies("lokaal")
    assert versies("basis") <= versies("lokaal") <= versies("test")


def test_every_dependency_is_locked_and_says_why(basis: Path) -> None:
    bron = (basis / "pyproject.toml").read_text(encoding="utf-8")
    slot = (basis / "requirements" / "basis.txt").read_text(encoding="utf-8")
    for eis in tomllib.loads(bron)["project"]["dependencies"]:
        naam = re.split(r"[\[~=<>]", eis)[0]
        assert f"\n{naam}==" in slot
        assert re.search(rf'"{re.escape(eis)}",\s+# \S', bron), f"{eis} has no reason"


def test_the_npm_lock_is_exact_and_names_no_registry(basis: Path) -> None:
    slot = json.loads((basis / "package-lock.json").read_text(encoding="utf-8"))
    eisen = json.loads((basis / "package.json").read_text(encoding="utf-8"))
    for naam, versie in {**eisen["dependencies"], **eisen["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", versie), naam
        assert slot["packages"][f"node_modules/{naam}"]["version"] == versie
    for naam, pakket in slot["packages"].items():
        assert "resolved" not in pakket, naam
        assert not naam or pakket["integrity"].startswith("sha512-")


def test_the_licence_is_the_eupl(basis: Path) -> None:
    tekst = (basis / "LICENSE").read_text(encoding="utf-8")
    assert tekst.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    for artikel in range(1, 16):
        assert re.search(rf"^{artikel}\. ", tekst, re.MULTILINE), artikel
    for bestand in ("pyproject.toml", "package.json", "publiccode.yml"):
        assert "EUPL-1.2" in (basis / bestand).read_text(encoding="utf-8")


@pytest.mark.parametrize("woord", [r"/wo" + r"rk/", r"/tm" + r"p/[a-z]", r"--(extra-)?index-" + r"url [^-]"])
def test_no_file_holds_a_path_or_place_of_one_machine(basis: Path, woord: str) -> None:
    for bestand in bestanden(basis):
        tekst = bestand.read_bytes()
        if b"\0" not in tekst:
            assert not re.search(woord.encode(), tekst), f"{bestand.relative_to(basis)}: {woord}"


def test_nothing_made_here_is_kept_by_git(basis: Path) -> None:
    gemaakt = {"var", ".venv", "node_modules", "__pycache__"}
    assert not [pad for pad in bestanden(basis) if gemaakt & set(pad.relative_to(basis).parts)]


def test_no_module_is_called_after_nothing(basis: Path) -> None:
    verboden = {"utils.py", "helpers.py", "services.py", "common.py"}
    assert not [pad for pad in bestanden(basis) if pad.name in verboden]
