from evaluatie.models.doel import Doel
from evaluatie.models.meting import Doeloordeel, Meting
from evaluatie.models.ontwikkelpunt import Ontwikkelpunt
from evaluatie.models.voortgang import Voortgang

__all__ = ["Doel", "Doeloordeel", "Meting", "Ontwikkelpunt", "Voortgang"]
