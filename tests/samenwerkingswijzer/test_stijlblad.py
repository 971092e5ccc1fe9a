"""The style sheets as one file: everything in its layer and in its order, and every address still right."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from samenwerkingswijzer.stijlblad import INVOER, SamengevoegdeOpslag, voeg_samen

STATIC = Path(settings.BASE_DIR) / "static"


def test_elk_blad_staat_er_een_keer_in_op_volgorde() -> None:
    ingevoerd = INVOER.findall((STATIC / "css" / "app.css").read_text())
    samen = voeg_samen("css/app.css")
    assert "@import" not in samen
    assert "@charset" not in samen
    eigen = [pad for pad, _ in ingevoerd if not pad.startswith("..") and pad != "basis/letter.css"]
    plekken = [samen.index((STATIC / "css" / pad).read_text()) for pad in eigen]
    assert len(plekken) > 40
    assert plekken == sorted(plekken)
    lagen = [laag for _, laag in ingevoerd if laag]
    assert re.findall(r"^@layer ([a-z]+) \{$", samen, re.MULTILINE) == lagen
    assert samen.index("@layer nlds, bridge, base, layout, component, screen, utility;") < samen.index("@layer nlds {")


def test_elke_verwijzing_wijst_nog_naar_een_bestand() -> None:
    adressen = re.findall(r'url\("([^"]+)"\)', voeg_samen("css/app.css"))
    bestanden = [adres for adres in adressen if not adres.startswith("data:")]
    assert bestanden == [f"../vendor/fonts/source-sans-3-{snede}.woff2" for snede in (
        "latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic")]  # fmt: skip
    assert [adres for adres in bestanden if not finders.find(adres.removeprefix("../"))] == []


def test_de_opslag_bewaart_het_samengevoegde_blad(tmp_path: Path) -> None:
    opslag = SamengevoegdeOpslag(location=tmp_path)
    gevonden = _gevonden()
    for naam, bron in gevonden.items():
        with bron.open(naam) as bestand:
            opslag._save(naam, bestand)
    namen = {nieuw for _, nieuw, _ in opslag.post_process({naam: (bron, naam) for naam, bron in gevonden.items()})}
    (blad,) = [naam for naam in namen if re.fullmatch(r"css/app\.[0-9a-f]{12}\.css", str(naam))]
    assert "@import" not in (tmp_path / blad).read_text()
    assert (tmp_path / f"{blad}.gz").stat().st_size < 100_000


def _gevonden() -> dict[str, Any]:
    """What `app.css` needs: the files, each with the storage in which it lies."""
    hierin = ("css/", "vendor/")
    alles = [(naam, bron) for vinder in finders.get_finders() for naam, bron in vinder.list([])]
    return {naam: bron for naam, bron in alles if naam.startswith(hierin) and not naam.endswith("-druk.css")}


def test_een_blad_dat_ontbreekt_valt_op() -> None:
    with pytest.raises(FileNotFoundError, match="bestaat-niet"):
        voeg_samen("css/bestaat-niet.css")
