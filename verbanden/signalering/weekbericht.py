"""What the weekly message tells each person: the signals for their role, what is new since the last message first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from samenwerkingswijzer.attendering.afmelden import sleutel
from samenwerkingswijzer.models import Gebruiker, Gemeente, Meldingkeuze, Weekbericht
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.signalering.lezen import Melding, alles
from verbanden.signalering.voor import eigen, voor

MEEST = 12


@dataclass(frozen=True)
class Bericht:
    """What one person is told: the new signals, and those that were told before and still stand open."""

    aan: Gebruiker
    nieuw: Sequence[Melding]
    bekend: Sequence[Melding]

    @property
    def nodig(self) -> bool:
        """Whether there is something to say: anything new, or anything urgent that still stands open."""
        return bool(self.nieuw) or any(melding.dringend for melding in self.bekend)

    @property
    def sleutels(self) -> list[str]:
        """The keys of everything that is told, so that the next message knows what is new."""
        return sorted(naam(melding) for melding in (*self.nieuw, *self.bekend))


def naam(melding: Melding) -> str:
    """The key of a signal as text."""
    return ":".join(str(deel) for deel in melding.signaal.sleutel)


def week(dag: date) -> str:
    """The ISO week of a day: 2026-W21."""
    jaar, nummer, _ = dag.isocalendar()
    return f"{jaar}-W{nummer:02d}"


def berichten(dag: date) -> Iterator[Bericht]:
    """A message for everybody who wants one and did not get it this week, also when there is nothing to say."""
    peildatum = Peildatum(dag)
    alle = alles(peildatum)
    vorige = _verteld()
    for gebruiker in ontvangers(week(dag)):
        gekozen = voor(alle, gebruiker.rol, eigen(gebruiker, peildatum))
        eerder = vorige.get(gebruiker.pk, frozenset())
        yield Bericht(
            gebruiker,
            [melding for melding in gekozen if naam(melding) not in eerder],
            [melding for melding in gekozen if naam(melding) in eerder],
        )


def ontvangers(periode: str) -> list[Gebruiker]:
    """Who may still get a message in this week, by name: active, not switched off, and nothing sent or under way."""
    gehad = Weekbericht.objects.filter(periode=periode).exclude(status=Weekbericht.Status.MISLUKT)
    uit = Meldingkeuze.objects.filter(weekbericht=False)
    rijen = Gebruiker.objects.filter(is_active=True).exclude(id__in=gehad.order_by().values("gebruiker_id"))
    return list(rijen.exclude(id__in=uit.order_by().values("gebruiker_id")).order_by("naam", "id"))


def _verteld() -> dict[int, frozenset[str]]:
    """Per user what their last message told, of those that left for certain."""
    rijen = Weekbericht.objects.filter(status=Weekbericht.Status.VERSTUURD).order_by("gebruiker_id", "-periode")
    velden: Any = rijen.distinct("gebruiker_id").values_list("gebruiker_id", "signalen")
    return {nummer: frozenset(signalen) for nummer, signalen in velden}


def mail(bericht: Bericht, gemeente: Gemeente, adres: str) -> EmailMultiAlternatives:
    """The same message as text and as HTML; `adres` is where the portal is, without a slash at the end."""
    afmelden = adres + reverse("account_afmelden", args=[sleutel(bericht.aan.pk)])
    context = {
        "aan": bericht.aan.naam,
        "gemeente": gemeente.naam,
        "adres": adres,
        "delen": [
            (titel, lijst[:MEEST], max(len(lijst) - MEEST, 0))
            for titel, lijst in (("Nieuw", bericht.nieuw), ("Staat nog open", bericht.bekend))
            if lijst
        ],
        "signalen": adres + reverse("verbanden:signalen"),
        "afmelden": afmelden,
    }
    brief = EmailMultiAlternatives(
        subject=onderwerp(bericht),
        body=render_to_string("verbanden/mail/weekbericht.txt", context),
        to=[bericht.aan.email],
        headers={"List-Unsubscribe": f"<{afmelden}>", "Auto-Submitted": "auto-generated"},
    )
    brief.attach_alternative(render_to_string("verbanden/mail/weekbericht.html", context), "text/html")
    return brief


def onderwerp(bericht: Bericht) -> str:
    """'Signalen: 2 nieuw, 5 staan nog open'."""
    nieuw, bekend = len(bericht.nieuw), len(bericht.bekend)
    delen = [f"{nieuw} nieuw"] if nieuw else []
    if bekend:
        delen.append(f"{bekend} {'staat' if bekend == 1 else 'staan'} nog open")
    return f"Signalen: {', '.join(delen)}"
