"""What the example municipality holds: the promises of the demo banner, and enough to show every screen."""

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.contrib.auth.hashers import is_password_usable
from django.core.management import call_command
from django.db.models import Model
from django.utils import timezone

from governance.models import Afweging, Antwoord, Moment, Partijaandeel, Spelerspunt, Standpunt, Wgrpunt
from samenwerkingswijzer.historie import geschiedenismodel
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.peildatum import einde_van
from samenwerkingswijzer.rechten import Rol
from verbanden.models import (
    Accounthouderschap,
    Deelname,
    Jaarcijfer,
    Levensfase,
    Organisatie,
    Post,
    Programmadeel,
    Samenwerkingsverband,
    StandVanZaken,
    Vorm,
)
from verbanden.regels import bbv
from verbanden.roo.lezer import lees
from verbanden.voorbeeld.cijfers import BRON
from verbanden.voorbeeld.secties import SECTIES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("geladen")]

VASTE_DAG = date(2026, 11, 21)
EVEN_GROOT = (
    (Post.EIGEN_VERMOGEN_EIND, Post.EIGEN_VERMOGEN_BEGIN),
    (Post.VREEMD_VERMOGEN_EIND, Post.VREEMD_VERMOGEN_BEGIN),
)


def _modellen() -> set[type[Model]]:
    return {sectie.model for sectie in SECTIES.values()}


def _bijdragen(verband: str) -> dict[int, int]:
    rijen = Jaarcijfer.objects.filter(verband__slug=verband, post=Post.BIJDRAGE, bedrag__isnull=False)
    return {
        jaar: int(bedrag or 0)
        for jaar, bedrag in rijen.exclude(stadium="begroot", jaar=2025).values_list("jaar", "bedrag")
    }


def test_de_gemeente_en_haar_eigen_organisatie_zijn_dezelfde():
    gemeente = Gemeente.huidige()
    assert (gemeente.naam, Organisatie.objects.get(tooi=gemeente.tooi).naam) == ("Maassluis", "Gemeente Maassluis")


def test_elke_bbv_categorie_komt_voor():
    verbanden = Samenwerkingsverband.objects.lopend()
    categorieen = {bbv.categorie(v.vorm, v.bestuurlijk_belang, v.financieel_belang) for v in verbanden}
    assert categorieen == {None, *bbv.Categorie}


def test_er_zijn_acht_echte_regelingen_en_de_rest_heet_fictief():
    namen = dict(Samenwerkingsverband.objects.values_list("naam", "fictief"))
    assert Counter(namen.values()) == {False: 8, True: len(namen) - 8}
    assert {naam for naam, fictief in namen.items() if fictief} == {naam for naam in namen if "(fictief)" in naam}


def test_van_een_echte_regeling_zeggen_we_niet_wat_erin_staat():
    """Nobody looked it up, so the Wgr-check of the real ones stays unknown; one invented regeling shows the rest."""
    punten = Wgrpunt.objects.values_list("verband__slug", "verband__fictief", "stand")
    assert {(slug, fictief) for slug, fictief, _ in punten} == {("klachtencommissie-voorbeeldstreek", True)}
    assert {stand for *_, stand in punten} == {"geregeld", "niet_geregeld", "niet_van_toepassing"}


def test_wat_een_echte_partner_vindt_verzinnen_we_niet():
    """Opinions only in invented partnerships, of ourselves or of an invented partner; so with what a partner does."""
    standpunten = Standpunt.objects.values_list("verband__fictief", "partij__naam")
    aandelen = Partijaandeel.objects.exclude(doet="", resultaat="").values_list("verband__fictief", "partij__naam")
    for fictief, naam in (*standpunten, *aandelen):
        assert fictief
        assert "(fictief)" in naam or naam == f"Gemeente {Gemeente.huidige().naam}"
    punten = Spelerspunt.objects.exclude(bewijs="").values_list("verband__fictief", "bewijs")
    assert all(fictief and "(fictief)" in bewijs for fictief, bewijs in punten)


def test_er_zijn_netwerken_verkenningen_en_een_beeindigd_verband():
    assert Samenwerkingsverband.objects.filter(vorm=Vorm.NETWERK).count() == 2
    fasen = Counter(Samenwerkingsverband.objects.values_list("levensfase", flat=True))
    assert (fasen[Levensfase.VERKENNEN], fasen[Levensfase.BEEINDIGD]) == (3, 1)


def test_elke_echte_regeling_en_de_drie_verzonnen_gevallen_zijn_gewogen():
    gewogen = Counter(Afweging.objects.values_list("verband__fictief", "instrument__soort"))
    assert gewogen == {(False, "afwegingskader"): 8, (True, "afwegingskader"): 3, (True, "zelf_doen_of_samenwerken"): 1}
    compleet = Counter(Antwoord.objects.values_list("afweging", flat=True))
    assert set(compleet.values()) == {18, 10}


def test_elk_bedrag_heeft_als_bron_dat_het_fictief_is():
    bronnen = set(Jaarcijfer.objects.filter(bedrag__isnull=False).values_list("bron", flat=True))
    assert (BRON, bronnen) == ("voorbeeldcijfer (fictief)", {"voorbeeldcijfer (fictief)"})


def test_andere_bronnen_zeggen_ook_dat_zij_verzonnen_zijn():
    bronnen = {
        bron
        for model in _modellen()
        for veld in {veld.name for veld in model._meta.fields} & {"bron", "inwoners_bron"}
        for bron in model._base_manager.exclude(**{veld: ""}).values_list(veld, flat=True)
    }
    assert bronnen
    assert {bron for bron in bronnen if "(fictief)" not in bron and "(voorbeeld)" not in bron} == set()


def test_vijf_jaren_bijdragen_zoals_in_het_ontwerp():
    assert _bijdragen("stroomopwaarts-mvs") == {
        2022: 20_310_000,
        2023: 21_040_000,
        2024: 21_790_000,
        2025: 22_615_000,
        2026: 23_400_000,
        2027: 25_506_000,
    }
    assert list(_bijdragen("rogplus").values()) == [15_180_000, 15_920_000, 17_060_000, 17_980_000, 18_610_000]


def test_de_bijdragen_van_2026_zijn_samen_het_totaal_van_het_ontwerp():
    bijdragen = Jaarcijfer.objects.filter(jaar=2026, post=Post.BIJDRAGE).values_list("bedrag", flat=True)
    assert sum(filter(None, bijdragen)) == 59_532_000


def test_een_eerlijk_gat_zegt_aan_wie_en_wanneer_het_is_gevraagd():
    gaten = Jaarcijfer.objects.filter(bedrag__isnull=True).values_list("verband__slug", "gevraagd_aan", "gevraagd_op")
    assert set(gaten) == {
        ("archiefbeheer-maassluis", "gemeente Vlaardingen", date(2026, 5, 4)),
        ("ggd-rotterdam-rijnmond", "GGD Rotterdam-Rijnmond", date(2026, 5, 4)),
    }


@pytest.mark.parametrize(("einde", "begin"), EVEN_GROOT)
def test_een_jaar_begint_waar_het_vorige_eindigde(einde, begin):
    stand = {}
    for verband, jaar, post, bedrag in Jaarcijfer.objects.filter(post__in=(einde, begin)).values_list(
        "verband__slug", "jaar", "post", "bedrag"
    ):
        stand[verband, jaar, post] = bedrag
    paren = [
        (stand[v, jaar, einde], stand[v, jaar + 1, begin])
        for v, jaar, post in stand
        if post == einde and stand.get((v, jaar + 1, begin)) is not None
    ]
    assert [paar for paar in paren if paar[0] != paar[1]] == []
    assert len(paren) > 30


def test_aandelen_in_de_kosten_zijn_samen_hoogstens_honderd_procent():
    samen: defaultdict[str, Decimal] = defaultdict(Decimal)
    for verband, aandeel in Deelname.objects.exclude(kostenaandeel=None).values_list("verband__slug", "kostenaandeel"):
        samen[verband] += aandeel or 0
    assert set(samen.values()) == {Decimal(100)}


def test_programmadelen_zijn_samen_honderd_procent():
    samen: defaultdict[str, Decimal] = defaultdict(Decimal)
    for verband, aandeel in Programmadeel.objects.values_list("verband__slug", "aandeel"):
        samen[verband] += aandeel
    assert samen == dict.fromkeys(Samenwerkingsverband.objects.values_list("slug", flat=True), Decimal(100))


def test_elk_lopend_verband_heeft_een_accounthouder():
    lopend = set(Samenwerkingsverband.objects.lopend().values_list("id", flat=True))
    assert set(Accounthouderschap.objects.geldig(VASTE_DAG).values_list("verband_id", flat=True)) == lopend


def test_elke_rol_heeft_een_account_zonder_bruikbaar_wachtwoord():
    gebruikers = Gebruiker.objects.all()
    assert Counter(g.rol for g in gebruikers) == Counter(
        {Rol.RAADSLID: 3, Rol.COLLEGE: 2, Rol.ACCOUNTHOUDER: 3, Rol.GRIFFIE: 1, Rol.CONTROLLER: 1, Rol.BEHEERDER: 1}
    )
    assert [g.email for g in gebruikers if g.has_usable_password()] == []
    assert {g.email.rsplit(".", 1)[1] for g in gebruikers} == {"example"}


def test_momenten_liggen_achter_ons_en_voor_ons():
    dagen = sorted(set(Moment.objects.values_list("datum", flat=True)))
    assert (dagen[0], dagen[-1]) == (date(2025, 11, 11), date(2027, 12, 14))
    assert max((later - eerder).days for eerder, later in pairwise(dagen) if eerder >= date(2026, 4, 1)) < 140


def test_het_verleden_toont_wat_toen_bekend_was():
    stand = StandVanZaken.objects.op(einde_van(date(2026, 3, 1))).filter(verband__slug="stroomopwaarts-mvs")
    assert list(stand.laatste(date(2026, 3, 1)).values_list("oordeel", flat=True)) == ["op_koers"]
    toen = Jaarcijfer.objects.op(einde_van(date(2026, 3, 1))).filter(jaar=2027)
    assert toen.count() == 0
    fase = Samenwerkingsverband.objects.op(einde_van(date(2025, 9, 30)), slug="vereniging-voorbeeldtoerisme").get()
    assert fase.levensfase == Levensfase.UITVOEREN


def test_geen_geschiedenis_van_na_de_vaste_dag_of_van_voor_het_begin():
    for model in _modellen() - {Gebruiker}:
        momenten = geschiedenismodel(model)._base_manager.values_list("history_date", flat=True)
        dagen = sorted({timezone.localdate(moment) for moment in momenten})
        assert date(2025, 8, 25) <= dagen[0] <= dagen[-1] <= VASTE_DAG, model


def test_nog_eens_laden_verandert_niets(capsys, settings):
    settings.DEMO = True
    voor = _aantallen()
    call_command("laad_voorbeeld")
    assert _aantallen() == voor
    assert capsys.readouterr().out == "Er staat al een gemeente in de database. Er is niets geladen.\n"


def _aantallen() -> dict[str, tuple[int, int]]:
    return {
        model.__name__: (model._base_manager.count(), geschiedenismodel(model)._base_manager.count())
        for model in _modellen()
    }


def test_de_echte_regelingen_staan_er_zoals_in_het_landelijke_register(landelijk_register):
    for regeling in lees(landelijk_register, "Maassluis", peildatum=date(2026, 5, 16)).regelingen:
        verband = Samenwerkingsverband.objects.get(roo_regeling=regeling.systeem_id)
        assert (verband.vorm, verband.vestigingsplaats, verband.kvk, verband.rsin, verband.oin, verband.tooi) == (
            regeling.vorm,
            regeling.vestigingsplaats,
            regeling.kvk,
            regeling.rsin,
            regeling.oin,
            regeling.tooi,
        )
        assert (verband.sinds, verband.tekst_van, verband.website) == (
            regeling.oprichting,
            regeling.in_werking,
            regeling.website,
        )
        assert set(verband.bevoegdheden) == {woord.lower() for woord in regeling.bevoegdheden}
        assert (verband.roo_gewijzigd_op, verband.roo_geverifieerd_op) == (
            regeling.gewijzigd_op,
            regeling.geverifieerd_op,
        )
        assert set(verband.deelnames.values_list("organisatie__tooi", "organisatie__naam", "van")) == {
            (deelnemer.tooi, deelnemer.naam, deelnemer.toegetreden_op) for deelnemer in regeling.deelnemers
        }
        assert {len(deelname.organen) for deelname in verband.deelnames.all()} == {
            len(deelnemer.organen) for deelnemer in regeling.deelnemers
        }
        assert set(verband.regelingversies.values_list("roo_regeling", "in_werking", "uit_werking")) == {
            (versie.systeem_id, versie.in_werking, versie.uit_werking) for versie in regeling.versies
        }
        links = set(verband.verwijzingen.exclude(soort="website").values_list("url", flat=True))
        assert links == {*regeling.documenten, *(grondslag.url for grondslag in regeling.grondslagen)}


def test_niemand_komt_binnen_zonder_de_knoppen_van_de_demo():
    """No account of the example has a password (T40)."""
    gebruikers = list(Gebruiker.objects.all())
    assert gebruikers
    assert [gebruiker.email for gebruiker in gebruikers if is_password_usable(gebruiker.password)] == []
    assert all(gebruiker.email.endswith(".example") for gebruiker in gebruikers)
