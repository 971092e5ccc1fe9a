"""What a correction says differently."""

from datetime import date
from typing import Any

from tests.verbanden.lijst.hulp import cijfer, lijst, partij
from verbanden.lijst.verschillen import Groep, Verschil, verschillen
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie
from verbanden.regels.bbv.partij import Risicoregel


def anders(oud: dict[str, Any], nieuw: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Every difference with the place where it is."""
    return [(groep.naam, v.veld, v.was, v.werd) for groep in verschillen(oud, nieuw) for v in groep.verschillen]


def test_gelijke_lijsten_verschillen_niet() -> None:
    assert verschillen(lijst(partij()), lijst(partij())) == []


def test_een_ander_nummer_is_geen_verschil() -> None:
    assert verschillen(lijst(), lijst(nummer=2, correctie="Een bedrag.")) == []


def test_teksten_en_besluiten() -> None:
    assert anders(lijst(), lijst(visie="Anders.", voornemens="", college_op=date(2026, 9, 22))) == [
        ("Deze lijst", "Besluit college", "nog niet", "22 september 2026"),
        ("Teksten", "Visie op samenwerking", "Samen **sterk**.", "Anders."),
        ("Teksten", "Beleidsvoornemens", "Geen nieuwe partijen.", "niets"),
    ]


def test_elk_veld_van_een_partij() -> None:
    nieuw = partij(
        vestigingsplaats="Elders",
        risicos=(Risicoregel("Minder"),),
        programmas=(),
        ingetreden=date(2027, 2, 1),
        categorie=Categorie.OVERIG,
    )
    naam = "Jeugdhulp Verzonnen"
    assert anders(lijst(partij()), lijst(nieuw, soort="begroting"))[:5] == [
        (naam, "Soort", "Gemeenschappelijke regelingen", "Overige verbonden partijen"),
        (naam, "Vestigingsplaats", "Voorbeelddam", "Elders"),
        (naam, "Risico's", "Meer zware hulp (€\u00a0900.000)", "Minder"),
        (naam, "Programma's", "Sociaal domein (100%)", "niets"),
        (naam, "Ingetreden op", "niets", "1 februari 2027"),
    ]


def test_een_cijfer_verschilt_ook_in_zijn_bron() -> None:
    ander = cijfer(750_000, bron="Jaarrekening, blz. 4")
    nieuw = partij(cijfers={**partij().cijfers, Post.RESULTAAT.value: ander})
    dag = "peildatum 1 januari 2026"
    assert anders(lijst(partij()), lijst(nieuw)) == [
        (
            "Jeugdhulp Verzonnen",
            "Resultaat",
            f"€\u00a0750.000, verwacht, {dag}, voorbeeldcijfer (fictief)",
            f"€\u00a0750.000, verwacht, {dag}, Jaarrekening, blz. 4",
        )
    ]


def test_een_gat_dat_gevuld_wordt() -> None:
    (gevonden,) = anders(lijst(partij(bedragen={Post.BELANG_EIND: None})), lijst(partij()))
    assert gevonden[1:3] == (
        "Belang op 31 december",
        "niet opgegeven, gevraagd op 7 september 2026: Nog niet ontvangen.",
    )


def test_erbij_en_eraf() -> None:
    assert verschillen(lijst(partij("Oud")), lijst(partij("Nieuw"))) == [
        Groep("Nieuw", (), "staat er nu ook op"),
        Groep("Oud", (), "staat er niet meer op"),
    ]


def test_een_nieuwe_naam_is_dezelfde_partij() -> None:
    (groep,) = verschillen(lijst(partij(slug="een")), lijst(partij("Hernoemd", slug="een")))
    assert groep == Groep("Hernoemd", (Verschil("Naam", "Jeugdhulp Verzonnen", "Hernoemd"),))
