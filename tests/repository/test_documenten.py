"""The documents are true where a test can know it: links lead somewhere, the table of rights is the one in the code."""

import re
from pathlib import Path

import pytest

from samenwerkingswijzer.rechten import RECHTEN, Bereik, Recht, Rol
from tests.repository.broncode import bestanden, tekst

WOORDEN = {Bereik.ALLE: "alle", Bereik.EIGEN: "eigen", None: "nee"}
RECHTNAMEN = {
    "Bekijken en downloaden": (Recht.BEKIJKEN,),
    "Gegevens bijwerken": (Recht.BEWERKEN,),
    "Lijst verbonden partijen samenstellen en vaststellen": (Recht.LIJST_SAMENSTELLEN, Recht.LIJST_VASTSTELLEN),
    "Stand van zaken beoordelen": (Recht.OORDELEN,),
    "Eigen standpunt geven bij een afweging, oordelen in een evaluatie": (Recht.ADVISEREN,),
    "Evaluaties klaarzetten en vaststellen": (Recht.EVALUATIES_VASTSTELLEN,),
    "Ontwikkelagenda van de gemeente bijhouden": (Recht.ONTWIKKELAGENDA_BIJHOUDEN,),
    "Voorstellen uit het register beoordelen": (Recht.VOORSTEL_BEOORDELEN,),
    "Vergaderkalender van de raad en teksten bij momenten bijhouden": (Recht.AGENDA_BIJHOUDEN,),
    "Signaal afhandelen of op de agenda zetten": (Recht.SIGNAAL_AFHANDELEN,),
    "Klasse van belangrijkheid vastleggen": (Recht.KLASSE_VASTLEGGEN,),
    "Sessie over belangrijkheid voorbereiden en leiden": (Recht.SESSIE_LEIDEN,),
    "Een moment toetsen aan het mandaat van het college": (Recht.MANDAAT_TOETSEN,),
    "Scoren in een sessie": (Recht.SCOREN,),
    "Zienswijze beginnen, antwoord vastleggen en beoordelen": (Recht.ZIENSWIJZE_BIJHOUDEN,),
    "Adviseren over een zienswijze": (Recht.ZIENSWIJZE_ADVISEREN,),
    "Raadstekst, raadsbesluit en versturen vastleggen": (Recht.ZIENSWIJZE_VASTSTELLEN,),
    "Raadsvraag stellen": (Recht.RAADSVRAAG_STELLEN,),
    "Raadsvraag beantwoorden": (Recht.RAADSVRAAG_BEANTWOORDEN,),
    "Verband aanmaken, accounthouder aanwijzen": (Recht.AANMAKEN, Recht.AANWIJZEN),
    "Artikelen van de kennisbank schrijven, nakijken en publiceren": (Recht.KENNIS_SCHRIJVEN,),
    "Gebruikers en instellingen beheren": (Recht.BEHEREN,),
}
BLADEN = {
    Rol.RAADSLID: "raadslid",
    Rol.COLLEGE: "college",
    Rol.ACCOUNTHOUDER: "accounthouder",
    Rol.GRIFFIE: "griffie",
    Rol.CONTROLLER: "controller",
    Rol.BEHEERDER: "beheerder",
}


@pytest.mark.parametrize("document", bestanden(".md"), ids=str)
def test_links_between_documents_lead_somewhere(basis: Path, document: Path) -> None:
    for doel in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", tekst(document)):
        if "://" not in doel and not doel.startswith("/"):  # an address of the portal: tests/kennisbank looks at those
            assert (basis / document.parent / doel).exists(), f"{document}: {doel}"


@pytest.mark.parametrize("rol", Rol)
def test_every_role_has_a_page_in_the_manual(basis: Path, rol: Rol) -> None:
    map_ = basis / "docs" / "handleiding"
    assert (map_ / f"{BLADEN[rol]}.md").is_file()
    assert f"({BLADEN[rol]}.md)" in (map_ / "README.md").read_text(encoding="utf-8")


def test_the_table_of_rights_in_the_manual_is_the_one_in_the_code(basis: Path) -> None:
    regels = (basis / "docs" / "handleiding" / "README.md").read_text(encoding="utf-8").splitlines()
    tabel = [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel.startswith("|")]
    beschreven = {(naam, rol): cel for naam, *cellen in tabel[2:] for rol, cel in zip(Rol, cellen, strict=True)}
    echt = {
        (naam, rol): WOORDEN[RECHTEN[rol].get(recht)]
        for naam, rechten in RECHTNAMEN.items()
        for recht in rechten
        for rol in Rol
    }
    assert {plek: cel.replace("ja", "alle") for plek, cel in beschreven.items()} == echt
    assert {recht for rechten in RECHTNAMEN.values() for recht in rechten} == set(Recht)


def test_every_decision_stands_in_the_list(basis: Path) -> None:
    lijst = (basis / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    besluiten = sorted(pad.name for pad in (basis / "docs" / "adr").glob("0*.md"))
    assert besluiten == re.findall(r"\]\((0\S+\.md)\)", lijst)
    for naam in besluiten:
        inhoud = (basis / "docs" / "adr" / naam).read_text(encoding="utf-8")
        titel = inhoud.splitlines()[0]
        assert titel.startswith(f"# {naam[:4]} ")
        assert re.findall(r"^## (.+)$", inhoud, re.MULTILINE) == ["Context", "Besluit", "Gevolgen"], naam
