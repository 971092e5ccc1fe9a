"""The life of a proposal: accepted, rejected, renewed, lapsed."""

from datetime import date

import pytest

from samenwerkingswijzer.historie import bewaar, verwijder
from tests.fabriek import NU, VANDAAG, maak_organisatie
from tests.verbanden.register.stappen import DUITSE, besluit, staat_open, verband, wijzig
from verbanden.models import (
    Deelname,
    Organisatie,
    Regelingversie,
    Samenwerkingsverband,
    Verwijzing,
    Voorstel,
)
from verbanden.register.portaal import lees_portaal
from verbanden.roo.beeld import als_json

pytestmark = pytest.mark.django_db


def test_accepting_everything_gives_what_direct_gives(lees_in):
    lees_in()
    for voorstel in list(Voorstel.objects.open()):
        besluit(id=voorstel.id)
    stapsgewijs = [als_json(beeld) | {"nummer": 0} for beeld in lees_portaal()]
    for model in (Voorstel, Deelname, Verwijzing, Regelingversie, Samenwerkingsverband, Organisatie):
        model.objects.all().delete()
    lees_in(direct=True)
    assert stapsgewijs == [als_json(beeld) | {"nummer": 0} for beeld in lees_portaal()]


def test_a_rejected_value_stays_away_and_a_new_value_comes(gevuld):
    wijzig(verband(), website="https://eigen.invalid")
    gevuld()
    besluit("afwijzen")
    assert gevuld().voorstellen.nieuw == 0
    anders = ("www.verzonnenland.invalid", "www.nieuwadres.invalid")
    assert gevuld(anders).voorstellen.nieuw == 1
    besluit("afwijzen")
    assert gevuld().voorstellen.nieuw == 0
    assert verband().website == "https://eigen.invalid"


def test_after_acceptance_an_earlier_rejection_counts_no_more(gevuld):
    wijzig(verband(), website="https://eigen.invalid")
    gevuld()
    besluit("afwijzen")
    anders = ("www.verzonnenland.invalid", "www.nieuwadres.invalid")
    gevuld(anders)
    besluit()
    assert gevuld().voorstellen.nieuw == 1


def test_a_rejected_new_partnership_comes_back_with_a_new_version_only(lees_in):
    lees_in()
    besluit("afwijzen", omschrijving="Veiligheidsregio Verzonnenland")
    assert lees_in((DUITSE, DUITSE.replace("2010", "2011"))).voorstellen.nieuw == 0
    lees_in(dag=date(2027, 1, 1))
    assert Voorstel.objects.open().filter(omschrijving="Veiligheidsregio Verzonnenland").count() == 1


def test_an_open_proposal_follows_the_register(gevuld):
    wijzig(verband(), website="https://eigen.invalid")
    gevuld()
    telling = gevuld(("www.verzonnenland.invalid", "www.nieuwadres.invalid")).voorstellen
    assert (telling.nieuw, telling.bijgewerkt, telling.open) == (0, 1, 1)
    assert staat_open() == [("veld", "Website", "https://eigen.invalid", "https://www.nieuwadres.invalid")]


def test_an_open_new_partnership_follows_the_register(lees_in):
    lees_in()
    assert lees_in((DUITSE, DUITSE.replace("2010", "2011"))).voorstellen.bijgewerkt == 1
    nieuw = Voorstel.objects.open().get(sleutel="1001").waarde["register"]
    assert [deelname["van"] for deelname in nieuw["deelnames"]][-1] == "2011-01-01"


def test_a_proposal_lapses_when_the_portal_says_the_same(gevuld):
    wijzig(verband(), website="https://eigen.invalid")
    gevuld()
    wijzig(verband(), website="https://www.verzonnenland.invalid")
    assert gevuld().voorstellen.vervallen == 1
    voorstel = Voorstel.objects.get()
    assert (voorstel.status, voorstel.reden) == ("vervallen", "Het verschil is er niet meer.")
    wijzig(verband(), website="https://eigen.invalid")
    assert gevuld().voorstellen.nieuw == 1


def test_filling_directly_withdraws_what_was_proposed(lees_in):
    lees_in()
    telling = lees_in(direct=True).voorstellen
    assert (telling.nieuw, telling.vervallen, telling.open) == (0, 3, 0)


def test_a_newer_file_only_keeps_up_the_registers_own_dates(gevuld):
    voor = verband()
    gevuld(("2026-06-01T04:30", "2026-06-09T04:30"), ("2025-12-31", "2026-06-08"), dag=date(2026, 6, 9))
    na = verband()
    anders = {veld.name for veld in na._meta.fields if getattr(voor, veld.name) != getattr(na, veld.name)}
    assert anders == {"versie", "roo_gewijzigd_op", "roo_bestand_van"}
    assert (na.roo_bestand_van, na.roo_gewijzigd_op) == (date(2026, 6, 9), date(2026, 6, 8))


def test_a_wrong_portal_is_put_right_by_accepting_everything(gevuld):
    goed = [als_json(beeld) for beeld in lees_portaal()]
    wijzig(verband(), vorm="stichting", doel="Anders.", rsin="", sinds=None, bevoegdheden=[])
    for deelname in Deelname.objects.filter(verband=verband()):
        wijzig(deelname, van=date(2016, 1, 1), organen=["anders"])
    Verwijzing.objects.all().delete()
    for versie in Regelingversie.objects.all():
        wijzig(versie, titel="Anders")
    gevuld()
    for voorstel in list(Voorstel.objects.open()):
        besluit(id=voorstel.id)
    assert gevuld().voorstellen.open == 0
    nieuw = [als_json(beeld) for beeld in lees_portaal()]
    # the register gives no organs for one participant, and its silence changes nothing
    assert nieuw[2]["deelnames"][-1].pop("organen") == ["anders"]
    goed[2]["deelnames"][-1].pop("organen")
    assert nieuw == goed


def test_nothing_is_removed_by_an_import(gevuld):
    extra = maak_organisatie(naam="Gemeente Voorheen")
    bewaar(Deelname(verband=verband(), organisatie=extra, van=date(2012, 1, 1), tot=VANDAAG), door=None, op=NU)
    verwijder(Verwijzing.objects.earliest("id"), door=None, op=NU)
    voor = (Deelname.objects.count(), Verwijzing.objects.count(), Samenwerkingsverband.objects.count())
    gevuld()
    assert (Deelname.objects.count(), Verwijzing.objects.count(), Samenwerkingsverband.objects.count()) == voor
