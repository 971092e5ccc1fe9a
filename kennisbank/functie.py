"""Functie 4: what the kennisbank adds to the portal: articles, guidance beside every step, and terms."""

from kennisbank.geheugen import naslag
from kennisbank.handelingen.inhoud import laad_eigen_invulling
from samenwerkingswijzer.functies import Functie, MenuPunt, register

register.registreer(
    Functie(
        sleutel="kennisbank",
        naam="Kennisbank",
        menu=(MenuPunt("Leren", "kennisbank:start", 70),),
        inrichten=laad_eigen_invulling,
        naslag=naslag,
    )
)
