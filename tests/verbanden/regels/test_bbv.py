import pytest

from verbanden.models import Vorm
from verbanden.regels.bbv import CATEGORIE_PER_VORM, Belang, Categorie, categorie, verbonden_partij, vormen

# BBV art. 1: a verbonden partij needs both a bestuurlijk and a financieel belang.
BELANGEN = [
    ("ja", "ja", Belang.JA),
    ("ja", "nee", Belang.NEE),
    ("nee", "ja", Belang.NEE),
    ("nee", "nee", Belang.NEE),
    ("nee", "onbekend", Belang.NEE),
    ("onbekend", "nee", Belang.NEE),
    ("ja", "onbekend", Belang.ONBEKEND),
    ("onbekend", "ja", Belang.ONBEKEND),
    ("onbekend", "onbekend", Belang.ONBEKEND),
]


@pytest.mark.parametrize(("bestuurlijk", "financieel", "uitkomst"), BELANGEN)
def test_verbonden_partij_volgt_uit_twee_belangen(bestuurlijk: str, financieel: str, uitkomst: Belang) -> None:
    assert verbonden_partij(bestuurlijk, financieel) is uitkomst


def test_elke_vorm_heeft_een_categorie() -> None:
    assert set(CATEGORIE_PER_VORM) == set(Vorm.values)


@pytest.mark.parametrize(
    ("vorm", "verwacht"),
    [
        ("openbaar_lichaam", Categorie.GEMEENSCHAPPELIJKE_REGELING),
        ("centrumregeling", Categorie.GEMEENSCHAPPELIJKE_REGELING),
        ("cooperatie", Categorie.VENNOOTSCHAP_OF_COOPERATIE),
        ("vereniging", Categorie.STICHTING_OF_VERENIGING),
        ("convenant", Categorie.OVERIG),
    ],
)
def test_categorie_volgt_de_volgorde_van_artikel_15(vorm: str, verwacht: Categorie) -> None:
    assert categorie(vorm, "ja", "ja") is verwacht
    assert categorie(vorm, "ja", "nee") is None
    assert categorie(vorm, "ja", "onbekend") is None


def test_de_categorieen_verdelen_de_vormen() -> None:
    verdeeld = [vorm for deel in Categorie for vorm in vormen(deel)]
    assert sorted(verdeeld) == sorted(Vorm.values)
