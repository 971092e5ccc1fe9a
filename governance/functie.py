"""Functie 1: what governance adds to the portal: the moments at which raad and college act, and our say."""

from governance.dashboard import proces, regime
from governance.models import Moment
from samenwerkingswijzer.functies import Blok, Deel, Functie, Leegte, register

register.registreer(
    Functie(
        sleutel="governance",
        naam="Governance",
        delen=(
            Deel(
                Blok.REGIME,
                "zeggenschap",
                "governance/delen/zeggenschap_link.html",
                regime.naar_zeggenschap,
                volgorde=200,
                meer=True,
                print=False,
            ),
            Deel(Blok.PROCES, "tijdlijn", "governance/delen/tijdlijn.html", proces.kern),
            Deel(Blok.PROCES, "meer", "governance/delen/momenten_meer.html", proces.meer, meer=True, print=False),
        ),
        leegten=(Leegte(Blok.PROCES, "Er zijn nog geen momenten gepland.", proces.aan_zet),),
        modellen=(Moment,),
        momenten=Moment.objects.tijdlijn,
    )
)
