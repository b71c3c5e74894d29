from locatieplanner.domein.locatietype import Mixdeel


def test_amv_is_in_het_echt_beschermd(omgeving_echt):
    assert omgeving_echt.locatietypen["amv"].beschermd


def test_opvang_van_een_groep_vraagt_geen_balans(omgeving_echt):
    for soort in omgeving_echt.locatietypen.values():
        if soort.telt_als_opvang:
            assert Mixdeel.BALANS not in soort.mixdelen, soort.code


def test_wonen_vraagt_alle_delen_en_telt_niet_als_opvang(omgeving_echt):
    for code in ("flexwonen", "gemengd"):
        soort = omgeving_echt.locatietypen[code]
        assert set(soort.mixdelen) == set(Mixdeel)
        assert not soort.telt_als_opvang


def test_grenzen_van_het_coa(omgeving_echt):
    grenzen = {
        code: (soort.capaciteit_min, soort.capaciteit_max)
        for code, soort in omgeving_echt.locatietypen.items()
    }
    assert grenzen["azc"] == (300, None)
    assert grenzen["aanvullend"] == (100, 250)
    assert grenzen["amv"] == (30, 100)
