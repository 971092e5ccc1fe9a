"""The marks that stand everywhere: always a word and a shape beside the colour."""

import pytest

from samenwerkingswijzer.merken import KLASSEN, OORDELEN, klasse, oordeel
from verbanden.models.keuzes import Klasse, Oordeel


def test_elk_oordeel_en_elke_klasse_heeft_een_merk() -> None:
    assert {code: woord for code, (woord, _) in OORDELEN.items()} == dict(Oordeel.choices)
    assert {code: woord for code, (woord, _) in KLASSEN.items()} == dict(Klasse.choices)


@pytest.mark.parametrize("code", OORDELEN)
def test_een_oordeel_is_woord_vorm_en_tint(code: str) -> None:
    html = oordeel(code)
    assert OORDELEN[code][0] in html
    assert '<svg class="sw-shape' in html
    assert f"sw-status--{code.replace('_', '-')}" in html


def test_een_oordeel_in_de_lijst_is_klein_en_zonder_vlak() -> None:
    html = oordeel("geen", "plain small", "Niet <gestart>")
    assert "utrecht-status-badge" not in html
    assert "sw-status--plain sw-status--small" in html
    assert "Niet &lt;gestart&gt;" in html


@pytest.mark.parametrize(("code", "vol"), [(code, vol) for code, (_, vol) in KLASSEN.items()] + [("", 0)])
def test_een_klasse_heeft_vier_blokjes(code: str, vol: int) -> None:
    html = klasse(code, chip=True)
    assert html.count("<rect") == 4
    assert html.count("is-off") == 4 - vol
    assert "," not in html.split("</svg>", maxsplit=1)[0]


def test_zonder_klasse_staat_er_nog_niet_bepaald() -> None:
    assert "Nog niet bepaald" in klasse(None)


@pytest.mark.parametrize("code", ["goed", "OP_KOERS", ""])
def test_een_onbekend_oordeel_is_een_fout(code: str) -> None:
    with pytest.raises(ValueError, match="oordeel"):
        oordeel(code)


def test_een_onbekende_vorm_of_klasse_is_een_fout() -> None:
    with pytest.raises(ValueError, match="vorm"):
        oordeel("geen", "rond")
    with pytest.raises(ValueError, match="klasse"):
        klasse("heel_belangrijk")
