"""Waiting for the document of a list, which is made outside the web worker: a page that asks again by itself."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from samenwerkingswijzer.drukpers import Opdracht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.lijst.toetsing import Lijst


def wachtpagina(request: Verzoek, lijst: Lijst, opdracht: Opdracht) -> HttpResponse:
    """How far the document is. The page repeats the very question that it answers, a POST with its version too."""
    deel = bool(request.htmx)
    sjabloon = "verbanden/delen/lijst_voortgang_druk.html" if deel else "verbanden/lijst_wacht.html"
    status = 200 if deel else (503 if opdracht.fout else 202)  # htmx only shows what comes with a 200
    context = {"welke": lijst, "opdracht": opdracht, "versie": request.POST.get("versie", "")}
    antwoord = render(request, sjabloon, context, status=status)
    patch_vary_headers(antwoord, ["HX-Request"])
    return antwoord
