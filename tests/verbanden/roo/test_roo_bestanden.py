"""Files that are not a sound register: one Dutch sentence each, and nothing else is ever raised."""

import gzip
import io
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbanden.roo import bron, stroom
from verbanden.roo.fouten import RegisterFout
from verbanden.roo.lezer import gemeenten, lees

KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
LACHEN = KOP + (
    '<!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><overheidsorganisaties>&c;</overheidsorganisaties>'
)
BUITEN = KOP + (
    '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/hostname">]><overheidsorganisaties>&x;</overheidsorganisaties>'
)
BUITEN_DTD = KOP + '<!DOCTYPE o SYSTEM "http://127.0.0.1:9/kwaad.dtd"><overheidsorganisaties/>'


def open_register(binnen: str) -> str:
    """A register with this content in one regeling."""
    return (
        f'{KOP}<overheidsorganisaties timestamp="2026-06-01"><gemeenschappelijkeRegelingen><regeling systeemId="1">'
        f"{binnen}</regeling></gemeenschappelijkeRegelingen></overheidsorganisaties>"
    )


def zip_met(naam: str) -> bytes:
    """A zip file with one file in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        archief.writestr(naam, KOP)
    return buffer.getvalue()


VERKEERD = {
    "leeg": (b"", "Het bestand is leeg."),
    "leeg ingepakt": (gzip.compress(b""), "Het bestand is leeg."),
    "zip": (zip_met("exportOO.xml"), "zip-bestand"),
    "pdf": (b"%PDF-1.7\n", "pdf-bestand"),
    "webpagina": (b"<!doctype html><html><body>404</body></html>", "webpagina"),
    "webpagina zonder documenttype": (b"<html><body></body></html>", "webpagina"),
    "webpagina na xml-kop": (f"{KOP}<!DOCTYPE html><html/>", "webpagina"),
    "andere xml": (f"{KOP}<factuur/>", "begint met 'factuur'"),
    "tekst": (b"naam;vorm\nDCMR;OL\n", "geen geldige XML"),
    "json": (b'{"regelingen": []}', "geen geldige XML"),
    "ruis": (bytes(range(256)), "geen geldige XML"),
    "nulbytes": (b"\0" * 200, "geen geldige XML"),
    "onbekende codering": (b'<?xml version="1.0" encoding="klingon"?><a/>', "geldige XML|tekencodering"),
    "codering van meer bytes": (b'<?xml version="1.0" encoding="gbk"?><a/>', "geldige XML|tekencodering"),
    "verkeerde bytes": (open_register("<titel>\xff</titel>").encode("latin-1"), "geen geldige XML"),
    "leeg register": (f'{KOP}<overheidsorganisaties timestamp="2026-06-01"/>', "bevat geen gemeenten"),
    "zonder datum": (f"{KOP}<overheidsorganisaties/>", "van welke dag"),
    "dubbele wortel": (f"{KOP}<overheidsorganisaties timestamp='2026-06-01'/><a/>", "geen geldige XML"),
    "onbekende entiteit": (open_register("<titel>&ander;</titel>"), "geen geldige XML"),
    "entiteitenbom": (LACHEN, "documenttype"),
    "entiteitenbom ingepakt": (gzip.compress(LACHEN.encode()), "documenttype"),
    "entiteit van buiten": (BUITEN, "documenttype"),
    "documenttype van buiten": (BUITEN_DTD, "documenttype"),
    "kapotte gzip": (b"\x1f\x8b\x08\x00" + b"kapot" * 20, "beschadigd"),
    "gzip met staart": (gzip.compress(open_register("").encode()) + b"staart", "beschadigd"),
    "te diep": (open_register("<a>" * 100 + "</a>" * 100), "te diep"),
    "te lange tekst": (open_register(f"<titel>{'x' * (stroom.TEKST_TEKENS_MAX + 1)}</titel>"), "te lange tekst"),
    "te veel in een record": (open_register("<a/>" * (stroom.RECORD_ELEMENTEN_MAX + 1)), "te groot record"),
    "te veel tekst in een record": (open_register(f"<a>{'x' * 40_000}</a>" * 51), "te groot record"),
    "enorm kenmerk": (open_register(f"<a b='{'x' * (6 * 1024**2)}'/>"), "ongewoon groot"),
}


@pytest.mark.parametrize("soort", VERKEERD)
def test_wrong_file_gives_one_dutch_sentence(soort, schrijf):
    inhoud, melding = VERKEERD[soort]
    bestand = schrijf(inhoud)
    for lezen in (gemeenten, lambda pad: lees(pad, "Verzonnendam", peildatum=date(2026, 6, 1))):
        with pytest.raises(RegisterFout, match=melding) as gevangen:
            lezen(bestand)
        assert str(gevangen.value).endswith(".")
        assert "\n" not in str(gevangen.value)


@pytest.mark.parametrize(("naam", "melding"), [("weg.xml", "bestaat niet"), (".", "geen gewoon bestand")])
def test_what_is_not_a_file(tmp_path, naam, melding):
    with pytest.raises(RegisterFout, match=melding):
        gemeenten(tmp_path / naam)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(RegisterFout, match="geen gewoon bestand"):
        gemeenten(tmp_path / "pijp")


@pytest.mark.parametrize("naam", ["met\0nul.xml", "x" * 5000])
def test_impossible_names(naam):
    with pytest.raises(RegisterFout, match=r"bestaat niet|kan niet worden gelezen"):
        gemeenten(Path(naam))


def test_a_file_without_permission(schrijf, monkeypatch):
    bestand = schrijf(open_register(""))

    def geweigerd(self, *args, **kwargs):
        raise PermissionError(13, "geweigerd")

    monkeypatch.setattr(Path, "open", geweigerd)
    with pytest.raises(RegisterFout, match="leesrechten"):
        gemeenten(bestand)


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("ingepakt", [False, True])
def test_truncated_file_is_called_so(verzonnen_register, schrijf, deel, ingepakt):
    inhoud = verzonnen_register.read_bytes()
    inhoud = gzip.compress(inhoud) if ingepakt else inhoud
    bestand = schrijf(inhoud[: int(len(inhoud) * deel)])
    with pytest.raises(RegisterFout, match="afgebroken"):
        gemeenten(bestand)


def test_bomb_in_a_gzip_is_stopped_early(schrijf):
    bestand = schrijf(gzip.compress(open_register(f"<a>{' ' * (64 * 1024**2)}</a>").encode(), 9))
    assert bestand.stat().st_size < 1024**2
    with pytest.raises(RegisterFout, match=r"zwelt|te lange tekst"):
        gemeenten(bestand)


def test_swelling_outside_the_records_is_stopped_by_the_ratio(schrijf):
    vulling = f"<a>{' ' * (32 * 1024**2)}</a>"
    bestand = schrijf(gzip.compress(f"{KOP}<overheidsorganisaties>{vulling}</overheidsorganisaties>".encode(), 9))
    with pytest.raises(RegisterFout, match="zwelt"):
        list(stroom.records(bestand))


def test_size_has_an_upper_limit(schrijf, monkeypatch):
    monkeypatch.setattr(bron, "BYTES_MAX", 1024**2)
    bestand = schrijf(b"x" * (2 * 1024**2))
    with pytest.raises(RegisterFout, match="groter dan 1 MB"):
        list(bron.blokken(bestand))


@pytest.mark.parametrize(
    ("grens", "melding"), [("ELEMENTEN_MAX", "te veel elementen"), ("RECORDS_MAX", "te veel records")]
)
def test_counts_have_upper_limits(verzonnen_register, monkeypatch, grens, melding):
    monkeypatch.setattr(stroom, grens, 5)
    with pytest.raises(RegisterFout, match=melding):
        gemeenten(verzonnen_register)


def test_long_silence_is_stopped(schrijf):
    bestand = schrijf(f"{KOP}<!-- {'x' * (6 * 1024**2)} --><overheidsorganisaties/>")
    with pytest.raises(RegisterFout, match="ongewoon groot"):
        list(stroom.records(bestand))


def uitkomst(bestand: Path) -> str:
    """What comes of reading a file: 'gelezen' or 'geweigerd'; any other error goes through."""
    try:
        lees(bestand, "gm9001", peildatum=date(2026, 6, 1))
    except RegisterFout:
        return "geweigerd"
    return "gelezen"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(plek=st.floats(0, 1), weg=st.integers(0, 40), erbij=st.binary(max_size=12))
def test_any_damage_gives_a_result_or_the_one_error(verzonnen_register, tmp_path, plek, weg, erbij):
    heel = verzonnen_register.read_bytes()
    hier = int(plek * len(heel))
    bestand = tmp_path / "beschadigd.xml"
    bestand.write_bytes(heel[:hier] + erbij + heel[hier + weg :])
    assert uitkomst(bestand) in {"gelezen", "geweigerd"}
