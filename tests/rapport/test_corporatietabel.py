import pandas as pd
import pytest

from locatieplanner.opgave.bewoners import MIX_ONBEKEND
from locatieplanner.opgave.contracten import per_eigenaar_per_jaar
from locatieplanner.opgave.corporatie import bijdrage_per_gemeente
from locatieplanner.opgave.flexwonen import woonlocaties
from locatieplanner.opgave.groepsverloop import groepsverloop
from locatieplanner.rapport.corporatietabel import (
    bijdragetabel,
    eigenaargroeptabel,
    eigenaartabel,
    groepnaam,
    groeptabel,
    halfjaartabel,
    jaartabel,
)
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


@pytest.fixture
def locaties(omgeving):
    return woonlocaties(
        plan(
            woning("K1", capaciteit=100, woningen=60, status="besluit", eigenaar="Woonplus",
                   beschikbaar_van="2028-07-01", beschikbaar_tot="2031-06-30",
                   aandeel_statushouders=0.4, aandeel_studenten=0.6),
            zonder_mix("K2", 115_000, capaciteit=50, eigenaar="De Brug", type="gemengd"),
        ),
        omgeving,
        PEIL,
    )  # fmt: skip


def test_voor_wie(locaties):
    tekst = groeptabel(locaties, AANDACHTSGROEPEN).als_tekst()
    assert tekst.to_numpy().tolist() == [
        ["studenten", "dragend", "60", "60 %", "45"],
        ["statushouders", "kwetsbaar", "40", "40 %", "15"],
    ]


def test_per_eigenaar_en_groep_telt_op_tot_alle_plaatsen(locaties):
    tabel = eigenaargroeptabel(locaties, AANDACHTSGROEPEN)
    assert tabel.als_tekst().to_numpy().tolist() == [
        ["De Brug", "mix onbekend", "50"],
        ["Woonplus", "studenten", "60"],
        ["Woonplus", "statushouders", "40"],
    ]
    assert tabel.gegevens["personen"].sum() == locaties["plaatsen"].sum()
    assert eigenaargroeptabel(locaties.iloc[:0], AANDACHTSGROEPEN).als_tekst().empty


def test_per_eigenaar(locaties):
    tekst = eigenaartabel(locaties, AANDACHTSGROEPEN).als_tekst().set_index("eigenaar")
    assert tekst.loc["De Brug", "locaties zonder aantal woningen"] == "1"
    assert tekst.loc["De Brug", "mix onbekend (plaatsen)"] == "50"
    assert tekst.loc["Woonplus", "voor de taakstelling (statushouders)"] == "40"


def test_alleen_jaren_waarin_er_iets_komt_of_eindigt(locaties):
    tabel = jaartabel(per_eigenaar_per_jaar(locaties, range(2026, 2040)))
    tekst = tabel.als_tekst().set_index(["eigenaar", "jaar"])
    assert [jaar for naam, jaar in tekst.index if naam == "Woonplus"] == [
        *("2028", "2031"),
    ]
    assert tekst.loc[("Woonplus", "2031")].tolist() == ["0", "60", "0", "0", "100", "0"]


def test_per_halfjaar_begin_en_einde_per_groep(locaties):
    maanden = pd.period_range("2028-01", "2031-12", freq="M", name="maand")
    verloop = groepsverloop(locaties, AANDACHTSGROEPEN, maanden)
    tekst = halfjaartabel(verloop.plaatsen, AANDACHTSGROEPEN, "plaatsen").als_tekst()
    rij = tekst.set_index("halfjaar").loc["2028-II"]
    assert rij["alle, begin"] == "150"
    assert rij["studenten, einde"] == "60"
    assert rij["mix onbekend, begin"] == "50"
    assert tekst.set_index("halfjaar").loc["2031-II", "alle, einde"] == "50"


def test_bijdrage_per_gemeente(locaties):
    bijdragen = bijdrage_per_gemeente(locaties)
    tekst = bijdragetabel(bijdragen).als_tekst().set_index("gemeente")
    assert tekst.index.tolist() == ["Aardam", "Beekdal"]
    assert tekst.loc["Aardam", "taakstelling, gepland (statushouders)"] == "40"
    assert tekst.loc["Beekdal", "mix onbekend (plaatsen)"] == "50"
    assert bijdragetabel(bijdrage_per_gemeente(locaties.iloc[:0])).als_tekst().empty


def test_wat_niet_te_verdelen_is_heeft_een_naam():
    assert groepnaam(MIX_ONBEKEND, AANDACHTSGROEPEN) == "mix onbekend"
    assert groepnaam("regulier", AANDACHTSGROEPEN) == "regulier"
