"""Putting a partnership of the register into the portal, with its participants, links and versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from samenwerkingswijzer.historie import Gevolgd
from verbanden.handelingen.verbanden import basisslug, vrije_slug
from verbanden.models import Deelname, Organisatie, Regelingversie, Samenwerkingsverband, Verwijzing
from verbanden.register.bron import Bron
from verbanden.roo.beeld import DEELNAMEVELDEN

Gegevens = Mapping[str, Any]  # a `Verbandbeeld`, `Deelnamebeeld`, ... as JSON


class RegisterWaarde(ValidationError):
    """A value of the register that the portal cannot hold; the message is Dutch and says of what."""

    def __init__(self, wat: str, fout: ValidationError) -> None:
        super().__init__(f"{wat}: {' '.join(dict.fromkeys(fout.messages))}")


def maak_verband(gegevens: Gegevens, *, bron: Bron) -> Samenwerkingsverband:
    """Make the partnership and everything around it; `gegevens` is a `Verbandbeeld` as JSON."""
    naam = gegevens["velden"]["naam"]
    if Samenwerkingsverband.objects.filter(naam__iexact=naam).exists():
        raise ValidationError(f"Er is al een verband met de naam '{naam}'.")
    begin = basisslug(naam)
    bezet = Samenwerkingsverband.objects.filter(slug__startswith=begin).values_list("slug", flat=True)
    verband = Samenwerkingsverband(slug=vrije_slug(begin, bezet), roo_bestand_van=bron.bestand_van)
    zet(verband, gegevens["velden"])
    roo = ("roo_regeling", "roo_organisatie", "roo_gewijzigd_op", "roo_geverifieerd_op", "korte_naam")
    zet(verband, {veld: gegevens[veld] for veld in roo})
    bewaar(bron, verband, naam)
    for deelname in gegevens["deelnames"]:
        voeg_deelname_toe(verband, deelname, bron=bron)
    for verwijzing in gegevens["verwijzingen"]:
        voeg_rij_toe(verband, Verwijzing, verwijzing, bron=bron)
    for versie in gegevens["versies"]:
        voeg_rij_toe(verband, Regelingversie, versie, bron=bron)
    return verband


def voeg_deelname_toe(verband: Samenwerkingsverband, gegevens: Gegevens, *, bron: Bron) -> Deelname:
    """Let an organisation take part; one that the portal does not know is made."""
    organisatie = zoek_organisatie(gegevens) or _maak_organisatie(gegevens, bron)
    deelname = Deelname(verband=verband, organisatie=organisatie)
    zet(deelname, {veld: gegevens[veld] for veld in DEELNAMEVELDEN})
    bewaar(bron, deelname, f"{verband.naam}, {organisatie.naam}")
    return deelname


def voeg_rij_toe(
    verband: Samenwerkingsverband, model: type[Verwijzing | Regelingversie], gegevens: Gegevens, *, bron: Bron
) -> None:
    """Add a link or a version."""
    rij = model(verband=verband)
    zet(rij, gegevens)
    bewaar(bron, rij, f"{verband.naam}, {rij.titel}")


def zoek_organisatie(gegevens: Gegevens) -> Organisatie | None:
    """The organisation with this TOOI, or else one with this name where one of both has no TOOI."""
    naam, tooi = gegevens["naam"], gegevens["tooi"]
    if tooi and (gevonden := Organisatie.objects.filter(tooi=tooi).first()):
        return gevonden
    zelfde = Organisatie.objects.filter(naam__iexact=naam).order_by("id")
    return (zelfde.filter(tooi="") if tooi else zelfde).first()


def zet(rij: models.Model, waarden: Gegevens) -> None:
    """Give a row values as JSON; its check turns them into days, numbers and so on."""
    for veld, waarde in waarden.items():
        setattr(rij, veld, waarde)


def bewaar(bron: Bron, rij: Gevolgd, wat: str) -> None:
    """Save, and say of what a value was not right."""
    try:
        bron.bewaar(rij)
    except ValidationError as fout:
        raise RegisterWaarde(wat, fout) from fout


def _maak_organisatie(gegevens: Gegevens, bron: Bron) -> Organisatie:
    organisatie = Organisatie(**{veld: gegevens[veld] for veld in ("naam", "soort", "tooi")})
    bewaar(bron, organisatie, f"Deelnemer {gegevens['naam']}")
    return organisatie
