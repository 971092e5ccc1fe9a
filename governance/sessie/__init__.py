"""The yearly session of raad and college on importance: what screens may use.

Who may what (`toegang`)
    mag_voorbereiden(gebruiker)            prepares, opens, participants, chair: the griffie
    mag_leiden(gebruiker, sessie)          closes and records: the griffie, or the chair of this session
    deelnemer_van(sessie, gebruiker)       the row of who takes part now, or None

Acts, all keyword-only with `door=` and `op=` (`governance.handelingen`)
    sessies.bereid_voor / wijzig / voeg_deelnemers_toe / verwijder_deelnemer(telt_mee=) / voeg_verbanden_toe /
        haal_verband_weg / stel_voor / vervang_voorzitter / stel_open / sluit
    scores.score(sessieverband=, klasse=, redenen=, zin=) -> Bewaard; ScorenGesloten when it is too late
    sessiebesluiten.schrijf_vraagstukken / leg_uitkomst_vast(uitkomst=Uitkomst(...), versie=) / zonder_bespreking /
        mag_vaststellen / stel_vast(gegevens=, pdf=)

Readers
    beeld.sessies(peildatum), lees_sessie(sessie_id, peildatum) -> Beeld with Rij per partnership
    lezen.eigen_scores(sessie_id, gebruiker), eigen_score(sessieverband, gebruiker)
    lezen.uitslag(sessie_id, peildatum)    None until scoring is closed; else Sessieverband id -> Uitslag
    voortgang.voortgang(sessie_id)         who is done; per_groep and per_kant for one partnership or all
    voortgang.kenmerk(sessie_id)           what an ETag needs; changing a score does not change it
    besluit.gegevens(sessie, door=, op=)   what is frozen; make the PDF of it and give both to `stel_vast`
    besluit.vastgesteld(sessie_id)         what was frozen
    governance.regels.eensgezindheid.minst_eens_eerst([(what, uitslag.telling.allen or ()), ...])  order of the talk

Only `lezen` reads scores of persons; see docs/adr/0015-sessie.md.
"""
