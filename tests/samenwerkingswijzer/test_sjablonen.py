"""The base page and the pages for errors, rendered without a database."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import path

SJABLONEN = Path(settings.BASE_DIR) / "templates"
CSS = Path(settings.BASE_DIR) / "static" / "css"
GEEN_STIJL = re.compile(r"""\sstyle=|\son[a-z]+=["']|<script(?![^>]*\bsrc=)|<style|javascript:""", re.IGNORECASE)


def _leeg(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


# The address of the demo exists in a demo only.
urlpatterns = [path("demo", _leeg, name="demo_inloggen")]


def toon(sjabloon: str, *, verleden: bool = False, aangemeld: bool = True, **context: Any) -> str:
    verzoek = RequestFactory().get("/verbanden/?q=a&klasse=b")
    verzoek.user = SimpleNamespace(is_authenticated=aangemeld, get_rol_display="Griffie")  # type: ignore[assignment]
    verzoek.peildatum = SimpleNamespace(dag=date(2026, 3, 1), verleden=verleden)  # type: ignore[attr-defined]
    menu = [SimpleNamespace(titel="Verbanden", url="/verbanden/", actief=True)]
    portaal = {"demo": True, "gemeente": SimpleNamespace(naam="Proefstad"), "menu": menu}
    basis = {"request": verzoek, "portaal": portaal, "csrf_token": "x"}
    return str(Template(f'{{% include "{sjabloon}" %}}').render(Context({**basis, **context})))


def test_de_serverfout_heeft_niets_nodig() -> None:
    assert "Er ging iets mis bij ons" in render_to_string("500.html")


@pytest.mark.parametrize("status", ["400", "403", "404"])
def test_een_foutpagina_zegt_wat_er_is_en_hoe_verder(status: str) -> None:
    html = toon(f"{status}.html", kop="Dit kan niet", uitleg="Omdat het niet <kan>.")
    assert "<h1" in html
    assert "<title>Dit kan niet - Samenwerkingswijzer</title>" in re.sub(r"\s+", " ", html)
    assert "niet &lt;kan&gt;" in html
    assert "Naar de startpagina" in html


def test_vandaag_is_er_geen_band() -> None:
    html = toon("404.html")
    assert "U kijkt naar" not in html
    assert "sw-past" not in html
    assert 'aria-current="page"' in html
    assert "cijfers zijn fictief" in html


def test_een_eerdere_datum_is_overal_te_zien() -> None:
    html = toon("404.html", verleden=True)
    assert "U kijkt naar 1 maart 2026" in html
    assert 'href="/verbanden/?q=a&amp;klasse=b&amp;peildatum="' in html
    assert "sw-past" in html


def test_zonder_aanmelding_geen_uitloggen_en_geen_rol() -> None:
    html = toon("404.html", aangemeld=False)
    assert "Uitloggen" not in html
    assert "Griffie" not in html


@pytest.mark.urls(__name__)
def test_de_demo_biedt_rollen_met_elk_een_eigen_formulier() -> None:
    accounts = [SimpleNamespace(email="a@voorbeeld.nl", naam="A. Proef", rol_naam="Raadslid")] * 2
    html = toon("onderdelen/demo_inloggen.html", demo_accounts=accounts)
    assert html.count('<form method="post"') == 2
    assert html.count("csrfmiddlewaretoken") == 2


def test_geen_sjabloon_bevat_stijl_of_script_in_de_bladzijde() -> None:
    schuldig = [pad.name for pad in SJABLONEN.rglob("*.html") if GEEN_STIJL.search(pad.read_text())]
    assert schuldig == []


def test_elk_stijlblad_wordt_geladen_en_leest_alleen_namen_die_bestaan() -> None:
    app = (CSS / "app.css").read_text()
    los = {
        "app.css",
        "print.css",
        "lijst.css",
        "afweging-druk.css",
        "besluitenlijst.css",
        "leesbladen.css",
        "zienswijze-druk.css",
        "agenda-druk.css",
        "doelen-druk.css",
        "evaluatie-druk.css",
    }
    bladen = [pad for pad in CSS.rglob("*.css") if pad.name not in los]
    assert [str(pad) for pad in bladen if f'"{pad.relative_to(CSS).as_posix()}"' not in app] == []
    tekst = "\n".join(pad.read_text() for pad in CSS.rglob("*.css"))
    gebruikt = set(re.findall(r"var\((--sw-[a-z0-9-]+)", tekst))
    gemaakt = set(re.findall(r"^\s*(--sw-[a-z0-9-]+):", tekst, re.MULTILINE)) | set(
        re.findall(r"[{;]\s*(--sw-[a-z0-9-]+):", tekst)
    )
    assert gebruikt - gemaakt == set()


def test_elke_klasse_heeft_een_huis() -> None:
    """Two files that give the same class its shape fight: the last one wins on pages that the other was made for."""
    bladen = [blad for map_ in ("onderdelen", "schermen") for blad in (CSS / map_).glob("*.css")]
    huizen: dict[str, set[str]] = {}
    for blad in bladen:
        for klasse in re.findall(r"^\.(sw-[\w-]+) \{", blad.read_text(), re.MULTILINE):
            huizen.setdefault(klasse, set()).add(blad.name.replace("-smal", ""))
    assert {klasse: namen for klasse, namen in huizen.items() if len(namen) > 1} == {}
