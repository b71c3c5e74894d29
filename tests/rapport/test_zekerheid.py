from locatieplanner.rapport.zekerheid import zekerheden


def test_per_criterium_een_zin_met_status(beoordeling):
    zinnen = zekerheden(beoordeling)
    assert [zin.partition(":")[0] for zin in zinnen] == [
        "Spreiding",
        "Kleinschaligheid",
        "Nabijheid",
        "Mix",
    ]
    assert "onbekend (" in zinnen[3]
    assert "telt niet als nul" in zinnen[3]
