"""What evaluatie adds to the edit screens of a partnership: goals, measurements, judgements and ontwikkelagenda."""

from evaluatie.forms.doel import DoelFormulier, DoeloordeelFormulier, MetingFormulier
from evaluatie.forms.ontwikkelpunt import OntwikkelpuntFormulier
from evaluatie.handelingen.doelen import beoordeel, doel_van_verband, geldige_trede
from evaluatie.handelingen.ontwikkelagenda import geldige_stap
from evaluatie.models import Doel, Doeloordeel, Evaluatie, Meting, Ontwikkelpunt, Voortgang
from samenwerkingswijzer.rechten import Recht
from verbanden import geschiedenis
from verbanden.onderdelen import Onderdeel, Rijsoort, registreer

registreer(
    Onderdeel(
        "doelen",
        "Doelen",
        194,
        "Wat wij met dit verband willen bereiken, en waaraan wij dat zien.",
        rijen=Rijsoort(
            Doel,
            DoelFormulier,
            "doel",
            ("titel", "invalshoek", "indicator", "streefwaarde", "streefjaar", "vervallen_op"),
            controle=geldige_trede,
        ),
        toelichting="evaluatie/toelichting/doelen.html",
    )
)
registreer(
    Onderdeel(
        "metingen",
        "Metingen",
        196,
        "Wat er van elk doel is gemeten, wanneer en door wie.",
        rijen=Rijsoort(
            Meting,
            MetingFormulier,
            "meting",
            ("doel", "datum", "waarde", "bron"),
            controle=doel_van_verband,
            lidwoord="Deze",
            begin=("doel",),
        ),
    )
)
registreer(
    Onderdeel(
        "doeloordelen",
        "Oordeel over doelen",
        198,
        "Wat u van elk doel vindt, naast wat de metingen zeggen. Eerdere oordelen blijven.",
        recht=Recht.OORDELEN,
        rijen=Rijsoort(
            Doeloordeel,
            DoeloordeelFormulier,
            "oordeel",
            ("doel", "oordeel", "zin", "datum", "auteur"),
            voeg_toe=beoordeel,
            wijzigbaar=False,
            verwijderbaar=False,
            begin=("doel",),
        ),
    )
)
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
geschiedenis.registreer(Voortgang, "doelen")
geschiedenis.registreer(Evaluatie, "ontwikkelagenda")
