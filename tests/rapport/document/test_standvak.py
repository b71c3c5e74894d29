from locatieplanner.rapport.document.standvak import standvak


def test_de_tabel_heeft_de_getallen_van_de_stand(basis):
    vak = standvak(basis.beoordeling.omgeving, basis.stand, "Proef")
    tekst = vak.tabel.als_tekst().set_index("gemeente")
    assert tekst.loc["Duinrand", "bestaand, bekend"] == "600"
    assert tekst.loc["Aardam", "bestaand, bekend"] == "onbekend"
    assert tekst.loc["Aardam", "keer het deel"] == "onbekend"
    assert "Proefdoelen" in vak.tabel.herkomst
