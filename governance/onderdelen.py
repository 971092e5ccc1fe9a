"""What governance adds to the edit screens of a partnership: its moments, and of a regeling the Wgr-check."""

from governance.forms.momenten import MomentFormulier
from governance.forms.regime import RegimepuntFormulier
from governance.forms.wgrcheck import WgrpuntFormulier
from governance.handelingen import regime
from governance.handelingen.wgrcheck import alleen_regelingen
from governance.models import Afweging, Moment, Regimepunt, Sessieverband, Wgrpunt
from governance.regime import met_open_punten
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
            meer=False,
        ),
        toelichting="governance/toelichting/wgr.html",
        geldt=is_regeling,
    )
)
registreer(
    Onderdeel(
        "regime",
        "Regime",
        155,
        "Welke rollen en afspraken in werkelijkheid gelden. Zo ziet u wat er ontbreekt en wat overbodig is.",
        rijen=Rijsoort(
            Regimepunt,
            RegimepuntFormulier,
            "rol of afspraak",
            ("naam", "stand", "vindplaats", "sinds", "nagekeken_op"),
            voeg_toe=regime.voeg_toe,
            vul_aan=met_open_punten,
            begin=("keuze",),
            lidwoord="Deze",
        ),
        toelichting="governance/toelichting/regime.html",
    )
)
geschiedenis.registreer(Afweging, "kenmerken")
geschiedenis.registreer(Sessieverband, "belangrijkheid")
