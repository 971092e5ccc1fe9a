"""Random edits of what a dashboard shows, each in the way an act writes it."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from governance.models import Moment
from governance.regels.wgr import ONDERWERPEN
from samenwerkingswijzer.historie import bewaar, met_verantwoording, verwijder
from samenwerkingswijzer.models import Gebruiker, Gemeente
from tests.fabriek import maak_belangrijkheid, maak_cijfer, maak_risico, maak_stand, maak_wgrpunt
from verbanden.models import Klasse, Oordeel, Post, Samenwerkingsverband

Wijziging = Callable[[Samenwerkingsverband, Gebruiker, random.Random, datetime], Any]


def zet(rij: Any, veld: str, waarde: Any, door: Gebruiker, op: datetime) -> None:
    """Give one field another value, with history."""
    setattr(rij, veld, waarde)
    met_verantwoording(rij, door=door, op=op, reden="")
    rij.save()


def naam(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(verband, "naam", f"Verband {toeval.randint(1, 99)}", door, op)


def cijfer(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    rij = toeval.choice(list(verband.jaarcijfers.filter(post=Post.BIJDRAGE)))
    zet(rij, "bedrag", Decimal(toeval.randint(1, 10**6)), door, op)


def nieuw_cijfer(verband: Samenwerkingsverband, _: Gebruiker, toeval: random.Random, op: datetime) -> None:
    bezet = set(verband.jaarcijfers.filter(post=Post.DIVIDEND).values_list("jaar", flat=True))
    maak_cijfer(
        verband, toeval.choice([jaar for jaar in range(2030, 2100) if jaar not in bezet]), post=Post.DIVIDEND, op=op
    )


def weg(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    rijen = [
        *verband.risicos.all(),
        *verband.momenten.all(),
        *verband.wgrpunten.all(),
        *verband.jaarcijfers.filter(post=Post.DIVIDEND),
    ]
    if rijen:
        verwijder(toeval.choice(rijen), door=door, op=op)


def stand(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    maak_stand(verband, toeval.choice(list(Oordeel)), op=op, auteur=door)


def risico(verband: Samenwerkingsverband, _: Gebruiker, toeval: random.Random, op: datetime) -> None:
    maak_risico(verband, op=op, omschrijving=f"Risico {toeval.randint(1, 99)}")


def organisatie(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(list(verband.deelnames.all())[-1].organisatie, "naam", f"Gemeente {toeval.randint(1, 99)}", door, op)


def deelname(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(verband.deelnames.first(), "kostenaandeel", Decimal(toeval.randint(1, 99)), door, op)


def gebruiker(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(verband.accounthouderschappen.get().gebruiker, "naam", f"Accounthouder {toeval.randint(1, 99)}", door, op)


def gemeente(_: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(Gemeente.huidige(), "naam", f"Voorbeeldstad {toeval.randint(1, 99)}", door, op)


def programma(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    zet(verband.programmadelen.all()[0].programma, "naam", f"Programma {toeval.random()}", door, op)


def moment(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    dag = op.date() + timedelta(days=toeval.randint(-40, 200))
    bewaar(Moment(verband=verband, datum=dag, wie="raad", titel=f"Stap {toeval.random()}"), door=door, op=op)


def klasse(verband: Samenwerkingsverband, _: Gebruiker, toeval: random.Random, op: datetime) -> None:
    bezet = set(verband.belangrijkheden.values_list("datum", flat=True))
    vrij = [dag for dag in (date(2026, 1, 1) + timedelta(days=n) for n in range(120)) if dag not in bezet]
    maak_belangrijkheid(verband, toeval.choice(list(Klasse)), op=op, datum=toeval.choice(vrij))


def wgrpunt(verband: Samenwerkingsverband, door: Gebruiker, toeval: random.Random, op: datetime) -> None:
    onderwerp = toeval.choice(ONDERWERPEN).sleutel
    bestaand = verband.wgrpunten.filter(onderwerp=onderwerp).first()
    if bestaand:
        zet(bestaand, "artikel", f"artikel {toeval.randint(1, 99)}", door, op)
    else:
        maak_wgrpunt(verband, onderwerp, op=op)


WIJZIGINGEN: tuple[Wijziging, ...] = (
    naam,
    cijfer,
    nieuw_cijfer,
    weg,
    stand,
    risico,
    organisatie,
    deelname,
    gebruiker,
    gemeente,
    programma,
    moment,
    klasse,
    wgrpunt,
)
