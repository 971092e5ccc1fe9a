"""Functie 1: what governance adds to the portal: the moments at which raad and college act."""

from governance.dashboard import proces
from governance.models import Moment
from samenwerkingswijzer.functies import Blok, Deel, Functie, Leegte, register

register.registreer(
    Functie(
        sleutel="governance",
        naam="Governance",
        delen=(
            Deel(Blok.PROCES, "tijdlijn", "governance/delen/tijdlijn.html", proces.kern),
            Deel(Blok.PROCES, "meer", "governance/delen/momenten_meer.html", proces.meer, meer=True, print=False),
        ),
        leegten=(Leegte(Blok.PROCES, "Er zijn nog geen momenten gepland.", proces.aan_zet),),
        modellen=(Moment,),
        momenten=Moment.objects.tijdlijn,
    )
)
