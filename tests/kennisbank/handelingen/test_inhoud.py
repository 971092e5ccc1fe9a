"""Our own filling: whole, repeatable, and never over the work of people."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

from governance.instrumenten import uitgangspunten
from kennisbank.handelingen import artikelen
from kennisbank.handelingen.inhoud import laad_eigen_invulling
from kennisbank.inhoud import Vulling, gemeentebreed, hoofdpunten, vullingen
from kennisbank.models import Artikel, Artikelversie, Fase, Leespad, Soort, Status
from kennisbank.models.artikel import VOORVOEGSELS
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.tekst import artikel_html
from tests.fabriek import NU, maak_gebruiker

ALLES = vullingen()
LATER = NU + timedelta(days=1)


@pytest.mark.django_db
def test_every_file_is_an_article_that_the_rules_allow() -> None:
    """Loading saves without asking the rules one by one, so they are asked here."""
    laad_eigen_invulling(NU)
    for versie in Artikelversie.objects.select_related("artikel"):
        try:
            versie.full_clean()
        except ValidationError as fout:
            pytest.fail(f"{versie.artikel.slug}: {fout}")
    assert Artikelversie.objects.filter(status=Status.GEPUBLICEERD, eigen_invulling=True).count() == len(ALLES)


@pytest.mark.django_db
def test_loading_again_changes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    (gedaan,) = laad_eigen_invulling(NU)
    assert gedaan == f"kennisbank: {len(ALLES)} artikelen erbij, 0 bijgewerkt"
    with django_assert_num_queries(4):  # a savepoint around two readings
        assert laad_eigen_invulling(LATER) == []


@pytest.mark.django_db
def test_a_newer_text_of_ours_follows_but_not_over_people(monkeypatch: pytest.MonkeyPatch) -> None:
    laad_eigen_invulling(NU)
    griffier = maak_gebruiker(Rol.GRIFFIE)
    begonnen, weg = Artikel.objects.get(slug="mandaat"), Artikel.objects.get(slug="uittreding")
    artikelen.begin_versie(artikel=begonnen, door=griffier, op=NU)
    ingetrokken = Artikelversie.objects.get(artikel=weg)
    artikelen.trek_in(artikelversie=ingetrokken, versie=ingetrokken.versie, door=griffier, op=NU)
    nieuw = [
        Vulling(een.slug, een.soort, een.velden | {"samenvatting": "Nieuwe tekst."})
        for een in ALLES
        if een.slug in ("mandaat", "uittreding", "zienswijze")
    ]
    monkeypatch.setattr("kennisbank.handelingen.inhoud.vullingen", lambda: nieuw)
    assert laad_eigen_invulling(LATER) == ["kennisbank: 0 artikelen erbij, 1 bijgewerkt"]
    standen = {
        slug: list(Artikelversie.objects.filter(artikel__slug=slug).order_by("nummer").values_list("status", flat=True))
        for slug in ("mandaat", "uittreding", "zienswijze")
    }
    assert standen == {
        "mandaat": ["gepubliceerd", "concept"],
        "uittreding": ["ingetrokken"],
        "zienswijze": ["ingetrokken", "gepubliceerd"],
    }


def test_addresses_are_unique_and_lead_somewhere() -> None:
    slugs = [een.slug for een in ALLES]
    assert len(set(slugs)) == len(slugs)
    assert not set(slugs) & artikelen.BEZET
    for een in ALLES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", een.slug), een.slug
        assert set(een.velden.get("zie_ook", ())) <= set(slugs), een.slug
        for soort, begin in VOORVOEGSELS.items():
            assert een.slug.startswith(begin) == (een.soort == soort), een.slug


def test_guidance_stands_only_on_places_that_exist() -> None:
    gebruikt = {plek for een in ALLES for plek in een.velden.get("plekken", ())}
    assert gebruikt <= set(register.plekken)


def test_every_article_can_be_read_and_says_where_it_comes_from() -> None:
    for een in ALLES:
        assert een.velden["bron"].strip(), een.slug
        assert len(een.velden["samenvatting"]) <= 600, een.slug
        if een.soort in (Soort.HANDREIKING, Soort.LES, Soort.PRAKTIJKVOORBEELD, Soort.BIBLIOTHEEK):
            assert artikel_html(een.velden["tekst"]), een.slug
            assert een.velden["herzien_voor"], een.slug


def test_paths_have_every_step_once() -> None:
    for pad, lengte in (("raadslid", 5), ("accounthouder", 10)):
        stappen = sorted(een.velden["stap"] for een in ALLES if een.velden.get("leespad") == pad)
        assert stappen == list(range(1, lengte + 1))


def test_principles_are_those_of_the_instruments() -> None:
    van_hier = [sleutel for punt in hoofdpunten() for sleutel in punt.uitgangspunten]
    assert van_hier == list(uitgangspunten())
    assert len(van_hier) == 21
    assert gemeentebreed() == {"overzicht"}


def test_every_link_in_our_texts_leads_into_the_portal() -> None:
    """An address of the portal resolves, and one of an article is an article of ours."""
    slugs = {een.slug for een in ALLES}
    for een in ALLES:
        for pad in re.findall(r"\]\((/[^)?#]*)", str(een.velden.get("tekst", ""))):
            gevonden = resolve(pad)
            assert gevonden.kwargs.get("artikel", een.slug) in slugs, (een.slug, pad)


def test_every_life_phase_has_a_page_with_links_to_its_tools() -> None:
    teksten = {een.slug: str(een.velden.get("tekst", "")) for een in ALLES}
    for fase in Fase.values:
        assert teksten[f"fase-{fase}"].count("](/") >= 3, fase


def test_every_step_of_the_path_for_a_council_member_leads_into_the_portal() -> None:
    stappen = [een for een in ALLES if een.velden.get("leespad") == Leespad.RAADSLID]
    assert len(stappen) == 5
    assert [een.slug for een in stappen if "](/" not in str(een.velden["tekst"])] == []
    lessen = [een for een in ALLES if een.velden.get("leespad") == Leespad.ACCOUNTHOUDER]
    assert len(lessen) == 10
