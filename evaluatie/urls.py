"""Addresses of evaluatie."""

from django.urls import URLPattern, path

from evaluatie.views import (
    doelen,
    evaluatie,
    evaluatiedelen,
    evaluatieoordeel,
    evaluatierapport,
    evaluaties,
    gedaan,
    monitoring,
    ontwikkelagenda,
    ontwikkelbord,
    voortgang,
)

app_name = "evaluatie"

urlpatterns: list[URLPattern] = [
    path("voortgang/", voortgang.overzicht, name="voortgangen"),
    path("prestatieladder/", doelen.ladder, name="ladder"),
    path("verbanden/<slug:slug>/doelen/", doelen.van_verband, name="doelen"),
    path("verbanden/<slug:slug>/doelen.pdf", doelen.afdruk, name="doelen_pdf"),
    path("verbanden/<slug:slug>/voortgang/", voortgang.van_verband, name="voortgang_verband"),
    path("verbanden/<slug:slug>/voortgang/<int:jaar>/<slug:moment>/", voortgang.ronde, name="voortgang"),
    path("ontwikkelagenda/", ontwikkelbord.bord, name="ontwikkelbord"),
    path("ontwikkelagenda/nieuw/", ontwikkelbord.nieuw, name="gemeentepunt_nieuw"),
    path("ontwikkelagenda/<int:gemeentepunt_id>/", ontwikkelbord.wijzig, name="gemeentepunt"),
    path("ontwikkelagenda/gedaan/<int:jaar>/", gedaan.toon, name="gedaan"),
    path("ontwikkelagenda/gedaan/<int:jaar>.<slug:formaat>", gedaan.download, name="gedaan_bestand"),
    path("evaluaties/", evaluaties.lijst, name="evaluaties"),
    path("evaluaties/monitoring/", monitoring.toon, name="monitoring"),
    path("evaluaties/monitoring.<slug:formaat>", monitoring.download, name="monitoring_bestand"),
    path("evaluaties/bundel/<int:jaar>/", evaluatierapport.bundel, name="bundel"),
    path("evaluaties/bundel/<int:jaar>.pdf", evaluatierapport.bundel_pdf, name="bundel_pdf"),
    path("evaluaties/<int:evaluatie_id>/", evaluatie.pagina, name="evaluatie"),
    path("evaluaties/<int:evaluatie_id>/rapport.pdf", evaluatierapport.pdf, name="evaluatie_pdf"),
    path("evaluaties/<int:evaluatie_id>/oordeel/", evaluatieoordeel.oordeel, name="evaluatie_oordeel"),
    path("evaluaties/<int:evaluatie_id>/planning/", evaluatiedelen.planning, name="evaluatie_planning"),
    path("evaluaties/<int:evaluatie_id>/conclusie/", evaluatiedelen.conclusie, name="evaluatie_conclusie"),
    path("evaluaties/<int:evaluatie_id>/vaststellen/", evaluatierapport.vaststellen, name="evaluatie_vaststellen"),
    path("evaluaties/<int:evaluatie_id>/<slug:deel>/", evaluatiedelen.deel, name="evaluatie_deel"),
    path("verbanden/<slug:slug>/evaluaties/", evaluaties.van_verband, name="evaluaties_verband"),
    path("verbanden/<slug:slug>/ontwikkelagenda/", ontwikkelagenda.van_verband, name="ontwikkelagenda"),
]
