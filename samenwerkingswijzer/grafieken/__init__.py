"""Small charts as SVG: pure geometry, the same on the screen and on paper.

Every chart has a title and a description that says all its values, so it can be read without being seen.
"""

from samenwerkingswijzer.grafieken.aandelen import Aandelen, aandelen, aandelen_svg
from samenwerkingswijzer.grafieken.doellijn import doellijn_svg
from samenwerkingswijzer.grafieken.saldo import Saldobalk, saldo_svg, saldobalk
from samenwerkingswijzer.grafieken.sparklijn import Punt, Sparklijn, sparklijn, sparklijn_svg
from samenwerkingswijzer.grafieken.staven import Staaf, balk_svg, staven, staven_svg
from samenwerkingswijzer.grafieken.svg import PAPIER, Kleuren
from samenwerkingswijzer.grafieken.tijdlijn import Baan, Merk, Venster, tijdlijn, tijdlijn_svg
from samenwerkingswijzer.grafieken.treden import treden_svg
from samenwerkingswijzer.grafieken.veelvoud import Schaal, schaal_van, veelvoud_svg
from samenwerkingswijzer.grafieken.vergelijking import Vergelijking, vergelijking, vergelijking_svg

__all__ = [
    "PAPIER",
    "Aandelen",
    "Baan",
    "Kleuren",
    "Merk",
    "Punt",
    "Saldobalk",
    "Schaal",
    "Sparklijn",
    "Staaf",
    "Venster",
    "Vergelijking",
    "aandelen",
    "aandelen_svg",
    "balk_svg",
    "doellijn_svg",
    "saldo_svg",
    "saldobalk",
    "schaal_van",
    "sparklijn",
    "sparklijn_svg",
    "staven",
    "staven_svg",
    "tijdlijn",
    "tijdlijn_svg",
    "treden_svg",
    "veelvoud_svg",
    "vergelijking",
    "vergelijking_svg",
]
