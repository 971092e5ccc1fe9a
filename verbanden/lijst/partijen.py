"""Reads the verbonden partijen of a list at a reference date; the queries do not grow with the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.deelname import aangegaan, deelnames, eigen_perioden, van_verband
from verbanden.models import (
    Accounthouderschap,
    Belangwijziging,
    Bestuursorgaan,
    Jaarcijfer,
    Post,
    Programma,
    Programmadeel,
    Risico,
    Samenwerkingsverband,
    Zeggenschap,
)
from verbanden.regels.bbv import Belang, verbonden_partij
from verbanden.regels.bbv.belang import CATEGORIE_PER_VORM
from verbanden.regels.bbv.cijfertoets import past
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij, Risicoregel

# Which stadium tells most in a document; those that do not fit it come last (the rule then says so).
VOORKEUR: dict[Documentsoort, tuple[str, ...]] = {
    Documentsoort.BEGROTING: ("verwacht", "begroot", "voorlopig", "vastgesteld"),
    Documentsoort.JAARSTUKKEN: ("vastgesteld", "voorlopig", "verwacht", "begroot"),
}


def partijen(soort: Documentsoort, jaar: int, peildatum: Peildatum) -> list[Partij]:
    """The parties of a list, by category and name."""
    return van([v for v in op_de_lijst(jaar, peildatum) if _belang(v) is Belang.JA], soort, jaar, peildatum)


def kandidaten(soort: Documentsoort, jaar: int, peildatum: Peildatum, ids: Sequence[int] | None = None) -> list[Partij]:
    """The parties of a list and those that nobody judged yet: who must be looked at before it can be adopted.

    With `ids` only these partnerships are read.
    """
    bij = [v for v in op_de_lijst(jaar, peildatum, ids) if _belang(v) is not Belang.NEE]
    return van(bij, soort, jaar, peildatum)


def van(
    verbanden: Sequence[Samenwerkingsverband], soort: Documentsoort, jaar: int, peildatum: Peildatum
) -> list[Partij]:
    """These partnerships as parties of a list, whether or not they belong on it, by category and name."""
    lezing = _Lezing([verband.id for verband in verbanden], soort, jaar, peildatum)
    gelezen = [lezing.partij(verband) for verband in verbanden]
    return sorted(gelezen, key=lambda partij: (partij.categorie, partij.naam.casefold()))


def onbeoordeeld(jaar: int, peildatum: Peildatum) -> list[Samenwerkingsverband]:
    """Partnerships of which nobody judged whether they belong on the list."""
    return [verband for verband in op_de_lijst(jaar, peildatum) if _belang(verband) is Belang.ONBEKEND]


def op_de_lijst(jaar: int, peildatum: Peildatum, ids: Sequence[int] | None = None) -> list[Samenwerkingsverband]:
    """Partnerships (of these ids) in which we take part in (a part of) the year."""
    eigen = eigen_perioden(deelnames(peildatum, **({} if ids is None else {"verband_id__in": ids})))
    alle = Samenwerkingsverband.objects.op(peildatum.moment, **({} if ids is None else {"id__in": ids}))
    return [v for v in alle if aangegaan(v, eigen, peildatum) and van_verband(v, jaar, eigen) is not None]


def _belang(verband: Samenwerkingsverband) -> Belang:
    return verbonden_partij(verband.bestuurlijk_belang, verband.financieel_belang)


class _Lezing:
    """Everything that the parties of one list need, read once per kind of row."""

    def __init__(self, ids: list[int], soort: Documentsoort, jaar: int, peildatum: Peildatum) -> None:
        self.ids, self.soort, self.jaar, self.peildatum = ids, soort, jaar, peildatum
        self.cijfers = _per_jaar(self._rijen(Jaarcijfer, jaar__in=(jaar - 1, jaar)), soort)
        self.risicos = _verzamel(self._rijen(Risico).exclude(vervallen_op__lte=peildatum.dag))
        self.zeggenschap = _verzamel(self._rijen(Zeggenschap))
        delen = deelnames(peildatum, verband_id__in=ids)
        self.perioden = eigen_perioden(delen)
        self.deelnames = _verzamel(deel for deel in delen if deel.geldt(peildatum.dag))
        self.programmas = self._programmas()
        wijzigingen = self._rijen(Belangwijziging, jaar=jaar)
        self.wijzigingen: dict[int, str] = dict(wijzigingen.values_list("verband_id", "tekst"))
        houders = self._rijen(Accounthouderschap).geldig(peildatum.dag)
        self.houders: dict[int, int] = dict(houders.values_list("verband_id", "gebruiker_id"))
        self.namen = namen(self.houders.values(), peildatum.moment)

    def _rijen(self, model: Any, **vast: Any) -> Any:
        return model.objects.op(self.peildatum.moment, verband_id__in=self.ids, **vast)

    def _programmas(self) -> dict[int, list[tuple[str, Decimal]]]:
        bekend = dict(Programma.objects.op(self.peildatum.moment).values_list("id", "naam"))
        delen: dict[int, list[tuple[str, Decimal]]] = defaultdict(list)
        for verband, programma, aandeel in self._rijen(Programmadeel).values_list(
            "verband_id", "programma_id", "aandeel"
        ):
            delen[verband].append((bekend.get(programma, ""), aandeel))
        return delen

    def partij(self, verband: Samenwerkingsverband) -> Partij:
        nummer, houder = verband.id, self.houders.get(verband.id)
        deelneming = van_verband(verband, self.jaar, self.perioden)
        nu, vorig = self.cijfers[nummer][self.jaar], self.cijfers[nummer][self.jaar - 1]
        return Partij(
            id=nummer,
            slug=verband.slug,
            naam=verband.naam,
            categorie=CATEGORIE_PER_VORM[verband.vorm],
            vestigingsplaats=verband.vestigingsplaats,
            vorm=verband.get_vorm_display(),
            openbaar_belang=verband.openbaar_belang,
            wijze_van_belang=self._wijze(verband),
            bestuurlijke_reden=verband.bestuurlijk_belang_motivering,
            financiele_reden=verband.financieel_belang_motivering,
            programmas=tuple(sorted(self.programmas[nummer], key=lambda deel: (-deel[1], deel[0]))),
            cijfers=nu,
            cijfers_vorig=vorig,
            bijdragen=_bijdragen({self.jaar - 1: vorig, self.jaar: nu}, self.soort),
            risicos=tuple(Risicoregel(risico.omschrijving, risico.gevolg) for risico in self.risicos[nummer]),
            geen_risicos=verband.geen_risicos,
            kostenaandelen=tuple(d.kostenaandeel for d in self.deelnames[nummer] if d.kostenaandeel is not None),
            ingetreden=deelneming.ingetreden if deelneming else None,
            uitgetreden=deelneming.uitgetreden if deelneming else None,
            doet_mee=deelneming is not None,
            wijzigingen=self.wijzigingen.get(nummer, ""),
            wie=self.namen.get(houder, "") if houder else "",
            wie_id=houder,
            fictief=verband.fictief,
            aandelen=_aandelen(verband),
            beoordeeld=_belang(verband) is not Belang.ONBEKEND,
        )

    def _wijze(self, verband: Samenwerkingsverband) -> str:
        """In which way we have an interest: our votes and the reasons for both interests."""
        stemmen = [
            f"{regel.onze_stemmen} van {regel.totaal_stemmen} stemmen: {Bestuursorgaan(regel.orgaan).label.lower()}."
            for regel in self.zeggenschap[verband.id]
            if regel.totaal_stemmen
        ][:1]
        redenen = [verband.bestuurlijk_belang_motivering, verband.financieel_belang_motivering]
        return " ".join(deel for deel in (*stemmen, *redenen) if deel)


def _per_jaar(rijen: Iterable[Any], soort: Documentsoort) -> Mapping[int, Mapping[int, dict[str, Cijfer]]]:
    """Per partnership and year the best figure of each post."""
    gevonden: dict[int, dict[int, dict[str, Cijfer]]] = defaultdict(lambda: defaultdict(dict))
    for rij in rijen:
        cijfer = Cijfer(rij.stadium, rij.bedrag, rij.peildatum, rij.bron, rij.niet_opgegeven, rij.gevraagd_op)
        posten = gevonden[rij.verband_id][rij.jaar]
        posten[rij.post] = min(posten.get(rij.post, cijfer), cijfer, key=lambda c: _rang(c, soort))
    return gevonden


def _rang(cijfer: Cijfer, soort: Documentsoort) -> tuple[bool, bool, int]:
    """What fits the document comes first, then what has an amount, then what tells most."""
    return not past(cijfer, soort), cijfer.bedrag is None, VOORKEUR[soort].index(cijfer.stadium)


def _bijdragen(jaren: Mapping[int, Mapping[str, Cijfer]], soort: Documentsoort) -> dict[int, Decimal]:
    """Our contribution per year, as far as it fits the document."""
    gevonden = {jaar: posten.get(Post.BIJDRAGE) for jaar, posten in jaren.items()}
    return {jaar: c.bedrag for jaar, c in gevonden.items() if c and c.bedrag is not None and past(c, soort)}


def _aandelen(verband: Samenwerkingsverband) -> tuple[int, int] | None:
    """Our shares and all shares; the database has both or none."""
    ons, totaal = verband.aandelen_ons, verband.aandelen_totaal
    return None if ons is None or totaal is None else (ons, totaal)


def _verzamel(rijen: Iterable[Any]) -> dict[int, list[Any]]:
    """Rows per partnership, in their order."""
    verzameld: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        verzameld[rij.verband_id].append(rij)
    return verzameld
