"""The forms in which the administrator adds to a concept of an instrument; each makes the content as it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from governance.forms.instrument import GEWICHTEN, tekstveld, uitgangspuntveld
from governance.regels.bewerking import TEKSTEN_KEUZE, TEKSTEN_VRAAG
from governance.regels.instrument import WEET_NIET, Soort, Werking
from governance.regels.uitbreiding import met_harde_regel, met_nieuwe_keuze, met_nieuwe_vraag, met_optie, met_regel
from verbanden.forms.velden import Keuzelijst, Lijstveld, Tekstveld

SOORTNAMEN = [
    (Soort.VORM.value, "Een vorm"),
    (Soort.ROL.value, "Een rol, taak of bevoegdheid"),
    (Soort.AFSPRAAK.value, "Een afspraak of instrument"),
]
WERKINGEN = [
    (Werking.UITSLUITEN.value, "Sluit de vormen uit"),
    (Werking.WAARSCHUWEN.value, "Waarschuwt bij de vormen"),
]
ZEKERHEDEN = [("te_controleren", "Nog na te kijken door een jurist"), ("zeker", "Zeker")]


class Erbij(forms.Form):
    """Something new in the content of a concept; `bij` is the question it belongs to, when it belongs to one."""

    bij_vraag: ClassVar[bool] = False

    def __init__(self, *args: Any, inhoud: Mapping[str, Any], bij: str = "", **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self.inhoud, self.bij = inhoud, bij
        self.bereid_voor()

    def bereid_voor(self) -> None:
        """The fields that depend on the content."""

    def toegepast(self) -> dict[str, Any]:
        """The content with what was filled in; as it was when a form adds nothing."""
        return dict(self.inhoud)


class NieuweVraag(Erbij):
    """A question with its answers."""

    def bereid_voor(self) -> None:
        for naam in TEKSTEN_VRAAG:
            self.fields[naam] = tekstveld(naam)
        groepen = dict.fromkeys(rij["groep"] for rij in self.inhoud["kenmerken"])
        self.fields["groep"] = forms.ChoiceField(
            label="Groep", choices=[(groep, groep.replace("_", " ").capitalize()) for groep in groepen]
        )
        self.fields["uitgangspunt"] = uitgangspuntveld(self.inhoud)
        self.fields["antwoorden"] = Lijstveld(
            label="Antwoorden",
            lengte=200,
            help_text="Eén per regel, ten minste twee. 'Weet ik nog niet' komt er vanzelf bij.",
        )

    def clean_antwoorden(self) -> list[str]:
        antwoorden: list[str] = self.cleaned_data["antwoorden"]
        if len(antwoorden) < 2:
            raise ValidationError("Schrijf ten minste twee antwoorden op, elk op een eigen regel.")
        return antwoorden

    def toegepast(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        return met_nieuwe_vraag(
            self.inhoud,
            teksten={naam: schoon[naam] for naam in TEKSTEN_VRAAG},
            groep=schoon["groep"],
            antwoorden=schoon["antwoorden"],
            uitgangspunt=schoon["uitgangspunt"],
        )


class NieuwAntwoord(Erbij):
    """An answer more to a question."""

    bij_vraag = True
    tekst = Tekstveld(label="Antwoord", max_length=200)

    def toegepast(self) -> dict[str, Any]:
        return met_optie(self.inhoud, self.bij, self.cleaned_data["tekst"])


class NieuweKeuze(Erbij):
    """A form, role or agreement more in the repertoire."""

    soort = forms.ChoiceField(label="Wat komt erbij?", choices=SOORTNAMEN, widget=forms.RadioSelect)

    def bereid_voor(self) -> None:
        self.initial.setdefault("soort", Soort.AFSPRAAK.value)
        for naam in TEKSTEN_KEUZE:
            self.fields[naam] = tekstveld(naam, required=naam not in ("let_op", "grondslag"))
        self.fields["bij_vormen"] = Keuzelijst(
            label="Bij welke vormen?",
            choices=list(_vormen(self.inhoud)),
            required=False,
            empty_value=[],
            help_text="Niets aangevinkt: bij elke vorm. Geldt voor rollen en afspraken.",
        )

    def toegepast(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        teksten = {naam: schoon[naam] for naam in TEKSTEN_KEUZE}
        return met_nieuwe_keuze(self.inhoud, Soort(schoon["soort"]), teksten, schoon["bij_vormen"])


class NieuweRegel(Erbij):
    """What an answer says of a choice."""

    bij_vraag = True

    def bereid_voor(self) -> None:
        vraag = next(rij for rij in self.inhoud["kenmerken"] if rij["id"] == self.bij)
        opties = [(optie["id"], optie["tekst"]) for optie in vraag["opties"] if optie["id"] != WEET_NIET]
        keuzes = [(rij["id"], rij["naam"]) for soort in self.inhoud["repertoire"].values() for rij in soort]
        self.fields["optie"] = forms.ChoiceField(label="Bij welk antwoord?", choices=opties)
        self.fields["keuze"] = forms.ChoiceField(label="Over welke keuze?", choices=keuzes)
        self.fields["gewicht"] = forms.TypedChoiceField(
            label="Gewicht", choices=[paar for paar in GEWICHTEN if paar[0]], coerce=int, initial=1
        )
        self.fields["reden"] = Tekstveld(label="Reden", max_length=300)
        self.fields["bron"] = forms.ChoiceField(label="Bron", choices=list(self.inhoud["bronnen"].items()))

    def toegepast(self) -> dict[str, Any]:
        return met_regel(self.inhoud, kenmerk=self.bij, **self.cleaned_data)


class HardeRegel(Erbij):
    """What the law says after an answer; `bestaand` is the rule that changes, None for a new one."""

    artikel = Tekstveld(label="Artikel", max_length=300, help_text="De wet en het artikel.")
    reden = Tekstveld(label="Reden", max_length=300)
    werking = forms.ChoiceField(label="Wat doet de wet?", choices=WERKINGEN, widget=forms.RadioSelect)
    zekerheid = forms.ChoiceField(
        label="Hoe zeker is dit?",
        choices=ZEKERHEDEN,
        widget=forms.RadioSelect,
        help_text="Alleen wat zeker is, kan een vorm uitsluiten.",
    )

    def __init__(self, *args: Any, bestaand: Mapping[str, Any] | None = None, **opties: Any) -> None:
        self.bestaand = bestaand
        super().__init__(*args, **opties)

    def bereid_voor(self) -> None:
        antwoorden = [("", "Kies een antwoord"), *_antwoorden(self.inhoud)]
        self.fields["antwoord"] = forms.ChoiceField(label="Bij welk antwoord?", choices=antwoorden)
        self.fields["keuzes"] = Keuzelijst(label="Over welke vormen?", choices=list(_vormen(self.inhoud)))
        self.order_fields(["antwoord", "keuzes", "werking", "zekerheid", "artikel", "reden"])
        begin: dict[str, Any] = {"werking": Werking.WAARSCHUWEN.value, "zekerheid": "te_controleren"}
        if self.bestaand:
            begin = {**self.bestaand, "antwoord": f"{self.bestaand['kenmerk']}-{self.bestaand['optie']}"}
        self.initial = {**begin, **self.initial}

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("werking") == Werking.UITSLUITEN.value and schoon.get("zekerheid") != "zeker":
            self.add_error("zekerheid", "Een regel die uitsluit, moet zeker zijn. Kies anders 'Waarschuwt'.")
        return schoon

    def toegepast(self) -> dict[str, Any]:
        velden = dict(self.cleaned_data)
        velden["kenmerk"], _, velden["optie"] = velden.pop("antwoord").partition("-")
        return met_harde_regel(self.inhoud, velden, self.bestaand["id"] if self.bestaand else "")


def _vormen(inhoud: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((rij["id"], rij["naam"]) for rij in inhoud["repertoire"][Soort.VORM.value])


def _antwoorden(inhoud: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every answer that can count, in groups by question; the value is question-answer."""
    for rij in inhoud["kenmerken"]:
        opties = [o for o in rij["opties"] if o["id"] != WEET_NIET]
        yield rij["vraag"], [(f"{rij['id']}-{optie['id']}", optie["tekst"]) for optie in opties]
