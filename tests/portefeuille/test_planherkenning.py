import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.planherkenning import herken, met_meegebracht
from tests.omgeving import kandidaat, maak_gemeenten, maak_kandidaten, maak_omgeving

BEKEND = (
    kandidaat("K001", x=105_000, naam="Aardam", capaciteit=100),
    kandidaat("K002", x=115_000, naam="Beekdal", capaciteit=50),
)


def uit_bestand(*rijen, naam="plan.csv"):
    return herken(
        maak_kandidaten(*rijen), maak_kandidaten(*BEKEND), maak_gemeenten(), naam, "bestand"
    )


def test_dezelfde_naam_in_dezelfde_gemeente_is_dezelfde_locatie():
    uitkomst = uit_bestand(kandidaat("X9", x=106_000, naam="  aardam ", capaciteit=80))
    assert uitkomst.plan.plaatsen.to_dict() == {"K001": 80}
    assert uitkomst.plan.meegebracht is None
    assert uitkomst.zin == "Alle locaties staan al bij uw kandidaten."


def test_een_id_zonder_dezelfde_naam_zegt_niets():
    uitkomst = uit_bestand(kandidaat("K001", x=125_000, naam="Cromhoek", capaciteit=30))
    assert uitkomst.plan.plaatsen.to_dict() == {"K001 (plan.csv)": 30}
    assert list(uitkomst.plan.meegebracht.index) == ["K001 (plan.csv)"]
    assert "Cromhoek staat niet bij uw kandidaten" in uitkomst.zin


def test_dezelfde_naam_en_hetzelfde_id_mag_verplaatst_zijn():
    uitkomst = uit_bestand(kandidaat("K002", x=125_000, naam="Beekdal", capaciteit=30))
    assert uitkomst.plan.plaatsen.to_dict() == {"K002": 30}


def test_twee_rijen_die_dezelfde_locatie_zijn_is_een_fout():
    with pytest.raises(InvoerFout, match="meer dan eens"):
        uit_bestand(
            kandidaat("X1", x=105_000, naam="Aardam"), kandidaat("X2", x=105_500, naam="Aardam")
        )


def test_wie_meegebracht_is_verandert_de_scores_van_anderen_niet():
    nieuw = kandidaat("N1", x=105_200, naam="Nieuw", capaciteit=900, status="besluit")
    plan = uit_bestand(nieuw).plan
    bekend = maak_kandidaten(*BEKEND)
    samen = met_meegebracht(bekend, [plan, plan])
    assert list(samen.index) == ["K001", "K002", "N1 (plan.csv)"]
    omgeving = maak_omgeving()
    los, met = beoordeel(bekend, omgeving).deelscores, beoordeel(samen, omgeving).deelscores
    assert met.loc[los.index].equals(los)
    assert met.loc["N1 (plan.csv)"].notna().any()


def test_zonder_meegebrachte_locaties_blijven_de_kandidaten_dezelfde():
    bekend = maak_kandidaten(*BEKEND)
    assert met_meegebracht(bekend, []) is bekend
