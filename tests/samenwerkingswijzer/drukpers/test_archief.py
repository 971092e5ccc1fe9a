"""Every stream of a file ends so that all checkers read the same length (ISO 19005-2, 6.1.7.1)."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from samenwerkingswijzer.drukpers.archief import bewaar
from samenwerkingswijzer.drukpers.stromen import SLECHT_EINDE

FOUT = SLECHT_EINDE + b"\nendstream"
BESTANDEN, OBJECTEN = 150, 500


def vol(nummer: int) -> pikepdf.Pdf:
    """A document with so many objects that they lie together in some streams; each number gives another."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.StructTreeRoot.K = Array(
        [pdf.make_indirect(Dictionary(T=String(f"{nummer} {plek}"))) for plek in range(OBJECTEN)]
    )
    return pdf


def zonder_zorg(pdf: pikepdf.Pdf) -> bytes:
    """Saved as the library does it."""
    uit = BytesIO()
    pdf.save(uit, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


def test_geen_stroom_eindigt_zo_dat_een_controle_zijn_lengte_anders_leest() -> None:
    slecht = [nummer for nummer in range(BESTANDEN) if FOUT in zonder_zorg(vol(nummer))]
    assert slecht  # otherwise this test says nothing
    assert [nummer for nummer in range(BESTANDEN) if FOUT in bewaar(vol(nummer))] == []
    with pikepdf.open(BytesIO(bewaar(vol(slecht[0])))) as pdf:
        assert [str(een.T) for een in pdf.Root.StructTreeRoot.K] == [f"{slecht[0]} {plek}" for plek in range(OBJECTEN)]


def test_hetzelfde_document_geeft_dezelfde_bytes() -> None:
    assert bewaar(vol(1)) == bewaar(vol(1))
