from locatieplanner.domein.kandidaat import GEPLAND, KOLOMMEN, VERVALLEN, Kandidaatstatus


def test_gepland_en_vervallen_sluiten_elkaar_uit():
    assert not GEPLAND & VERVALLEN
    assert (GEPLAND | VERVALLEN).issubset(Kandidaatstatus)


def test_een_idee_telt_niet_als_gepland():
    voor_een_besluit = {Kandidaatstatus.IDEE, Kandidaatstatus.VERKENNING, Kandidaatstatus.HAALBAAR}
    assert not voor_een_besluit & GEPLAND
    assert not voor_een_besluit & VERVALLEN


def test_kolommen_zijn_uniek_en_eindigen_op_geometry():
    assert len(set(KOLOMMEN)) == len(KOLOMMEN)
    assert KOLOMMEN[-1] == "geometry"
