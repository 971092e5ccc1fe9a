"""What governance adds to the edit screens of a partnership: its moments."""

from governance.forms.momenten import MomentFormulier
from governance.models import Moment
from verbanden.onderdelen import Onderdeel, Rijsoort, registreer

registreer(
    Onderdeel(
        "momenten",
        "Momenten",
        150,
        "Wie er wanneer aan zet is, en wat de raad nog kan veranderen.",
        rijen=Rijsoort(Moment, MomentFormulier, "moment", ("titel", "datum", "wie", "rol_raad", "uiterlijk")),
    )
)
