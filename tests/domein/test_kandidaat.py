from locatieplanner.domein.kandidaat import KOLOMMEN, VERVALLEN, VOORTGANG, Kandidaatstatus


def test_elke_status_is_een_stap_of_vervallen():
    assert not set(VOORTGANG) & VERVALLEN
    assert set(VOORTGANG) | VERVALLEN == set(Kandidaatstatus)
    assert len(set(VOORTGANG)) == len(VOORTGANG)


def test_de_stappen_lopen_van_idee_tot_in_gebruik():
    assert VOORTGANG[0] is Kandidaatstatus.IDEE
    assert VOORTGANG[-1] is Kandidaatstatus.IN_GEBRUIK
    assert VOORTGANG.index(Kandidaatstatus.BESLUIT) < VOORTGANG.index(Kandidaatstatus.VERGUND)


def test_kolommen_zijn_uniek_en_eindigen_op_geometry():
    assert len(set(KOLOMMEN)) == len(KOLOMMEN)
    assert KOLOMMEN[-1] == "geometry"
