import governance.models.score  # noqa: F401  # known to Django; not named here, because few may read it
from governance.models.abonnement import Abonnement
from governance.models.afweging import Afweging, Antwoord, Regimekeuze
from governance.models.afwegingsoordeel import Afwegingsoordeel
from governance.models.instrument import Instrumentversie
from governance.models.moment import Moment
from governance.models.momenttekst import VOLGENDE_MOMENTSTATUS, Mandaat, Momentstatus, RolRaad
from governance.models.partijaandeel import Partijaandeel
from governance.models.raadskalender import Raadsvergadering, Reces
from governance.models.raadsvraag import Raadsvraag
from governance.models.regime import Regimepunt
from governance.models.relevantie import Relevantie
from governance.models.sessie import KLAAR, MET_UITSLAG, VOLGENDE_SESSIESTATUS, Sessie, Sessiestatus, VastgesteldeSessie
from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.models.sessieverband import Keuzevraagstuk, Sessieverband
from governance.models.spelerspunt import Spelerspunt
from governance.models.standpunt import Standpunt
from governance.models.stapmoment import Stapmoment
from governance.models.stukkenronde import Stukkenronde
from governance.models.telling import Gescoord, Motieventelling, Scoretelling
from governance.models.wgrcheck import Wgrpunt
from governance.models.zeggenschapsuitleg import Zeggenschapsuitleg
from governance.models.zienswijze import VOLGENDE_ZIENSWIJZESTATUS, Zienswijze, Zienswijzestatus
from governance.models.zienswijzepunt import AndereZienswijze, Zienswijzepunt

__all__ = [
    "KLAAR",
    "MET_UITSLAG",
    "VOLGENDE_MOMENTSTATUS",
    "VOLGENDE_SESSIESTATUS",
    "VOLGENDE_ZIENSWIJZESTATUS",
    "Abonnement",
    "Afweging",
    "Afwegingsoordeel",
    "AndereZienswijze",
    "Antwoord",
    "Gescoord",
    "Instrumentversie",
    "Keuzevraagstuk",
    "Mandaat",
    "Moment",
    "Momentstatus",
    "Motieventelling",
    "Partijaandeel",
    "Raadsvergadering",
    "Raadsvraag",
    "Reces",
    "Regimekeuze",
    "Regimepunt",
    "Relevantie",
    "RolRaad",
    "Scoretelling",
    "Sessie",
    "Sessiedeelnemer",
    "Sessiestatus",
    "Sessieverband",
    "Spelerspunt",
    "Standpunt",
    "Stapmoment",
    "Stukkenronde",
    "VastgesteldeSessie",
    "Wgrpunt",
    "Zeggenschapsuitleg",
    "Zienswijze",
    "Zienswijzepunt",
    "Zienswijzestatus",
]
