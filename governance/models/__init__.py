from governance.models.afweging import Afweging, Antwoord, Regimekeuze
from governance.models.instrument import Instrumentversie
from governance.models.moment import Moment
from governance.models.partijaandeel import Partijaandeel
from governance.models.spelerspunt import Spelerspunt
from governance.models.standpunt import Standpunt
from governance.models.wgrcheck import Wgrpunt

__all__ = [
    "Afweging",
    "Antwoord",
    "Instrumentversie",
    "Moment",
    "Partijaandeel",
    "Regimekeuze",
    "Spelerspunt",
    "Standpunt",
    "Wgrpunt",
]
