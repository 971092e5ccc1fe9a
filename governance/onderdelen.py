"""What governance adds to the edit screens of a partnership: one section for each concept that people keep."""

from governance.forms.momenten import MomentFormulier, StukkenrondeFormulier
from governance.forms.regime import RegimepuntFormulier
from governance.forms.samenspel import PartijaandeelFormulier, SpelerspuntFormulier, StandpuntFormulier
from governance.forms.wgrcheck import WgrpuntFormulier
from governance.forms.zeggenschap import ZeggenschapsuitlegFormulier
from governance.handelingen import regime
from governance.handelingen.momenten import in_volgorde
from governance.handelingen.samenspel import alleen_deelnemers
from governance.handelingen.wgrcheck import alleen_regelingen
from governance.models import (
    Afweging,
    AndereZienswijze,
    Moment,
    Partijaandeel,
    Raadsvraag,
    Regimepunt,
    Relevantie,
    Sessieverband,
    Spelerspunt,
    Standpunt,
    Stapmoment,
    Stukkenronde,
    Wgrpunt,
    Zeggenschapsuitleg,
    Zienswijze,
    Zienswijzepunt,
)
from governance.regime import met_open_keuzes
from governance.samenspel.zelfcheck import met_open_punten
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
        rijen=Rijsoort(
            Moment,
            MomentFormulier,
            "moment",
            ("titel", "datum", "wie", "rol_raad", "status", "mandaat", "uiterlijk"),
            controle=in_volgorde,
            begin=("soort", "wie", "titel"),
        ),
        toelichting="governance/toelichting/momenten.html",
    )
)
registreer(
    Onderdeel(
        "stukken",
        "Stukken en dagen",
        152,
        "Wanneer een stuk kwam en wanneer het bestuur besluit. De termijnen rekent het portaal uit.",
        rijen=Rijsoort(
            Stukkenronde,
            StukkenrondeFormulier,
            "stuk",
            ("stuk", "jaar", "ontvangen", "gevraagd_voor", "vergadering", "vastgesteld"),
            begin=("stuk", "jaar", "nummer"),
        ),
        toelichting="governance/toelichting/stukken.html",
        geldt=is_regeling,
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
            vul_aan=met_open_keuzes,
            begin=("keuze",),
            lidwoord="Deze",
        ),
        toelichting="governance/toelichting/regime.html",
    )
)
registreer(
    Onderdeel(
        "standpunten",
        "Standpunten",
        170,
        "Hoe elke partij naar dit verband kijkt, en welke belangen, wensen en motieven zij heeft.",
        rijen=Rijsoort(
            Standpunt,
            StandpuntFormulier,
            "standpunt",
            ("partij", "datum", "perspectief", "belangen", "bron"),
            controle=alleen_deelnemers,
        ),
        toelichting="governance/toelichting/standpunten.html",
    )
)
registreer(
    Onderdeel(
        "aandelen",
        "Wie doet wat",
        180,
        "Wat elke partij in een jaar doet, met welk resultaat, kosten en baten, en of de verdeelsleutel daarbij past.",
        rijen=Rijsoort(
            Partijaandeel,
            PartijaandeelFormulier,
            "aandeel",
            ("partij", "jaar", "soort", "deel_taak", "deel_baten", "deel_sleutel", "kosten", "baten"),
            controle=alleen_deelnemers,
        ),
        toelichting="governance/toelichting/aandelen.html",
    )
)
registreer(
    Onderdeel(
        "zelfcheck",
        "Zelfcheck",
        190,
        "Zijn wij een goede samenwerkingsspeler? Kijk elk jaar naar vier punten, met bewijs.",
        rijen=Rijsoort(
            Spelerspunt,
            SpelerspuntFormulier,
            "punt",
            ("punt", "jaar", "oordeel", "bewijs"),
            vul_aan=met_open_punten,
            begin=("punt", "jaar"),
        ),
        toelichting="governance/toelichting/zelfcheck.html",
    )
)
geschiedenis.registreer(Afweging, "kenmerken")
geschiedenis.registreer(Relevantie, "kenmerken")
geschiedenis.registreer(Sessieverband, "belangrijkheid")
geschiedenis.registreer(Zienswijze, "momenten")
geschiedenis.registreer(Zienswijzepunt, "momenten", via="zienswijze__verband_id")
geschiedenis.registreer(AndereZienswijze, "momenten", via="zienswijze__verband_id")
geschiedenis.registreer(Raadsvraag, "momenten")
geschiedenis.registreer(Stapmoment, "momenten")
