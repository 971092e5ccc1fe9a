"""The demo shows an article with a picture and a file: by two example people, all of it fictive."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image, ImageDraw, ImageFont

from kennisbank.handelingen import artikelen, bijlagen
from kennisbank.models import Artikel, Artikelversie
from samenwerkingswijzer.demo import DOMEIN
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.pdf import maak_pdf
from samenwerkingswijzer.rechten import Rol

SLUG = "van-brief-naar-raad"
TEKST = """Een samenwerkingsverband stuurt zijn ontwerpbegroting. Vanaf die dag loopt een termijn.
In deze vier stappen komt de brief op tijd bij de raad.

![Vier stappen naast elkaar: brief komt binnen, accounthouder schrijft, college besluit, raad bespreekt](bijlage:1)

## Wie doet wat

- De **griffie** zet de datum van de brief in het portaal. Dan rekent het portaal de laatste dag uit.
- De **accounthouder** schrijft wat het voor onze gemeente betekent, en stelt een reactie voor.
- Het **college** besluit over het voorstel.
- De **raad** bespreekt het in de laatste vergadering die nog op tijd is.

> De afvinklijst onder dit artikel is verzonnen. Maak haar passend bij hoe uw gemeente werkt.
"""
INHOUD = {
    "titel": "Van brief naar raad in vier stappen",
    "samenvatting": (
        "Een begroting komt binnen en de raad wil op tijd reageren. Zo verdeelt u het werk. "
        "Met een schema en een afvinklijst."
    ),
    "tekst": TEKST,
    "bron": "Eigen invulling. Het schema en de afvinklijst zijn fictief.",
    "eigenaar": Rol.GRIFFIE.value,
    "fase": ["uitvoeren"],
    "trefwoorden": ["zienswijze", "raad"],
    "zie_ook": ["zienswijze", "wgr-kalender"],
}
STAPPEN = ("1. Brief komt binnen", "2. Accounthouder schrijft", "3. College besluit", "4. Raad bespreekt")
PUNTEN = (
    "De brief staat in het portaal, met de dag waarop zij binnenkwam.",
    "De laatste vergadering op tijd is bekend bij de griffie.",
    "In het voorstel staat wat het voor onze gemeente betekent.",
    "Het college besloot, en de raad heeft het stuk twee weken van tevoren.",
)
BREED, HOOG, RAND, GAT = 1200, 220, 20, 50
INKT, LIJN, VLAK = "#1a2b3c", "#154273", "#eef3f8"


def laad_voorbeeld(op: datetime) -> list[str]:
    """Publish the article in a demo that has example people and not this article yet; returns what was put there."""
    if not settings.DEMO or Artikel.objects.filter(slug=SLUG).exists():
        return []
    mensen = {rol: _iemand(rol) for rol in (Rol.GRIFFIE, Rol.CONTROLLER)}
    schrijver, nakijker = mensen[Rol.GRIFFIE], mensen[Rol.CONTROLLER]
    if schrijver is None or nakijker is None:
        return []
    with transaction.atomic():
        versie = artikelen.begin(soort="handreiking", slug=SLUG, inhoud=INHOUD, door=schrijver, op=op)
        _hang_aan(versie, "Schema van de vier stappen (fictief)", "vier-stappen.png", schema(), schrijver, op)
        _hang_aan(versie, "Afvinklijst bij een zienswijze (fictief)", "afvinklijst.pdf", afvinklijst(), schrijver, op)
        versie.refresh_from_db()
        versie = artikelen.kijk_na(concept=versie, versie=versie.versie, door=nakijker, op=op)
        artikelen.publiceer(concept=versie, versie=versie.versie, toelichting="", door=schrijver, op=op)
    return ["kennisbank: een voorbeeld met bijlagen"]


def schema() -> bytes:
    """The four steps as a PNG: boxes with an arrow between them."""
    beeld = Image.new("RGB", (BREED, HOOG), "white")
    tekenaar, letter = ImageDraw.Draw(beeld), ImageFont.load_default(21)
    breed = (BREED - 2 * RAND - 3 * GAT) // 4
    for nummer, woorden in enumerate(STAPPEN):
        links = RAND + nummer * (breed + GAT)
        tekenaar.rounded_rectangle((links, 50, links + breed, HOOG - 50), 8, fill=VLAK, outline=LIJN, width=3)
        kop, rest = woorden.rsplit(" ", 1)
        tekenaar.text((links + breed / 2, HOOG / 2), f"{kop}\n{rest}", INKT, letter, "mm", 8, "center")
        if nummer:
            _pijl(tekenaar, links - GAT + 8, links - 8)
    uit = BytesIO()
    beeld.save(uit, "PNG", optimize=True)
    return uit.getvalue()


def afvinklijst() -> bytes:
    """A fictive checklist as an accessible PDF."""
    punten = "".join(f"<li>{punt}</li>" for punt in PUNTEN)
    kop = "Afvinklijst bij een zienswijze (fictief)"
    return maak_pdf(
        f'<html lang="nl"><head><title>{kop}</title></head><body><h1>{kop}</h1><ul>{punten}</ul></body></html>'
    )


def _pijl(tekenaar: ImageDraw.ImageDraw, van: float, tot: float) -> None:
    midden = HOOG / 2
    tekenaar.line((van, midden, tot - 10, midden), LIJN, 4)
    tekenaar.polygon(((tot, midden), (tot - 14, midden - 9), (tot - 14, midden + 9)), LIJN)


def _iemand(rol: Rol) -> Gebruiker | None:
    mensen = Gebruiker.objects.filter(rol=rol, is_active=True, email__iendswith=DOMEIN)
    return mensen.order_by("id").first()


def _hang_aan(versie: Artikelversie, titel: str, naam: str, inhoud: bytes, door: Gebruiker, op: datetime) -> None:
    versie.refresh_from_db()
    upload = SimpleUploadedFile(naam, inhoud)
    bijlagen.voeg_toe(concept=versie, versie=versie.versie, titel=titel, upload=upload, door=door, op=op)
