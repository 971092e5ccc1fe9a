"""Draws an image anew: only the picture stays, without place, camera, hidden text or whatever else was in the file."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from samenwerkingswijzer.bestanden.soorten import Geweigerd

MEESTE_BEELDPUNTEN = 50_000_000
KWALITEIT = 88
TE_GROOT_BEELD = "Deze afbeelding heeft meer dan 50 miljoen beeldpunten. Maak haar kleiner."
STUK = "Deze afbeelding is beschadigd. Bewaar haar opnieuw."


def herteken(inhoud: bytes, soort: str) -> bytes:
    """The picture as a new file of the same kind (png or jpeg)."""
    Image.MAX_IMAGE_PIXELS = MEESTE_BEELDPUNTEN
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(inhoud), formats=(soort.upper(),)) as beeld:
                return _schrijf(_kaal(beeld, soort), soort)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as fout:
        raise Geweigerd(TE_GROOT_BEELD) from fout
    except (OSError, ValueError, SyntaxError, EOFError) as fout:
        raise Geweigerd(STUK) from fout


def _kaal(beeld: Image.Image, soort: str) -> Image.Image:
    """Upright, in plain colours, with nothing beside the picture."""
    recht = ImageOps.exif_transpose(beeld)
    if recht.mode.startswith("I"):  # 16 bits of grey
        recht = recht.convert("I").point(lambda grijs: grijs * (1 / 256)).convert("L")
    doorzichtig = soort == "png" and recht.has_transparency_data
    kleuren = "RGBA" if doorzichtig else "L" if recht.mode in ("1", "L") else "RGB"
    kaal = recht.convert(kleuren).copy()
    kaal.info.clear()
    return kaal


def _schrijf(beeld: Image.Image, soort: str) -> bytes:
    uit = BytesIO()
    if soort == "png":
        beeld.save(uit, format="PNG", optimize=False)
    else:
        beeld.save(uit, format="JPEG", quality=KWALITEIT)
    return uit.getvalue()
