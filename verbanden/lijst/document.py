"""The whole list as plain data: what is shown, downloaded, frozen and hashed. Schema: `docs/lijst.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.models import Gemeente
from verbanden.models import Editie, Post
from verbanden.regels.bbv.belang import CATEGORIENAMEN, Categorie
from verbanden.regels.bbv.cijfertoets import past
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij

SCHEMAVERSIE = 1
HONDERD = Decimal(100)
# The posts that stand in the document, in legal order (BBV art. 15 lid 2 b to d).
POSTEN = (
    Post.BELANG_BEGIN,
    Post.BELANG_EIND,
    Post.EIGEN_VERMOGEN_BEGIN,
    Post.EIGEN_VERMOGEN_EIND,
    Post.VREEMD_VERMOGEN_BEGIN,
    Post.VREEMD_VERMOGEN_EIND,
    Post.RESULTAAT,
)


def gegevens(editie: Editie, partijen: Sequence[Partij], *, peildatum: date, gemeente: Gemeente) -> dict[str, Any]:
    """Everything the document says; amounts as text with a point, dates as 2026-09-15, None where there is nothing."""
    return {
        "versie": SCHEMAVERSIE,
        "gemeente": gemeente.naam,
        "soort": editie.soort,
        "jaar": editie.jaar,
        "peildatum": peildatum.isoformat(),
        "fictief": any(cijfer.bron.endswith("(fictief)") for partij in partijen for cijfer in partij.cijfers.values()),
        "editie": {
            "nummer": editie.nummer,
            "vervangt": editie.vervangt.nummer if editie.vervangt else None,
            "correctie": editie.correctie,
            "college_op": _dag(editie.college_op),
            "raad_op": _dag(editie.raad_op),
        },
        "teksten": {
            "visie": editie.visie,
            "voornemens": editie.voornemens,
            "ontwikkelingen": editie.ontwikkelingen,
        },
        "delen": [_deel(categorie, partijen, Documentsoort(editie.soort)) for categorie in Categorie],
        "programmas": programmatotalen(partijen, editie.jaar),
    }


def _deel(categorie: Categorie, partijen: Iterable[Partij], soort: Documentsoort) -> dict[str, Any]:
    eigen = [_partij(partij, soort) for partij in partijen if partij.categorie is categorie]
    return {"categorie": categorie.value, "naam": CATEGORIENAMEN[categorie], "partijen": eigen}


def _partij(partij: Partij, soort: Documentsoort) -> dict[str, Any]:
    return {
        "slug": partij.slug,
        "naam": partij.naam,
        "vestigingsplaats": partij.vestigingsplaats,
        "vorm": partij.vorm,
        "openbaar_belang": partij.openbaar_belang,
        "wijze_van_belang": partij.wijze_van_belang,
        "programmas": [{"naam": naam, "aandeel": f"{aandeel.normalize():f}"} for naam, aandeel in partij.programmas],
        "cijfers": {
            Post.BIJDRAGE.value: _bijdrage(partij.cijfers.get(Post.BIJDRAGE), soort),
            **{post.value: _cijfer(partij.cijfers.get(post)) for post in POSTEN},
        },
        "risicos": [{"omschrijving": r.omschrijving, "gevolg": _bedrag(r.gevolg)} for r in partij.risicos],
        "geen_risicos": partij.geen_risicos,
        "ingetreden": _dag(partij.ingetreden),
        "uitgetreden": _dag(partij.uitgetreden),
        "wijzigingen": partij.wijzigingen,
    }


def _bijdrage(cijfer: Cijfer | None, soort: Documentsoort) -> dict[str, Any] | None:
    """The contribution, if it is of the kind that the document holds; the law does not ask for it, so it may lack."""
    return _cijfer(cijfer) if cijfer and past(cijfer, soort) else None


def _cijfer(cijfer: Cijfer | None) -> dict[str, Any] | None:
    if cijfer is None:
        return None
    return {
        "stadium": cijfer.stadium,
        "bedrag": _bedrag(cijfer.bedrag),
        "peildatum": _dag(cijfer.peildatum),
        "bron": cijfer.bron,
        "niet_opgegeven": cijfer.niet_opgegeven,
        "gevraagd_op": _dag(cijfer.gevraagd_op),
    }


def programmatotalen(partijen: Iterable[Partij], jaar: int) -> list[dict[str, Any]]:
    """Our contributions per programme; `onvolledig` when an amount of a party of it is not there or does not fit."""
    totalen: dict[str, Decimal] = {}
    onvolledig: set[str] = set()
    for partij in partijen:
        for naam, aandeel in partij.programmas:
            bijdrage = partij.bijdragen.get(jaar)
            totalen[naam] = totalen.get(naam, Decimal(0)) + (bijdrage or Decimal(0)) * aandeel / HONDERD
            if bijdrage is None:
                onvolledig.add(naam)
    return [
        {"naam": naam, "bijdrage": _bedrag(totalen[naam]), "onvolledig": naam in onvolledig} for naam in sorted(totalen)
    ]


def soort_van(gegevens: Mapping[str, Any]) -> Documentsoort:
    """Which document the data are of."""
    return Documentsoort(gegevens["soort"])


def _bedrag(waarde: Decimal | None) -> str | None:
    return None if waarde is None else f"{waarde.normalize():f}"


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
