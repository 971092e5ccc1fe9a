"""The figures of one year of a partnership: enter, take over, correct."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import weergave
from verbanden.forms.basis import neem_fouten
from verbanden.forms.cijfers import Cijferformulier, Groep, begin, gesplitst, indeling, overgenomen, vul_aan
from verbanden.handelingen import jaarcijfers
from verbanden.handelingen.jaarcijfers import Cijfer, CijferConflict, Toestand
from verbanden.lijst.toetsing import lijst_over
from verbanden.models import Jaarcijfer, Post, Samenwerkingsverband
from verbanden.regels.controle import Bevinding
from verbanden.views import conflict
from verbanden.views.bewerkpagina import ONGELDIG, bewerkpagina, eis_hier, kader, kruimels, naam, nu, toon, vandaag
from verbanden.views.cijfercontrole import controleer, in_formulier, let_op
from verbanden.views.poging import TEGELIJK
from verbanden.volledigheid import lijstjaar

EERSTE_JAAR, LAATSTE_JAAR = 1980, 2100


@bewerkpagina("GET", "HEAD")
def naar_jaar(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """To the year whose list is in the making."""
    eis_hier(request, verband, Recht.BEWERKEN)
    return HttpResponseRedirect(reverse("verbanden:cijfers", args=[verband.slug, lijstjaar(vandaag())]))


@bewerkpagina("GET", "HEAD", "POST")
def cijfers(request: Verzoek, verband: Samenwerkingsverband, jaar: int) -> HttpResponse:
    """The page of one year."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise Http404
    eis_hier(request, verband, Recht.BEWERKEN)
    blad = Blad(request, verband, jaar)
    if request.method != "POST":
        return blad.toon(blad.formulier())
    if request.POST.get("actie") == "overnemen":
        return blad.neem_over()
    return blad.bewaar()


class Blad:
    """One year of one partnership, during one request."""

    def __init__(self, request: Verzoek, verband: Samenwerkingsverband, jaar: int) -> None:
        self.request, self.verband, self.jaar = request, verband, jaar
        alle = list(Jaarcijfer.objects.filter(verband=verband, jaar__in=(jaar - 1, jaar)))
        self.rijen = [rij for rij in alle if rij.jaar == jaar]
        self.huidig = jaarcijfers.toestand(self.rijen)
        self.rijen_vorig = [rij for rij in alle if rij.jaar == jaar - 1]
        self.vorig = jaarcijfers.toestand(self.rijen_vorig)

    def formulier(self) -> Cijferformulier:
        """The form with what is stored."""
        groepen = indeling(self.huidig, apart=self.request.GET.getlist("apart"))
        eerste = begin(groepen, self.huidig, jaar=self.jaar, vandaag=vandaag())
        return self._formulier(None, groepen, initial=eerste)

    def _formulier(self, data: Any, groepen: tuple[Groep, ...], **opties: Any) -> Cijferformulier:
        toestand = self.huidig if data is None else {**(self._basis() or {}), **self.huidig}
        return Cijferformulier(data, groepen=groepen, toestand=toestand, jaar=self.jaar, vandaag=vandaag(), **opties)

    def _gepost(self) -> Cijferformulier:
        return self._formulier(self.request.POST, self._groepen())

    def _groepen(self) -> tuple[Groep, ...]:
        return indeling(apart=self.request.POST.getlist("apart"))

    def _basis(self, veld: str = "versie") -> Toestand | None:
        versies = jaarcijfers.lees_versies(self.request.POST.get(veld, ""))
        return jaarcijfers.toestand_van(self.verband, self.jaar, versies)

    def neem_over(self) -> HttpResponse:
        """Fill what is empty with last year's figures; nothing is saved."""
        groepen = self._groepen()
        aanvulling = overgenomen(self.vorig, jaar=self.jaar)
        eerste = begin(groepen, aanvulling, jaar=self.jaar, vandaag=vandaag())
        getypt = {naam: self.request.POST.get(naam, "") for naam in self.request.POST}
        data = vul_aan(getypt, eerste, [g for g in groepen if any(post in aanvulling for post in g.posten)])
        messages.info(self.request, f"De cijfers van {self.jaar - 1} zijn ingevuld. Ze zijn nog niet bewaard.")
        return self.toon(self._formulier(None, groepen, initial=data), versie=self.request.POST.get("versie"))

    def bewaar(self) -> HttpResponse:
        """Check and save; a conflict is solved per figure."""
        formulier = self._gepost()
        if not formulier.is_valid():
            return self.toon(formulier, ONGELDIG, versie=self.request.POST.get("versie"))
        if "samenvoegen" in self.request.POST:
            return self._voeg_samen(formulier)
        return self._probeer(formulier, formulier.cijfers(), self.request.POST.get("versie", ""))

    def _voeg_samen(self, formulier: Cijferformulier) -> HttpResponse:
        gezien = self._basis("versie")
        if gezien is None:
            return self._probeer(formulier, formulier.cijfers(), self.request.POST.get("basis", ""))
        strijd = self._strijd(formulier.cijfers(), self._basis("basis"), gezien)
        keuze = conflict.lees_keuzes(self.request.POST, strijd)
        if keuze.fouten:
            versies = (self.request.POST.get("basis", ""), self.request.POST.get("versie", ""))
            return self._conflict(strijd, self._verborgen(*versies), keuze=keuze)
        return self._probeer(formulier, keuze.waarden, self.request.POST.get("versie", ""), na_keuze=True)

    def _probeer(
        self, formulier: Cijferformulier, waarden: Mapping[str, Cijfer | None], versie: str, na_keuze: bool = False
    ) -> HttpResponse:
        try:
            anders = self._schrijf(formulier, waarden, versie)
        except CijferConflict as botsing:
            return self._botsing(waarden, botsing, versie)
        except ValidationError as fout:
            neem_fouten(formulier, fout)
        except IntegrityError:
            formulier.add_error(None, TEGELIJK)
        else:
            klaar = f"De cijfers van {self.jaar} zijn bewaard." if anders else "Er was niets veranderd."
            messages.success(self.request, klaar)
            return HttpResponseRedirect(reverse("verbanden:cijfers", args=[self.verband.slug, self.jaar]))
        return self._geweigerd(formulier, waarden, versie, na_keuze)

    def _geweigerd(
        self, formulier: Cijferformulier, waarden: Mapping[str, Cijfer | None], versie: str, na_keuze: bool
    ) -> HttpResponse:
        """The act refused: the same form, with the merged figures when they came from the conflict page."""
        if not na_keuze:
            return self.toon(formulier, ONGELDIG, versie=versie)
        gekozen = {post: cijfer for post, cijfer in waarden.items() if cijfer}
        groepen = indeling(gekozen)
        eerste = begin(groepen, gekozen, jaar=self.jaar, vandaag=vandaag())
        leeg = self._formulier(None, groepen)
        nieuw = self._formulier(als_invoer(leeg, eerste, self.request.POST.get("reden_wijziging", "")), groepen)
        nieuw.is_valid()
        for veld, meldingen in formulier.errors.items():
            nieuw.add_error(veld if veld in nieuw.fields else None, list(meldingen))
        return self.toon(nieuw, ONGELDIG, versie=versie)

    def _schrijf(self, formulier: Cijferformulier, waarden: Mapping[str, Cijfer | None], versie: str) -> list[str]:
        return jaarcijfers.bewaar_jaar(
            verband=self.verband,
            jaar=self.jaar,
            versies=jaarcijfers.lees_versies(versie),
            cijfers=waarden,
            door=self.request.user,
            op=nu(),
            reden=formulier.cleaned_data["reden_wijziging"],
        )

    def _botsing(self, mijn: Mapping[str, Cijfer | None], botsing: CijferConflict, versie: str) -> HttpResponse:
        rijen = jaarcijfers.rijen(self.verband, self.jaar)
        strijd = self._strijd(mijn, botsing.basis, jaarcijfers.toestand(rijen))
        if not strijd.samen().botsingen and strijd.samen().waarden == strijd.ander:
            messages.success(self.request, "Iemand anders bewaarde hetzelfde. Er is niets meer te bewaren.")
            return HttpResponseRedirect(reverse("verbanden:cijfers", args=[self.verband.slug, self.jaar]))
        return self._conflict(strijd, self._verborgen(versie, jaarcijfers.schrijf_versies(rijen), strijd.mijn))

    def _strijd(self, mijn: Mapping[str, Any], basis: Toestand | None, ander: Toestand) -> conflict.Strijd:
        laatste = (
            Jaarcijfer.history.filter(verband_id=self.verband.id, jaar=self.jaar)
            .select_related("history_user")
            .order_by("-history_date", "-history_id")
            .first()
        )
        door = laatste.history_user if laatste else None
        return conflict.Strijd(
            velden={post: conflict.Veld(f"{Post(post).label} {self.jaar}", _woorden(post)) for post in mijn},
            basis=None if basis is None else {post: basis.get(post) for post in mijn},
            mijn=mijn,
            ander={post: ander.get(post) for post in mijn},
            wie=door.naam if door else "iemand anders",
            wanneer=laatste.history_date if laatste else None,
        )

    def _verborgen(
        self, basis: str, versie: str, mijn: Mapping[str, Cijfer | None] | None = None
    ) -> conflict.Verborgen:
        """My figures as a browser would send them; after a choice that is the merged set, no longer what was sent."""
        extra = [("basis", basis[:4000]), ("versie", versie[:4000]), ("samenvoegen", "ja")]
        if mijn is None:
            weg = ("basis", "versie", "samenvoegen", "csrfmiddlewaretoken")
            overig = [n for n in self.request.POST if n not in weg and not n.startswith("keuze-")]
            return [(n, w) for n in overig for w in self.request.POST.getlist(n)] + extra
        cijfers = {post: cijfer for post, cijfer in mijn.items() if cijfer}
        groepen = indeling(cijfers, apart=self.request.POST.getlist("apart"))
        eerste = begin(groepen, cijfers, jaar=self.jaar, vandaag=vandaag())
        leeg = self._formulier(None, groepen)
        invoer = als_invoer(leeg, eerste, self.request.POST.get("reden_wijziging", ""))
        velden = [(n, w) for n in invoer for w in invoer.getlist(n)]
        return [*velden, *(("apart", sleutel) for sleutel in gesplitst(groepen)), *extra]

    def _conflict(self, strijd: conflict.Strijd, verborgen: conflict.Verborgen, **opties: Any) -> HttpResponse:
        hier = reverse("verbanden:cijfers", args=[self.verband.slug, self.jaar])
        context = {
            "verband": self.verband,
            "kruimels": [*kruimels(self.verband), (f"Cijfers {self.jaar}", hier)],
            "onderwerp": f"Cijfers {self.jaar} van {naam(self.verband)}",
            "terug": hier,
        }
        return conflict.pagina(self.request, strijd, context=context, verborgen=verborgen, **opties)

    def toon(self, formulier: Cijferformulier, status: int = 200, versie: str | None = None) -> HttpResponse:
        """The page with this form."""
        titel = f"Cijfers {self.jaar}"
        context = kader(self.request, self.verband, actief="cijfers", jaar=self.jaar, titel=titel)
        bevindingen = controleer(
            formulier, self.rijen_vorig, soort=lijst_over(self.jaar, vandaag()).soort,
            drempel=gemeente_van(self.request).drempel_bijdrage,
        )  # fmt: skip
        blokken = [self._blok(blok, bevindingen) for blok in formulier.blokken()]
        context |= {
            "formulier": formulier,
            "jaar": self.jaar,
            "vorig_jaar": self.jaar - 1,
            "heeft_vorig": bool(self.vorig),
            "jaren": [(jaar, reverse("verbanden:cijfers", args=[self.verband.slug, jaar])) for jaar in self._jaren()],
            "blokken": [blok for blok in blokken if not blok["groep"].overig],
            "overig": [blok for blok in blokken if blok["groep"].overig],
            "overig_open": any(post in self.huidig for post in _OVERIG) or bool(formulier.errors),
            "apart": gesplitst(formulier.groepen),
            "versie": (versie if versie is not None else jaarcijfers.schrijf_versies(self.rijen))[:4000],
            "laatst": self._laatst(),
        }
        return toon(self.request, "bewerken_cijfers", context, status)

    def _jaren(self) -> range:
        midden = lijstjaar(vandaag())
        eerste, laatste = min(self.jaar, midden - 3), max(self.jaar, midden)
        return range(max(eerste, laatste - 5), laatste + 1) if self.jaar == laatste else range(eerste, eerste + 6)

    def _laatst(self) -> Any:
        oud = Jaarcijfer.history.filter(verband_id=self.verband.id, jaar=self.jaar)
        return oud.select_related("history_user").order_by("-history_date", "-history_id").first()

    def _blok(self, blok: dict[str, Any], bevindingen: Mapping[str, Bevinding]) -> dict[str, Any]:
        groep: Groep = blok["groep"]
        vorige = [self.vorig[post] for post in groep.posten if post in self.vorig]
        sleutel = groep.sleutel.removesuffix("_begin")
        return blok | {
            "vorig": " en ".join(_vorig(post, self.vorig.get(post)) for post in groep.posten) if vorige else "",
            "let_op": let_op(sleutel, bevindingen.get(sleutel), self.jaar),
            "titel": f"Resultaat over {self.jaar}" if groep.sleutel == "resultaat" else groep.titel,
        }


_OVERIG = (Post.DIVIDEND, Post.LENING, Post.GARANTIE, Post.LASTEN)


def als_invoer(formulier: Cijferformulier, waarden: Mapping[str, Any], reden: str) -> QueryDict:
    """Values as a browser would send them."""
    invoer = QueryDict(mutable=True)
    for veld, waarde in waarden.items():
        if waarde is True:
            invoer[veld] = "on"
        elif waarde is not None and waarde is not False:
            invoer[veld] = str(formulier.fields[veld].prepare_value(waarde))
    if reden:
        invoer["reden_wijziging"] = reden
    return invoer


def _woorden(post: str) -> Any:
    """How a figure is told on the conflict page: the amount with its kind and source, or the gap."""

    def woorden(cijfer: Cijfer | None) -> str:
        if cijfer is None:
            return ""
        if cijfer.bedrag is None or cijfer.peildatum is None:
            wanneer = f", gevraagd op {opmaak.datum(cijfer.gevraagd_op)}" if cijfer.gevraagd_op else ""
            return f"niet opgegeven: {cijfer.niet_opgegeven}{wanneer}"
        bedrag = weergave.cijfer(post, cijfer.bedrag)
        return f"{bedrag}, {cijfer.stadium}. Bron: {cijfer.bron}, {opmaak.datum(cijfer.peildatum)}"

    return woorden


def _vorig(post: str, cijfer: Cijfer | None) -> str:
    if cijfer is None:
        return "nog leeg"
    return "niet opgegeven" if cijfer.bedrag is None else in_formulier(post, cijfer.bedrag)
