import pytest

from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import InvoerFout
from locatieplanner.rapport.document.fiche import fiche
from locatieplanner.rapport.document.inhoud import Alinea, Figuur, Lijst, Tabelvak


def woorden(document):
    """Alle tekst van een rapport bij elkaar, ook die van tabellen en beelden."""
    delen = [document.titel, *document.samenvatting, *sum(document.kenmerken, ())]
    for deel in document.delen:
        match deel:
            case Alinea():
                delen.append(deel.tekst)
            case Lijst():
                delen += deel.punten
            case Figuur():
                delen += [deel.bijschrift, deel.beeld.alt]
            case Tabelvak():
                delen += [deel.tabel.titel, deel.tabel.herkomst]
                delen += deel.tabel.als_tekst().to_numpy().ravel().tolist()
    return "\n".join(delen)


def test_score_en_rang_zijn_die_van_de_beoordeling(basis, beoordeling):
    rij = beoordeling.tabel().set_index("id").loc["K5"]
    zinnen = " ".join(fiche(basis, "K5").samenvatting)
    assert f"{getal(rij['score_totaal'], 1)} van de 100 punten" in zinnen
    assert f"plaats {getal(rij['rang'])} van de {basis.kandidaten.met_rang}" in zinnen
    assert "in de gemeente Duinrand (Gelderland)" in zinnen
    assert "geen besluit" in zinnen


def test_wat_niet_bekend_of_getoetst_is_staat_in_de_samenvatting(basis):
    zinnen = " ".join(fiche(basis, "K1").samenvatting)
    assert "Niet alles is bekend" in zinnen
    assert "nog niet getoetst" in zinnen


def test_uitgesloten_noemt_de_reden(basis):
    zinnen = " ".join(fiche(basis, "K6").samenvatting)
    assert "doet niet mee in de rangorde: status afgevallen: te duur; zie brief." in zinnen


def test_buiten_nederland_is_er_geen_kaart(basis):
    tekst = woorden(fiche(basis, "K3"))
    assert "buiten Nederland" in tekst
    assert "Kaart van" not in tekst


def test_leeg_heet_onbekend(basis):
    (feiten,) = [
        deel.tabel.als_tekst().set_index("kenmerk")["waarde"]
        for deel in fiche(basis, "K5").delen
        if isinstance(deel, Tabelvak) and deel.tabel.titel == "Kenmerken"
    ]
    assert feiten["woningen"] == feiten["eigenaar"] == "onbekend"
    assert feiten["voor wie"] == "40 % statushouders en 60 % studenten"


@pytest.mark.parametrize("id_", ["K4", "K7", "K8"])
def test_van_een_beschermde_locatie_krijgen_derden_alleen_de_gemeente(
    basis, basis_derden, beoordeling, id_
):
    document = fiche(basis_derden, id_)
    tekst = woorden(document)
    rij = beoordeling.kandidaten.loc[id_]
    assert document.titel.startswith("Beschermde locatie in ")
    for geheim in (rij["naam"], id_, rij["toelichting"], "Kerkstraat"):
        assert not geheim or geheim not in tekst
    assert not any(deel.beeld.punten for deel in document.delen if isinstance(deel, Figuur))
    assert "van de 100 punten" not in tekst
    # Een planner ziet haar wel.
    assert str(rij["naam"]) in woorden(fiche(basis, id_))


def test_onbekend_id_is_een_fout(basis):
    with pytest.raises(InvoerFout, match="'weg'"):
        fiche(basis, "weg")
