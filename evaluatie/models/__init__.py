from evaluatie.models.doel import Doel
from evaluatie.models.evaluatie import Evaluatie, VastgesteldeEvaluatie
from evaluatie.models.evaluatieconclusie import Evaluatieconclusie
from evaluatie.models.evaluatieoordeel import Evaluatieoordeel
from evaluatie.models.evaluatiestap import Evaluatiestap
from evaluatie.models.meting import Doeloordeel, Meting
from evaluatie.models.ontwikkelpunt import Ontwikkelpunt
from evaluatie.models.voortgang import Voortgang

__all__ = [
    "Doel",
    "Doeloordeel",
    "Evaluatie",
    "Evaluatieconclusie",
    "Evaluatieoordeel",
    "Evaluatiestap",
    "Meting",
    "Ontwikkelpunt",
    "VastgesteldeEvaluatie",
    "Voortgang",
]
