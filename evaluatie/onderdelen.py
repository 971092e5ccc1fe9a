"""What evaluatie adds to the edit screens of a partnership: its ontwikkelagenda."""

from evaluatie.forms.ontwikkelpunt import OntwikkelpuntFormulier
from evaluatie.handelingen.ontwikkelagenda import geldige_stap
from evaluatie.models import Ontwikkelpunt
from verbanden.onderdelen import Onderdeel, Rijsoort, registreer

registreer(
    Onderdeel(
        "ontwikkelagenda",
        "Ontwikkelagenda",
        200,
        "Wat wij in dit verband verbeteren, wie dat doet en wanneer het klaar is.",
        rijen=Rijsoort(
            Ontwikkelpunt,
            OntwikkelpuntFormulier,
            "punt",
            ("titel", "stand", "eigenaar", "termijn"),
            controle=geldige_stap,
        ),
    )
)
