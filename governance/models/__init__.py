import governance.models.score  # noqa: F401  # known to Django; not named here, because few may read it
from governance.models.afweging import Afweging, Antwoord, Regimekeuze
from governance.models.afwegingsoordeel import Afwegingsoordeel
from governance.models.instrument import Instrumentversie
from governance.models.moment import Moment
from governance.models.partijaandeel import Partijaandeel
from governance.models.raadsvraag import Raadsvraag
from governance.models.regime import Regimepunt
from governance.models.relevantie import Relevantie
from governance.models.sessie import KLAAR, MET_UITSLAG, VOLGENDE_SESSIESTATUS, Sessie, Sessiestatus, VastgesteldeSessie
from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.models.sessieverband import Keuzevraagstuk, Sessieverband
from governance.models.spelerspunt import Spelerspunt
from governance.models.standpunt import Standpunt
from governance.models.telling import Gescoord, Motieventelling, Scoretelling
from governance.models.wgrcheck import Wgrpunt
from governance.models.zeggenschapsuitleg import Zeggenschapsuitleg
from governance.models.zienswijze import VOLGENDE_ZIENSWIJZESTATUS, Zienswijze, Zienswijzestatus
from governance.models.zienswijzepunt import AndereZienswijze, Zienswijzepunt

__all__ = [
    "KLAAR",
    "MET_UITSLAG",
    "VOLGENDE_SESSIESTATUS",
    "VOLGENDE_ZIENSWIJZESTATUS",
    "Afweging",
    "Afwegingsoordeel",
    "AndereZienswijze",
    "Antwoord",
    "Gescoord",
    "Instrumentversie",
    "Keuzevraagstuk",
    "Moment",
    "Motieventelling",
    "Partijaandeel",
    "Raadsvraag",
    "Regimekeuze",
    "Regimepunt",
    "Relevantie",
    "Scoretelling",
    "Sessie",
    "Sessiedeelnemer",
    "Sessiestatus",
    "Sessieverband",
    "Spelerspunt",
    "Standpunt",
    "VastgesteldeSessie",
    "Wgrpunt",
    "Zeggenschapsuitleg",
    "Zienswijze",
    "Zienswijzepunt",
    "Zienswijzestatus",
]
