from locatieplanner.opgave.gemeentestand import stand_per_gemeente


def test_rekent_een_keer_wat_elk_rapport_nodig_heeft(basis, beoordeling):
    assert basis.kandidaten.tabel["id"].tolist() == beoordeling.tabel()["id"].tolist()
    los = stand_per_gemeente(beoordeling.omgeving, beoordeling.gepland_per_gemeente)
    assert basis.stand.equals(los)


def test_voor_derden_zijn_beschermde_rijen_afgeschermd(basis_derden, beschermd):
    assert int(basis_derden.kandidaten.afgeschermd.sum()) == len(beschermd)
    assert not set(beschermd) & set(basis_derden.kandidaten.tabel["id"])
