from locatieplanner.opgave.provincieverdeling import verdeel_provincie
from locatieplanner.rapport.verdeeltabel import verdeeltabel


def test_de_grootste_bovenaan_en_de_som_is_het_doel(omgeving):
    verdeling = verdeel_provincie(omgeving, "Gelderland")
    tabel = verdeeltabel(verdeling, omgeving)
    assert tabel.titel == "Verdeling over de gemeenten van Gelderland"
    tekst = tabel.als_tekst()
    assert tekst["gemeente"].tolist() == ["Eemwoud", "Duinrand", "Cromhoek"]
    assert tabel.ruw()["verdeeld (plaatsen)"].sum() == verdeling.doel.plaatsen
    assert omgeving.doelset.naam in tabel.herkomst


def test_wat_niet_bekend_is_heet_onbekend(omgeving):
    tekst = verdeeltabel(verdeel_provincie(omgeving, "Gelderland"), omgeving).als_tekst()
    assert set(tekst["naar inwoners en SES-WOA (plaatsen)"]) == {"onbekend"}
    assert set(tekst["SES-WOA (score)"]) == {"onbekend"}
    # Er is geen plan geladen; dat is geen nul.
    assert set(tekst["gepland (plaatsen)"]) == {"onbekend"}
