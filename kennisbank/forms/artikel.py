"""Writing an article: what it says, where it stands, and what is needed to publish it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify

from kennisbank.models import Artikel, Artikelversie, Fase, Soort
from kennisbank.models.artikel import VOORVOEGSELS
from kennisbank.models.artikelversie import INHOUD
from samenwerkingswijzer.rechten import Rol

EIGENAREN = (Rol.GRIFFIE, Rol.ACCOUNTHOUDER, Rol.CONTROLLER, Rol.BEHEERDER)
MEESTE_REGELS, LANGSTE_REGEL = 30, 60


class Regelsveld(forms.CharField):
    """A list of short texts, one on each line, each once."""

    def __init__(self, *, langste: int = LANGSTE_REGEL, **opties: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 3}), required=False, **opties)
        self.langste = langste

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        regels = list(dict.fromkeys(regel.strip() for regel in str(value or "").splitlines() if regel.strip()))
        if len(regels) > MEESTE_REGELS:
            raise ValidationError(f"Schrijf hoogstens {MEESTE_REGELS} regels.")
        if any(len(regel) > self.langste for regel in regels):
            raise ValidationError(f"Een regel is hoogstens {self.langste} tekens lang.")
        return regels

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)


class Tekstveld(forms.CharField):
    """Text with one kind of line end, so that a browser's own kind is no change."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class Artikelformulier(forms.ModelForm):
    """The content of a version. The row itself is written by an act, never by the form.

    `plekken` and `verbanden` are what may be chosen: key or slug -> words.
    """

    samenvatting = Tekstveld(
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        help_text="In hoogstens vier zinnen. Zo staat het artikel ook naast een veld.",
    )
    tekst = Tekstveld(required=False, max_length=30_000, widget=forms.Textarea({"rows": 22}))
    bronlink = forms.URLField(
        label="Link naar de bron",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Het hele adres, met https:// ervoor.",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    fase = forms.MultipleChoiceField(
        label="Levensfasen", choices=Fase.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    eigenaar = forms.ChoiceField(
        choices=[(rol.value, rol.label) for rol in EIGENAREN],
        help_text="Wie het artikel bijhoudt en vragen beantwoordt.",
    )
    trefwoorden = Regelsveld(label="Trefwoorden", help_text="Eén op elke regel.")
    zie_ook = Regelsveld(label="Zie ook", langste=100, help_text="Adressen van andere artikelen, één op elke regel.")
    plekken = forms.MultipleChoiceField(
        label="Staat ook bij",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="De plekken in het portaal waar dit artikel naast staat.",
    )
    verbanden = forms.MultipleChoiceField(
        label="Verbanden waar het over gaat", required=False, widget=forms.CheckboxSelectMultiple
    )
    herzien_voor = forms.DateField(
        label="Nakijken voor",
        required=False,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        widget=forms.DateInput({"autocomplete": "off"}, format="%d-%m-%Y"),
        help_text="Zoals 1-11-2027.",
        error_messages={"invalid": "Schrijf de datum als dag-maand-jaar, zoals 1-11-2027."},
    )

    class Meta:
        model = Artikelversie
        fields = INHOUD

    def __init__(
        self, *args: Any, plekken: dict[str, str] | None = None, verbanden: dict[str, str] | None = None, **opties: Any
    ) -> None:
        super().__init__(*args, **opties)
        self.use_required_attribute = False
        self._kies("plekken", plekken or {})
        self._kies("verbanden", verbanden or {})

    def _kies(self, naam: str, keuzes: dict[str, str]) -> None:
        """What may be chosen, with what already was: a place or partnership that went away is not lost silently."""
        gekozen = getattr(self.instance, naam, None) or []
        alle = {**keuzes, **{sleutel: sleutel for sleutel in gekozen if sleutel not in keuzes}}
        veld: Any = self.fields[naam]
        veld.choices = list(alle.items())

    def clean_zie_ook(self) -> list[str]:
        """Only addresses of articles that are there."""
        slugs: list[str] = self.cleaned_data["zie_ook"]
        bekend = set(Artikel.objects.filter(slug__in=slugs).values_list("slug", flat=True)) if slugs else set()
        if weg := [slug for slug in slugs if slug not in bekend]:
            raise ValidationError(f"Dit adres is van geen artikel: {', '.join(weg)}.")
        return slugs

    def inhoud(self) -> dict[str, Any]:
        """What an act wants: every field of the content."""
        return {veld: self.cleaned_data[veld] for veld in INHOUD}


class NieuwArtikel(Artikelformulier):
    """The first version of an article, with its kind and address."""

    soort = forms.ChoiceField(choices=Soort.choices)
    slug = forms.CharField(
        label="Adres",
        required=False,
        max_length=100,
        help_text="Kleine letters, cijfers en streepjes. Laat leeg, dan maken wij er een van de titel.",
    )
    field_order = ("soort", "titel", "slug")

    def clean(self) -> dict[str, Any]:
        """An address from the title when none was given."""
        super().clean()
        gegevens = self.cleaned_data
        if not gegevens.get("slug") and gegevens.get("titel") and gegevens.get("soort"):
            voorvoegsel = VOORVOEGSELS.get(Soort(gegevens["soort"]), "")
            gegevens["slug"] = f"{voorvoegsel}{slugify(gegevens['titel'])}"[:100].strip("-")
        return gegevens


class _Formulier(forms.Form):
    """Our own words say what is missing, not those of the browser."""

    use_required_attribute = False


class Publicatie(_Formulier):
    """What is different in the version that is published; a first version needs no words."""

    toelichting = Tekstveld(
        label="Wat is er anders?",
        required=False,
        max_length=300,
        help_text="Eén zin. Lezers zien haar bij de versies.",
    )


class Vraag(_Formulier):
    """A question to the owner of an article."""

    vraag = Tekstveld(label="Uw vraag", max_length=600, widget=forms.Textarea({"rows": 3}))


class Antwoord(_Formulier):
    """The answer to a question."""

    antwoord = Tekstveld(label="Antwoord", max_length=2000, widget=forms.Textarea({"rows": 6}))
