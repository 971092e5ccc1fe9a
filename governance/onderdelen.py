"""What governance adds to the edit screens of a partnership: moments, why votes differ, and the Wgr-check."""

from governance.forms.momenten import MomentFormulier
from governance.forms.wgrcheck import WgrpuntFormulier
from governance.forms.zeggenschap import ZeggenschapsuitlegFormulier
from governance.handelingen.wgrcheck import alleen_regelingen
from governance.models import Afweging, Moment, Wgrpunt, Zeggenschapsuitleg
from governance.wgrcheck import met_open_plekken
from verbanden import geschiedenis
from verbanden.models import Samenwerkingsverband
from verbanden.models.keuzes import REGELINGEN
from verbanden.onderdelen import Onderdeel, Rijsoort, registreer


def is_regeling(verband: Samenwerkingsverband) -> bool:
    """Whether it is one of the kinds of regeling of the Wgr."""
    return verband.vorm in REGELINGEN


registreer(
    Onderdeel(
        "uitleg",
        "Uitleg bij stemmen",
        65,
        "Past onze stem niet bij wat wij betalen? Leg hier uit waarom, met het principe en de bron.",
        rijen=Rijsoort(
            Zeggenschapsuitleg,
            ZeggenschapsuitlegFormulier,
            "uitleg",
            ("orgaan", "maat", "principe", "uitleg", "bron", "datum"),
            lidwoord="Deze",
            begin=("orgaan", "maat"),
        ),
    )
)
registreer(
    Onderdeel(
        "momenten",
        "Momenten",
        150,
        "Wie er wanneer aan zet is, en wat de raad nog kan veranderen.",
        rijen=Rijsoort(Moment, MomentFormulier, "moment", ("titel", "datum", "wie", "rol_raad", "uiterlijk")),
    )
)
registreer(
    Onderdeel(
        "wgr",
        "Wgr-check",
        160,
        "Wat de regeling sinds 2022 moet regelen. Zoek elk onderwerp op in de regeling en vul in waar het staat.",
        rijen=Rijsoort(
            Wgrpunt,
            WgrpuntFormulier,
            "onderwerp",
            ("onderwerp", "stand", "artikel", "nagekeken_op"),
            controle=alleen_regelingen,
            vul_aan=met_open_plekken,
            begin=("onderwerp",),
        ),
        toelichting="governance/toelichting/wgr.html",
        geldt=is_regeling,
    )
)
geschiedenis.registreer(Afweging, "kenmerken")
