"""Names of files come out harmless, whatever people or programs made of them (T20, T34)."""

from __future__ import annotations

import unicodedata

import pytest
from django.utils.http import content_disposition_header
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.bestanden.namen import LANGSTE, schone_naam


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("Begroting 2027.pdf", "Begroting 2027.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\map\\stuk.PDF", "stuk.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
        ("stuk\u202efdp.exe.pdf", "stukfdp.exe.pdf"),
        ("nul\x00byte.pdf", "nulbyte.pdf"),
        ('<img src="x">.pdf', "img src=x.pdf"),
        ("...pdf", "bestand.pdf"),
        ("", "bestand.pdf"),
        ("coöperatie é.pdf", "coöperatie é.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("a.pdf.html", "a.pdf.html.pdf"),
    ],
)
def test_a_name_comes_out_harmless(naam: str, schoon: str) -> None:
    assert schone_naam(naam, "pdf") == schoon


@given(st.text(max_size=400))
def test_no_name_steers_turns_or_hides(naam: str) -> None:
    schoon = schone_naam(naam, "pdf")
    assert schoon.endswith(".pdf")
    assert 5 <= len(schoon) <= LANGSTE
    assert not schoon.startswith((".", " "))
    assert not set(schoon) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(teken).startswith("C") for teken in schoon)
    assert schone_naam(schoon, "pdf") == schoon
    kop = content_disposition_header(as_attachment=True, filename=schoon)
    assert kop is not None
    assert kop.startswith("attachment; filename")
    assert kop.isascii()
    assert kop.isprintable()
