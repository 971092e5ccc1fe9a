import governance.models.score  # noqa: F401  # known to Django; not named here, because few may read it
from governance.models.afweging import Afweging, Antwoord, Regimekeuze
from governance.models.instrument import Instrumentversie
from governance.models.moment import Moment
from governance.models.regime import Regimepunt
from governance.models.sessie import MET_UITSLAG, VOLGENDE_SESSIESTATUS, Sessie, Sessiestatus, VastgesteldeSessie
from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.models.sessieverband import Keuzevraagstuk, Sessieverband
from governance.models.telling import Gescoord, Motieventelling, Scoretelling
from governance.models.wgrcheck import Wgrpunt

__all__ = [
    "MET_UITSLAG",
    "VOLGENDE_SESSIESTATUS",
    "Afweging",
    "Antwoord",
    "Gescoord",
    "Instrumentversie",
    "Keuzevraagstuk",
    "Moment",
    "Motieventelling",
    "Regimekeuze",
    "Regimepunt",
    "Scoretelling",
    "Sessie",
    "Sessiedeelnemer",
    "Sessiestatus",
    "Sessieverband",
    "VastgesteldeSessie",
    "Wgrpunt",
]
