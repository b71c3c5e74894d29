import numpy as np
from hypothesis import given

from locatieplanner.opgave.contracten import (
    eerste_einde,
    einden,
    halverwege,
    per_eigenaar_per_jaar,
    per_jaar,
)
from locatieplanner.opgave.flexwonen import woonlocaties
from tests.opgave.plannen import PEIL, plan, plannen, woning

JAREN = range(2024, 2048)


def test_per_jaar_wat_komt_en_wat_eindigt(locaties):
    tabel = per_jaar(locaties, JAREN)
    assert tabel.loc[2028, ["woningen_komt", "plaatsen_komt"]].tolist() == [60, 100]
    assert tabel.loc[2030, ["woningen", "plaatsen"]].tolist() == [60, 150]
    assert tabel.loc[2031, ["woningen_eindigt", "plaatsen_eindigt", "plaatsen"]].tolist() == [
        *(60, 100, 50),
    ]
    # Op 31 december eindigt het contract: aan het eind van dat jaar is het er niet meer.
    assert tabel.loc[2036, ["plaatsen_eindigt", "plaatsen"]].tolist() == [50, 0]


def test_per_eigenaar_per_jaar_telt_op(locaties):
    tabel = per_eigenaar_per_jaar(locaties, JAREN)
    assert tabel.groupby(level="jaar").sum().equals(per_jaar(locaties, JAREN))
    assert per_eigenaar_per_jaar(locaties.iloc[:0], JAREN).empty


@given(kandidaten=plannen())
def test_de_stand_verandert_met_wat_komt_en_eindigt(omgeving, kandidaten):
    tabel = per_jaar(woonlocaties(kandidaten, omgeving, PEIL), JAREN)
    for maat in ("woningen", "plaatsen"):
        verschil = tabel[maat].diff().iloc[1:]
        wisseling = (tabel[f"{maat}_komt"] - tabel[f"{maat}_eindigt"]).iloc[1:]
        assert np.allclose(verschil, wisseling)
        assert (tabel[maat] >= 0).all()


def test_einden_staan_op_volgorde_en_halverwege_is_het_jaar_waarin_de_helft_weg_is(omgeving):
    kandidaten = plan(
        woning("K1", woningen=30, beschikbaar_tot="2040-12-31"),
        woning("K2", woningen=30, beschikbaar_tot="2031-06-30"),
        woning("K3", woningen=40, type="gemengd"),
    )
    tabel = woonlocaties(kandidaten, omgeving, PEIL)
    assert einden(tabel).index.tolist() == ["K2", "K1"]
    assert halverwege(tabel) == 2040
    assert halverwege(tabel.loc[["K2", "K3"]]) is None
    assert halverwege(tabel.loc[["K2"]]) == 2031
    assert halverwege(tabel.iloc[:0]) is None
    assert eerste_einde(tabel) == 2031
    assert eerste_einde(tabel.loc[["K3"]]) is None
