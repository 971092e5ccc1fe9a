"""The side for residents. Every view is a function of what is public; `openbaar` does the rest."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse

from samenwerkingswijzer.bevriezen import vaste_vorm
from samenwerkingswijzer.openbaar.bladzijde import Stuk, Vraag, openbaar, pagina
from samenwerkingswijzer.openbaar.velden import Plek, rijen
from verbanden.lijst.uitvoer import bestandsnaam
from verbanden.models import VastgesteldeLijst
from verbanden.openbaar import bestanden, catalogus, schema, weergave
from verbanden.openbaar.lezen import Openbaar, lees, vastgestelde_lijsten

TEKST = "text/plain; charset=utf-8"
XML = "application/xml"
BLADZIJDEN = ("openbaar", "openbaar_gegevens", "openbaar_toegankelijkheid")


@openbaar
def overzicht(vraag: Vraag) -> Stuk:
    """All partnerships, what they are for and what they cost."""
    alles = lees(vraag.dag)
    return _pagina(
        "overzicht",
        alles,
        groepen=weergave.groepen(alles),
        kort=weergave.kerngetallen(alles),
        praat_mee=weergave.praat_mee(alles, alles.momenten),
        lijsten=weergave.lijsten(alles.lijsten),
    )


@openbaar
def verband(vraag: Vraag, slug: str) -> Stuk:
    """One partnership."""
    alles = lees(vraag.dag)
    een = next((s for s in alles.samenwerkingen if s.kern["slug"] == slug), None)
    if een is None:
        raise Http404
    return _pagina(
        "verband",
        alles,
        een=een,
        naam=weergave.naam(een),
        feiten=weergave.feiten(een, alles),
        jaren=weergave.jaarregels(een, alles),
        stukken=weergave.stukken(een),
        praat_mee=weergave.praat_mee(alles, (m for m in alles.momenten if m.verband_id == een.kern["id"])),
    )


@openbaar
def gegevens(vraag: Vraag) -> Stuk:
    """What the open data hold and how to get them."""
    alles = lees(vraag.dag)
    kolommen = bestanden.kolommen(vraag.dag, vraag.basis)
    return _pagina("gegevens", alles, kolommen=kolommen, lijsten=weergave.lijsten(alles.lijsten))


@openbaar
def toegankelijkheid(vraag: Vraag) -> Stuk:
    """The accessibility statement."""
    return _pagina("toegankelijkheid", lees(vraag.dag))


@openbaar
def bestand(vraag: Vraag, formaat: str) -> Stuk:
    """All partnerships as a file."""
    if formaat not in catalogus.BESTANDEN:
        raise Http404
    return bestanden.maak(formaat, lees(vraag.dag), vraag.basis)


@openbaar
def beschrijf(vraag: Vraag, formaat: str) -> Stuk:
    """What the file in this format looks like, for programs."""
    if formaat not in catalogus.BESTANDEN:
        raise Http404
    return schema.maak(formaat, vraag)


@openbaar
def beschrijving(vraag: Vraag) -> Stuk:
    """The description of the open data for catalogues."""
    return catalogus.maak(lees(vraag.dag), vraag)


@openbaar
def lijst(vraag: Vraag, soort: str, jaar: int, nummer: int, formaat: str) -> Stuk:
    """An adopted list, exactly as it was adopted."""
    gevraagd = {"soort": soort, "jaar": jaar, "nummer": nummer}
    edities = [rij for rij in vastgestelde_lijsten(vraag.dag) if gevraagd.items() <= rij.items()]
    if not edities or formaat not in ("pdf", "json"):
        raise Http404
    (vast,) = rijen(VastgesteldeLijst.objects.filter(editie_id=edities[0]["id"]).order_by(), Plek.LIJST)
    naam = f"{bestandsnaam(vast['gegevens'])}.{formaat}"
    if formaat == "pdf":
        return Stuk(bytes(vast["pdf"]), "application/pdf", naam, inline=True)
    return Stuk(vaste_vorm(vast["gegevens"]), "application/json", naam)


@openbaar
def robots(vraag: Vraag) -> Stuk:
    """What search engines may read: the side for residents and nothing else."""
    kaart = vraag.basis + reverse("verbanden:openbaar_sitemap")
    regels = ("User-agent: *", "Allow: /openbaar/", "Allow: /static/", "Disallow: /", f"Sitemap: {kaart}", "")
    return Stuk("\n".join(regels).encode(), TEKST)


@openbaar
def sitemap(vraag: Vraag) -> Stuk:
    """The addresses of all public pages."""
    vast = [reverse(f"verbanden:{naam}") for naam in BLADZIJDEN]
    paden = [*vast, *(weergave.adres(s.kern["slug"]) for s in lees(vraag.dag).samenwerkingen)]
    adressen = "".join(f"<url><loc>{vraag.basis}{pad}</loc></url>" for pad in paden)
    kop = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return Stuk(f"{kop}{adressen}</urlset>".encode(), XML)


def _pagina(sjabloon: str, alles: Openbaar, **context: Any) -> Stuk:
    vast = {"gemeente": alles.gemeente, "dag": alles.dag, "jaar": alles.dag.year, "waar": sjabloon}
    return pagina(f"verbanden/openbaar/{sjabloon}.html", **vast, **context)
