"""Addresses of evaluatie."""

from django.urls import URLPattern, path

from evaluatie.views import doelen, ontwikkelagenda, voortgang

app_name = "evaluatie"

urlpatterns: list[URLPattern] = [
    path("voortgang/", voortgang.overzicht, name="voortgangen"),
    path("prestatieladder/", doelen.ladder, name="ladder"),
    path("verbanden/<slug:slug>/doelen/", doelen.van_verband, name="doelen"),
    path("verbanden/<slug:slug>/doelen.pdf", doelen.afdruk, name="doelen_pdf"),
    path("verbanden/<slug:slug>/voortgang/", voortgang.van_verband, name="voortgang_verband"),
    path("verbanden/<slug:slug>/voortgang/<int:jaar>/<slug:moment>/", voortgang.ronde, name="voortgang"),
    path("verbanden/<slug:slug>/ontwikkelagenda/", ontwikkelagenda.van_verband, name="ontwikkelagenda"),
]
