"""Taking in a file of somebody: looked at, put in the vault, and written down by whoever it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from samenwerkingswijzer.bestanden.kluis import Bewaard, Kluis
from samenwerkingswijzer.bestanden.namen import schone_naam
from samenwerkingswijzer.bestanden.ontvangst import TeGroot
from samenwerkingswijzer.bestanden.sluis import Nagekeken, kijk_na
from samenwerkingswijzer.bestanden.soorten import LEEG, SOORTEN, Geweigerd
from samenwerkingswijzer.models import Bestand, Gebruiker

VELD = "upload"  # the field of a form that holds the file
VOL = (
    "Het bestand kon niet worden bewaard: er is geen ruimte of geen opslag. Er is niets bewaard. Meld het de beheerder."
)


def kluis() -> Kluis:
    """The vault of this installation."""
    return Kluis(Path(settings.OPSLAG) / "bestanden")


@contextmanager
def ingeleverd(upload: UploadedFile, *, door: Gebruiker, op: datetime) -> Iterator[Bestand]:
    """Look at a file and put it in the vault; gives its row, which is still to be saved.

    Wrap this around the transaction that saves the row: when that fails, the file is thrown away again. Refuses with a
    ValidationError at the field `VELD`.
    """
    plek = kluis()
    try:
        bewaard, nagekeken = _neem_aan(plek, upload)
    except Geweigerd as fout:
        raise ValidationError({VELD: str(fout)}) from fout
    except OSError as fout:
        raise ValidationError({VELD: VOL}) from fout
    try:
        yield _rij(bewaard, nagekeken, upload.name or "", door, op)
    except BaseException:
        plek.gooi_weg(bewaard.sleutel)
        raise


def _neem_aan(plek: Kluis, upload: UploadedFile) -> tuple[Bewaard, Nagekeken]:
    """Everything up to the vault; outside any transaction, because it may take seconds."""
    if isinstance(upload, TeGroot):
        raise Geweigerd(te_groot())
    if not upload.size:
        raise Geweigerd(LEEG)
    with plek.werkmap() as map_:
        bron = map_ / "bron"
        with bron.open("wb") as bestand:
            for stuk in upload.chunks():
                bestand.write(stuk)
        nagekeken = kijk_na(bron, upload.name or "")
        return plek.bewaar(nagekeken.pad), nagekeken


def te_groot() -> str:
    """What we say of a file that is larger than the limit."""
    return f"Dit bestand is groter dan {settings.GROOTSTE_BESTAND // 1_000_000} MB. Maak het kleiner of splits het."


def _rij(bewaard: Bewaard, nagekeken: Nagekeken, naam: str, door: Gebruiker, op: datetime) -> Bestand:
    soort = SOORTEN[nagekeken.soort]
    return Bestand(
        sleutel=bewaard.sleutel,
        naam=schone_naam(naam, soort.extensies[0]),
        soort=soort.sleutel,
        grootte=bewaard.grootte,
        sha256=bewaard.sha256,
        tekst=nagekeken.tekst or "",
        doorzoekbaar=bool(nagekeken.tekst),
        door=door,
        op=op,
    )


def ruim_op(*, voor: datetime) -> tuple[int, int]:
    """Throw away what requests left that were killed before `voor`; files nobody knows, and working folders."""
    plek = kluis()
    sleutels = plek.sleutels()
    oud = {sleutel for sleutel, sinds in sleutels.items() if sinds < voor.timestamp()}
    bekend = set(Bestand.objects.filter(sleutel__in=oud).values_list("sleutel", flat=True))
    wezen = oud - bekend
    for sleutel in wezen:
        plek.gooi_weg(sleutel)
    return len(wezen), plek.ruim_werkmappen_op(voor.timestamp())


def kijk_bestanden_na() -> list[Bestand]:
    """The files that are gone from the vault, or are not what they were."""
    plek = kluis()
    return [bestand for bestand in Bestand.objects.iterator() if not plek.klopt(bestand.sleutel, bestand.sha256)]
