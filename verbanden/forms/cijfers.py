"""The figures of one year on one page: a fieldset per kind of figure, amounts in thousands of euro."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from verbanden.forms.basis import REDEN
from verbanden.forms.velden import Leesveld, Tekstveld, datumveld, duizendveld, procentveld
from verbanden.handelingen.jaarcijfers import Cijfer, Toestand
from verbanden.models import Post, Stadium
from verbanden.models.jaarcijfer import MAG_NEGATIEF, PERCENTAGES

REDENEN = (
    "Staat niet in de stukken",
    "Nog niet ontvangen",
    "De partij geeft dit gegeven niet",
    "Niet van toepassing",
)
MEESTE = Decimal(10) ** 13
BEGIN, EIND = "1 januari", "31 december"
KIES_EEN = "U vulde een bedrag in en koos ook 'niet opgegeven'. Kies één van beide."
GEEN_BEDRAG = "Vul een bedrag in, of kruis aan dat het niet is opgegeven."


@dataclass(frozen=True)
class Groep:
    """Figures that share a fieldset: one post, or the begin and end of a year."""

    sleutel: str
    titel: str
    posten: tuple[Post, ...]
    wet: str = ""
    overig: bool = False

    @property
    def is_paar(self) -> bool:
        return len(self.posten) == 2

    def apart(self) -> tuple[Groep, ...]:
        """The same posts, each in a fieldset of its own."""
        return tuple(Groep(post.value, post.label, (post,), self.wet, self.overig) for post in self.posten)


GROEPEN = (
    Groep("bijdrage", "Bijdrage van onze gemeente", (Post.BIJDRAGE,)),
    Groep("belang", "Belang, deel van alle bijdragen", (Post.BELANG_BEGIN, Post.BELANG_EIND), "b"),
    Groep("eigen_vermogen", "Eigen vermogen", (Post.EIGEN_VERMOGEN_BEGIN, Post.EIGEN_VERMOGEN_EIND), "c"),
    Groep("vreemd_vermogen", "Vreemd vermogen", (Post.VREEMD_VERMOGEN_BEGIN, Post.VREEMD_VERMOGEN_EIND), "c"),
    Groep("resultaat", "Resultaat", (Post.RESULTAAT,), "d"),
    Groep("dividend", "Dividend", (Post.DIVIDEND,), overig=True),
    Groep("lening", "Lening", (Post.LENING,), overig=True),
    Groep("garantie", "Garantie", (Post.GARANTIE,), overig=True),
    Groep("lasten", "Totale lasten van het verband", (Post.LASTEN,), overig=True),
)


def indeling(*toestanden: Toestand, apart: Iterable[str] = ()) -> tuple[Groep, ...]:
    """The fieldsets: a pair is split when asked, or when its two figures differ in more than the amount."""
    los = set(apart)
    uit: list[Groep] = []
    for groep in GROEPEN:
        gesplitst = groep.is_paar and (groep.sleutel in los or any(_verschilt(groep, t) for t in toestanden))
        uit += groep.apart() if gesplitst else (groep,)
    return tuple(uit)


def _verschilt(groep: Groep, toestand: Toestand) -> bool:
    cijfers = [toestand[post] for post in groep.posten if post in toestand]
    kenmerken = {(c.stadium, c.peildatum, c.bron, c.niet_opgegeven, c.gevraagd_aan, c.gevraagd_op) for c in cijfers}
    return len(kenmerken) > 1 or (len(cijfers) == 1 and bool(cijfers[0].niet_opgegeven))


def gesplitst(groepen: Iterable[Groep]) -> list[str]:
    """Which pairs are split in these fieldsets."""
    sleutels = {groep.sleutel for groep in groepen}
    return [groep.sleutel for groep in GROEPEN if groep.is_paar and groep.sleutel not in sleutels]


class Cijferformulier(forms.Form):
    """All figures of a year; `cijfers()` gives them per post, as the act wants them."""

    def __init__(
        self,
        data: Any = None,
        *,
        groepen: tuple[Groep, ...],
        toestand: Toestand,
        jaar: int,
        vandaag: date,
        **opties: Any,
    ) -> None:
        super().__init__(data, **opties)
        self.use_required_attribute = False
        self.groepen, self.jaar, self.vandaag = groepen, jaar, vandaag
        for groep in groepen:
            self._maak_velden(groep, toestand)
        self.fields[REDEN] = Tekstveld(
            label="Waarom verandert u dit?",
            required=False,
            max_length=300,
            help_text="Verplicht als u een vastgesteld cijfer verandert. Komt in de geschiedenis te staan.",
        )

    def _maak_velden(self, groep: Groep, toestand: Toestand) -> None:
        naam = groep.titel if groep.posten[0] != Post.RESULTAAT else f"Resultaat over {self.jaar}"
        for index, post in enumerate(groep.posten):
            kort = (BEGIN, EIND)[index] if groep.is_paar else ("Belang" if post in PERCENTAGES else "Bedrag")
            lang = f"{groep.titel.split(',')[0]} op {kort}" if groep.is_paar else naam
            hint = "Tekort met een minteken" if post == Post.RESULTAAT else ""
            veld = (procentveld if post in PERCENTAGES else duizendveld)(label=lang, required=False, help_text=hint)
            self._voeg_toe(groep, post.value, veld, kort)
        huidig = next((toestand[post].niet_opgegeven for post in groep.posten if post in toestand), "")
        redenen = dict.fromkeys((*REDENEN, huidig) if huidig else REDENEN)
        geen = forms.BooleanField(label=f"{naam}: niet opgegeven", required=False)
        self._voeg_toe(groep, "geen", geen, "Niet opgegeven")
        self._voeg_toe(groep, "stadium", forms.ChoiceField(label=f"{naam}: soort", choices=Stadium.choices), "Soort")
        self._voeg_toe(groep, "bron", _tekst(f"{naam}: bron", 160), "Bron")
        self._voeg_toe(groep, "peildatum", datumveld(label=f"{naam}: peildatum", required=False), "Peildatum")
        keuzes = [("", "Kies een reden"), *((reden, reden) for reden in redenen)]
        self._voeg_toe(
            groep, "reden", forms.ChoiceField(label=f"{naam}: reden", choices=keuzes, required=False), "Reden"
        )
        self._voeg_toe(groep, "gevraagd_aan", _tekst(f"{naam}: gevraagd aan", 120), "Gevraagd aan")
        self._voeg_toe(groep, "gevraagd_op", datumveld(label=f"{naam}: gevraagd op", required=False), "Gevraagd op")

    def _voeg_toe(self, groep: Groep, naam: str, veld: forms.Field, kort: str) -> None:
        veld.kort = kort  # type: ignore[attr-defined]  # the label inside a fieldset that has a name of its own
        self.fields[f"{groep.sleutel}-{naam}"] = veld

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        for groep in self.groepen:
            self._controleer(groep, schoon)
        return schoon

    def _controleer(self, groep: Groep, schoon: dict[str, Any]) -> None:
        sleutel = groep.sleutel
        ingevuld = [post for post in groep.posten if self.data.get(f"{sleutel}-{post}", "").strip()]
        for post in ingevuld:
            self._controleer_bedrag(f"{sleutel}-{post}", post, schoon)
        if schoon.get(f"{sleutel}-geen"):
            self._controleer_gat(sleutel, bool(ingevuld), schoon)
        elif ingevuld:
            self._eis(f"{sleutel}-bron", schoon, "Vul in waar dit bedrag staat: document en bladzijde.")
            self._eis(f"{sleutel}-peildatum", schoon, "Vul een datum in, zoals 13-4-2026.")
        elif any(
            self.data.get(f"{sleutel}-{naam}", "").strip() for naam in ("bron", "peildatum", "reden", "gevraagd_op")
        ):
            self.add_error(f"{sleutel}-{groep.posten[0]}", GEEN_BEDRAG)

    def _controleer_bedrag(self, naam: str, post: Post, schoon: dict[str, Any]) -> None:
        bedrag = schoon.get(naam)
        if bedrag is None:
            return
        if bedrag < 0 and post not in MAG_NEGATIEF:
            self.add_error(naam, "Dit bedrag kan niet negatief zijn.")
        elif post in PERCENTAGES and bedrag > 100:
            self.add_error(naam, "Een belang is hoogstens 100 procent.")
        elif abs(bedrag) >= MEESTE:
            self.add_error(naam, "Dit getal is te groot. Kijk na of u het in duizenden euro's hebt ingevuld.")

    def _controleer_gat(self, sleutel: str, heeft_bedrag: bool, schoon: dict[str, Any]) -> None:
        if heeft_bedrag:
            self.add_error(f"{sleutel}-geen", KIES_EEN)
        self._eis(f"{sleutel}-reden", schoon, "Kies waarom er geen bedrag is.")
        self._eis(f"{sleutel}-gevraagd_op", schoon, "Vul in wanneer u dit gegeven heeft gevraagd, zoals 4-5-2026.")
        gevraagd = schoon.get(f"{sleutel}-gevraagd_op")
        if gevraagd and gevraagd > self.vandaag:
            self.add_error(f"{sleutel}-gevraagd_op", "Deze datum ligt in de toekomst.")

    def _eis(self, naam: str, schoon: dict[str, Any], melding: str) -> None:
        if naam not in self.errors and not schoon.get(naam):
            self.add_error(naam, melding)

    def cijfers(self) -> dict[str, Cijfer | None]:
        """Per post the figure to save; None when nothing stands there. Only after a successful check."""
        return {post.value: self._cijfer(groep, post) for groep in self.groepen for post in groep.posten}

    def _cijfer(self, groep: Groep, post: Post) -> Cijfer | None:
        eigen = {naam: self.cleaned_data[f"{groep.sleutel}-{naam}"] for naam in _GEMEENSCHAPPELIJK}
        if eigen["geen"]:
            return Cijfer(
                eigen["stadium"],
                niet_opgegeven=eigen["reden"],
                gevraagd_aan=eigen["gevraagd_aan"],
                gevraagd_op=eigen["gevraagd_op"],
            )
        bedrag = self.cleaned_data[f"{groep.sleutel}-{post}"]
        return None if bedrag is None else Cijfer(eigen["stadium"], bedrag, eigen["peildatum"], eigen["bron"])

    def bedragen(self, stadia: Container[str]) -> dict[str, Decimal | None]:
        """What stands in the amount fields of these kinds, as far as it can be read; for the cross-checks."""
        groepen = [groep for groep in self.groepen if self[f"{groep.sleutel}-stadium"].value() in stadia]
        return {post.value: self._bedrag(f"{groep.sleutel}-{post}") for groep in groepen for post in groep.posten}

    def _bedrag(self, naam: str) -> Decimal | None:
        veld = self.fields[naam]
        waarde = self[naam].value()
        if not isinstance(veld, Leesveld) or isinstance(waarde, Decimal | None):
            return waarde if isinstance(waarde, Decimal) else None
        try:
            gelezen = veld.to_python(waarde)
        except forms.ValidationError:
            return None
        return gelezen if isinstance(gelezen, Decimal) else None

    def blokken(self) -> Iterator[dict[str, Any]]:
        """The fieldsets for the page, with their bound fields."""
        for groep in self.groepen:
            velden = {naam: self[f"{groep.sleutel}-{naam}"] for naam in _GEMEENSCHAPPELIJK}
            bedragen = [self[f"{groep.sleutel}-{post}"] for post in groep.posten]
            yield {"groep": groep, "bedragen": bedragen, **velden, "toon_alles": bool(velden["geen"].errors)}


_GEMEENSCHAPPELIJK = ("geen", "stadium", "bron", "peildatum", "reden", "gevraagd_aan", "gevraagd_op")


def _tekst(label: str, lengte: int) -> Tekstveld:
    invoer = forms.TextInput(attrs={"autocomplete": "off"})
    return Tekstveld(label=label, required=False, max_length=lengte, widget=invoer)


def begin(groepen: Iterable[Groep], toestand: Toestand, *, jaar: int, vandaag: date) -> dict[str, Any]:
    """The initial values of the form for what is stored; a usual kind where nothing is stored yet."""
    waarden: dict[str, Any] = {}
    gewoon = Stadium.VOORLOPIG if jaar < vandaag.year else Stadium.VERWACHT
    for groep in groepen:
        aanwezig = {post: toestand[post] for post in groep.posten if post in toestand}
        eerste = next(iter(aanwezig.values()), Cijfer(gewoon))
        waarden |= {f"{groep.sleutel}-{post}": cijfer.bedrag for post, cijfer in aanwezig.items()}
        waarden |= {
            f"{groep.sleutel}-geen": bool(eerste.niet_opgegeven),
            f"{groep.sleutel}-stadium": eerste.stadium,
            f"{groep.sleutel}-bron": eerste.bron,
            f"{groep.sleutel}-peildatum": eerste.peildatum,
            f"{groep.sleutel}-reden": eerste.niet_opgegeven,
            f"{groep.sleutel}-gevraagd_aan": eerste.gevraagd_aan,
            f"{groep.sleutel}-gevraagd_op": eerste.gevraagd_op,
        }
    return waarden


def overgenomen(vorig: Toestand, *, jaar: int) -> Toestand:
    """Last year's figures as a start for this year: the end of a year is the next one's begin.

    The date is left open, so that nothing counts as complete before someone looked at it.
    """
    bron_van = {post: post for post in Post if not post.endswith("_begin")}
    bron_van |= {Post(post.replace("_eind", "_begin")): post for post in Post if post.endswith("_eind")}
    return {
        post: Cijfer(
            stadium=Stadium.BEGROOT if post == Post.BIJDRAGE else Stadium.VERWACHT,
            bedrag=vorig[bron].bedrag,
            bron=f"Overgenomen van {jaar - 1}: {vorig[bron].bron}"[:160],
        )
        for post, bron in bron_van.items()
        if bron in vorig and vorig[bron].bedrag is not None
    }


def vul_aan(data: Mapping[str, Any], aanvulling: Mapping[str, Any], groepen: Iterable[Groep]) -> dict[str, Any]:
    """What was typed, with `aanvulling` in every fieldset that has no amount and no open gap yet."""
    samen = dict(data)
    for groep in groepen:
        leeg = not any(data.get(f"{groep.sleutel}-{post}", "").strip() for post in groep.posten)
        if leeg and not data.get(f"{groep.sleutel}-geen"):
            samen |= {naam: waarde for naam, waarde in aanvulling.items() if naam.startswith(f"{groep.sleutel}-")}
    return samen
