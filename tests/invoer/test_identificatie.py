import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.invoer.identificatie import lees_ids
from locatieplanner.invoer.probleem import Ernst


def _lees(*ids):
    return lees_ids(pd.Series(ids, index=range(2, 2 + len(ids)), dtype="str"), "id")


def test_ontbrekende_ids_worden_aangemaakt_om_bezette_heen():
    ids, problemen = _lees("A", "", "K001", "")
    assert ids.tolist() == ["A", "K002", "K001", "K003"]
    assert [(p.rij, p.ernst) for p in problemen] == [(3, Ernst.MELDING), (5, Ernst.MELDING)]
    assert problemen[0].wat == "het id ontbreekt; aangemaakt: K002"


def test_zonder_enig_id_is_er_een_melding():
    ids, (melding,) = _lees("", "")
    assert ids.tolist() == ["K001", "K002"]
    assert melding.wat == (
        "het bestand heeft geen ids; er zijn 2 ids aangemaakt (K001 tot en met K002), in de "
        "volgorde van het bestand"
    )
    assert "er is 1 id aangemaakt (K001)" in _lees("")[1][0].wat


def test_dubbele_ids_noemen_de_andere_rijen():
    _, problemen = _lees("A", "B", "A", "A")
    assert [(p.rij, p.wat) for p in problemen] == [
        (2, "dit id staat ook op rij 4, 5"),
        (4, "dit id staat ook op rij 2, 5"),
        (5, "dit id staat ook op rij 2, 4"),
    ]
    assert _lees(*["A"] * 10)[1][0].wat == "dit id staat ook op rij 3, 4, 5, 6, 7 en nog 4"


@given(st.lists(st.sampled_from(["", "K001", "K002", "A", "B"])))
def test_aangemaakte_ids_zijn_uniek(gegeven):
    ids, problemen = _lees(*gegeven)
    dubbel = {p.rij for p in problemen if p.ernst is Ernst.FOUT}
    assert ids[~ids.index.isin(dubbel)].is_unique
    assert (ids != "").all()
