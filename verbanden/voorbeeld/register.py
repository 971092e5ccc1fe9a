"""The sections of the register and of the shared ground, in the order in which rows need each other."""

from pathlib import Path
from typing import Any

from samenwerkingswijzer.models import Gebruiker, Gemeente
from verbanden import models
from verbanden.voorbeeld.cijfers import lees_cijfers
from verbanden.voorbeeld.documenten import zet_neer
from verbanden.voorbeeld.lijsten import stel_vast
from verbanden.voorbeeld.secties import Sectie, registreer


def account_zonder_wachtwoord(**velden: Any) -> Gebruiker:
    """An account that nobody can enter with a password."""
    gebruiker = Gebruiker(**velden)
    gebruiker.set_unusable_password()
    return gebruiker


def gemeente(**velden: Any) -> Gemeente:
    """The one row of the municipality."""
    return Gemeente(id=1, **velden)


registreer(
    Path(__file__).parent / "gegevens",
    gebruikers=Sectie(Gebruiker, maak=account_zonder_wachtwoord),
    gemeente=Sectie(Gemeente, maak=gemeente),
    programmas=Sectie(models.Programma),
    portefeuilles=Sectie(models.Portefeuille),
    organisaties=Sectie(models.Organisatie),
    verbanden=Sectie(models.Samenwerkingsverband, sleutel="slug"),
    accounthouderschappen=Sectie(models.Accounthouderschap),
    teamleden=Sectie(models.Teamlid),
    programmadelen=Sectie(models.Programmadeel),
    deelnames=Sectie(models.Deelname),
    zeggenschap=Sectie(models.Zeggenschap),
    vertegenwoordiging=Sectie(models.Vertegenwoordiging),
    belangrijkheid=Sectie(models.Belangrijkheid),
    standen=Sectie(models.StandVanZaken),
    risicos=Sectie(models.Risico),
    samenhang=Sectie(models.Samenhang),
    verwijzingen=Sectie(models.Verwijzing),
    versies=Sectie(models.Regelingversie),
    documenten=Sectie(models.Document, doe=zet_neer),
    cijfers=Sectie(models.Jaarcijfer, lees=lees_cijfers),
    vastgestelde_lijsten=Sectie(models.Editie, doe=stel_vast),
)
