"""Our own source as syntax trees, for tests that look for calls that must not be there."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from samenwerkingswijzer.lokaal.plekken import BASIS

APPS = ("samenwerkingswijzer", "verbanden", "governance", "evaluatie", "kennisbank")


@cache
def bestanden(*soorten: str) -> tuple[Path, ...]:
    """The files that git keeps, as paths from the root; with `soorten` only those endings, such as '.py'."""
    uitvoer = subprocess.run(["git", "ls-files", "-z"], cwd=BASIS, capture_output=True, text=True, check=True).stdout  # noqa: S607
    paden = [Path(naam) for naam in uitvoer.split("\0") if naam and (BASIS / naam).is_file()]
    return tuple(pad for pad in paden if not soorten or pad.suffix in soorten)


def tekst(pad: Path) -> str:
    """What stands in a file; empty when it is no text."""
    ruw = (BASIS / pad).read_bytes()
    return "" if b"\0" in ruw else ruw.decode("utf-8")


@cache
def bronnen() -> tuple[tuple[Path, ast.Module], ...]:
    """Each Python file of our apps that runs in the portal, with its tree; migrations are left out."""
    paden = [pad for pad in bestanden(".py") if pad.parts[0] in APPS and "migrations" not in pad.parts]
    return tuple((pad, ast.parse(tekst(pad))) for pad in paden)


def knopen(soort: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of this kind in our apps."""
    for pad, boom in bronnen():
        for knoop in ast.walk(boom):
            if isinstance(knoop, soort):
                yield pad, knoop


def naam(knoop: ast.AST) -> str:
    """The dotted name of an expression: 'a.b.c' for `a.b().c`; calls and indexes on the way are skipped."""
    if isinstance(knoop, ast.Name):
        return knoop.id
    if isinstance(knoop, ast.Attribute):
        return f"{naam(knoop.value)}.{knoop.attr}".lstrip(".")
    if isinstance(knoop, ast.Call):
        return naam(knoop.func)
    return naam(knoop.value) if isinstance(knoop, ast.Subscript) else ""


def aanroepen() -> Iterator[tuple[str, str, ast.Call]]:
    """Each call in our apps: file, dotted name of what is called, and the call."""
    for pad, knoop in knopen(ast.Call):
        assert isinstance(knoop, ast.Call)
        yield pad.as_posix(), naam(knoop.func), knoop
