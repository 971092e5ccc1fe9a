from governance.models.afweging import Afweging, Antwoord, Regimekeuze
from governance.models.afwegingsoordeel import Afwegingsoordeel
from governance.models.instrument import Instrumentversie
from governance.models.moment import Moment
from governance.models.partijaandeel import Partijaandeel
from governance.models.regime import Regimepunt
from governance.models.relevantie import Relevantie
from governance.models.spelerspunt import Spelerspunt
from governance.models.standpunt import Standpunt
from governance.models.wgrcheck import Wgrpunt
from governance.models.zeggenschapsuitleg import Zeggenschapsuitleg

__all__ = [
    "Afweging",
    "Afwegingsoordeel",
    "Antwoord",
    "Instrumentversie",
    "Moment",
    "Partijaandeel",
    "Regimekeuze",
    "Regimepunt",
    "Relevantie",
    "Spelerspunt",
    "Standpunt",
    "Wgrpunt",
    "Zeggenschapsuitleg",
]
