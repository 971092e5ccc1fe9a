"""Writing, reviewing with other eyes, publishing and withdrawing."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kennisbank.handelingen import artikelen
from kennisbank.models import Artikel, Artikelversie, Soort, Status
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.vergrendeling import VersieConflict
from tests.fabriek import NU, maak_artikel, maak_gebruiker

pytestmark = pytest.mark.django_db
INHOUD = {"titel": "Gids", "samenvatting": "Kort.", "tekst": "Lang.", "eigenaar": "griffie"}
LATER = NU + timedelta(hours=1)


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


@pytest.fixture
def controller() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


def begin(door: Gebruiker, slug: str = "gids", soort: str = "handreiking", **velden: Any) -> Artikelversie:
    return artikelen.begin(soort=soort, slug=slug, inhoud=INHOUD | velden, door=door, op=NU)


def test_from_writing_to_withdrawing(griffier: Gebruiker, controller: Gebruiker) -> None:
    versie = begin(griffier)
    versie = artikelen.kijk_na(concept=versie, versie=versie.versie, door=controller, op=NU)
    versie = artikelen.publiceer(concept=versie, versie=versie.versie, toelichting="", door=griffier, op=NU)
    assert [rij.titel for rij in Artikelversie.objects.gepubliceerd()] == ["Gids"]
    tweede = artikelen.begin_versie(artikel=versie.artikel, door=controller, op=LATER)
    assert (tweede.nummer, tweede.tekst, tweede.status) == (2, "Lang.", Status.CONCEPT)
    inhoud = INHOUD | {"tekst": "Langer."}
    tweede = artikelen.wijzig(concept=tweede, versie=tweede.versie, inhoud=inhoud, door=controller, op=LATER)
    tweede = artikelen.kijk_na(concept=tweede, versie=tweede.versie, door=griffier, op=LATER)
    tweede = artikelen.publiceer(
        concept=tweede, versie=tweede.versie, toelichting="Meer uitleg.", door=griffier, op=LATER
    )
    assert [(rij.nummer, rij.status) for rij in Artikelversie.objects.van(versie.artikel_id)] == [
        (2, Status.GEPUBLICEERD),
        (1, Status.INGETROKKEN),
    ]
    assert [rij.tekst for rij in Artikelversie.objects.gepubliceerd(NU)] == ["Lang."]
    artikelen.trek_in(artikelversie=tweede, versie=tweede.versie, door=griffier, op=LATER)
    assert not Artikelversie.objects.gepubliceerd().exists()
    assert Gebeurtenis.objects.filter(object_soort="kennisbank.artikelversie").count() == 9


def test_who_wrote_in_it_never_reviews_it(griffier: Gebruiker, controller: Gebruiker) -> None:
    versie = begin(griffier)
    anders = INHOUD | {"tekst": "Anders."}
    versie = artikelen.wijzig(concept=versie, versie=versie.versie, inhoud=anders, door=controller, op=LATER)
    for schreef in (griffier, controller):
        with pytest.raises(ValidationError, match="U schreef zelf"):
            artikelen.kijk_na(concept=versie, versie=versie.versie, door=schreef, op=LATER)
    derde = maak_gebruiker(Rol.BEHEERDER)
    assert artikelen.kijk_na(concept=versie, versie=versie.versie, door=derde, op=LATER).status == Status.NAGEKEKEN


def test_a_change_after_the_review_asks_for_a_new_one(griffier: Gebruiker) -> None:
    versie = maak_artikel(status=Status.NAGEKEKEN)
    nakijker = versie.nagekeken_door
    assert nakijker is not None
    velden = {"titel": versie.titel, "samenvatting": versie.samenvatting, "eigenaar": "griffie", "tekst": "Anders."}
    versie = artikelen.wijzig(concept=versie, versie=versie.versie, inhoud=velden, door=griffier, op=LATER)
    assert (versie.status, versie.nagekeken_door) == (Status.CONCEPT, None)
    with pytest.raises(ValidationError, match="Deze stap kan nu niet"):
        artikelen.publiceer(concept=versie, versie=versie.versie, toelichting="", door=griffier, op=LATER)
    assert artikelen.kijk_na(concept=versie, versie=versie.versie, door=nakijker, op=LATER).status == Status.NAGEKEKEN


def test_saving_the_same_leaves_the_review(griffier: Gebruiker) -> None:
    versie = maak_artikel(status=Status.NAGEKEKEN)
    zelfde = {"titel": versie.titel, "tekst": versie.tekst}
    assert artikelen.wijzig(concept=versie, versie=versie.versie, inhoud=zelfde, door=griffier, op=NU).status == (
        Status.NAGEKEKEN
    )


def test_nobody_overwrites_unseen(griffier: Gebruiker, controller: Gebruiker) -> None:
    versie = begin(griffier)
    artikelen.wijzig(concept=versie, versie=1, inhoud=INHOUD | {"tekst": "A"}, door=griffier, op=NU)
    with pytest.raises(VersieConflict):
        artikelen.wijzig(concept=versie, versie=1, inhoud=INHOUD | {"tekst": "B"}, door=controller, op=NU)
    with pytest.raises(VersieConflict):
        artikelen.kijk_na(concept=versie, versie=1, door=controller, op=NU)


def test_a_published_version_does_not_change(griffier: Gebruiker) -> None:
    versie = maak_artikel()
    with pytest.raises(ValidationError, match="verandert niet meer"):
        artikelen.wijzig(concept=versie, versie=versie.versie, inhoud=INHOUD, door=griffier, op=NU)
    with pytest.raises(ValidationError, match="Alleen een concept"):
        artikelen.gooi_weg(concept=versie, versie=versie.versie, door=griffier, op=NU)


def test_one_version_at_a_time_is_being_written(griffier: Gebruiker, controller: Gebruiker) -> None:
    versie = maak_artikel()
    concept = artikelen.begin_versie(artikel=versie.artikel, door=griffier, op=NU)
    with pytest.raises(ValidationError, match="werkt al"):
        artikelen.begin_versie(artikel=versie.artikel, door=controller, op=NU)
    artikelen.gooi_weg(concept=concept, versie=concept.versie, door=griffier, op=NU)
    assert artikelen.begin_versie(artikel=versie.artikel, door=controller, op=NU).nummer == 2


def test_a_next_version_says_what_is_different(griffier: Gebruiker, controller: Gebruiker) -> None:
    eerste = maak_artikel()
    concept = artikelen.begin_versie(artikel=eerste.artikel, door=griffier, op=NU)
    concept = artikelen.kijk_na(concept=concept, versie=concept.versie, door=controller, op=NU)
    with pytest.raises(ValidationError, match="wat er in deze versie anders is"):
        artikelen.publiceer(concept=concept, versie=concept.versie, toelichting=" ", door=griffier, op=NU)


@pytest.mark.parametrize(
    ("soort", "slug"),
    [
        (Soort.HANDREIKING, "begrippen"),
        (Soort.HANDREIKING, "begrip-mandaat"),
        (Soort.BEGRIP, "mandaat"),
        (Soort.UITGANGSPUNT, "begrip-mandaat"),
        (Soort.HANDREIKING, "Met Hoofdletters"),
    ],
)
def test_an_address_says_what_it_is(griffier: Gebruiker, soort: Soort, slug: str) -> None:
    with pytest.raises(ValidationError):
        begin(griffier, slug, soort)
    assert not Artikel.objects.exists()


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE])
def test_readers_do_not_write(rol: Rol) -> None:
    lezer, versie = maak_gebruiker(rol), maak_artikel(status=Status.CONCEPT)
    vast: dict[str, Any] = {"versie": versie.versie, "door": lezer, "op": NU}
    for handeling in (
        lambda: begin(lezer, "iets"),
        lambda: artikelen.begin_versie(artikel=versie.artikel, door=lezer, op=NU),
        lambda: artikelen.wijzig(concept=versie, inhoud=INHOUD, **vast),
        lambda: artikelen.kijk_na(concept=versie, **vast),
        lambda: artikelen.publiceer(concept=versie, toelichting="x", **vast),
        lambda: artikelen.trek_in(artikelversie=versie, **vast),
        lambda: artikelen.gooi_weg(concept=versie, **vast),
    ):
        with pytest.raises(PermissionDenied):
            handeling()
