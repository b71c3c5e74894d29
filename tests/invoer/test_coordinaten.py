import pandas as pd
import pytest

from locatieplanner.invoer.coordinaten import uit_kolommen


def _uit(**kolommen):
    reeksen = {
        k: pd.Series(v, index=range(2, 2 + len(v)), dtype=object) for k, v in kolommen.items()
    }
    rijen = next(iter(reeksen.values())).index
    return uit_kolommen(reeksen, {k: k.upper() for k in reeksen}, rijen)


def test_rd_graden_en_wkt_geven_hetzelfde_punt():
    for ligging in (
        _uit(x=["155.000,5"], y=["463000"]),
        _uit(lon=["5,387217"], lat=["52.15517"]),
        _uit(wkt=["POINT (155000.5 463000)"]),
    ):
        punt = ligging.vormen[0]
        assert (punt.x, punt.y) == pytest.approx((155_000.5, 463_000), abs=2)
        assert not ligging.ontbreekt.any()


def test_rd_wint_als_beide_kloppen():
    ligging = _uit(x=[155_000], y=[463_000], lon=[5.38721], lat=[52.15517])
    assert not ligging.problemen
    assert ligging.vormen[0].wkt == "POINT (155000 463000)"


def test_rd_en_graden_die_niet_kloppen():
    ligging = _uit(x=[155_000], y=[463_000], lon=[5.4], lat=[52.2])
    (probleem,) = ligging.problemen
    assert probleem.wat.startswith(
        "de RD-coördinaten en de lengte en breedte liggen 5,1 km uit elkaar"
    )
    assert ligging.vormen[0] is None


def test_per_rij_mag_het_een_ander_paar_zijn():
    ligging = _uit(x=[155_000, "", ""], y=[463_000, "", ""], lon=["", 5.4, ""], lat=["", 52.2, ""])
    assert not ligging.problemen
    assert [vorm is None for vorm in ligging.vormen] == [False, False, True]
    assert ligging.ontbreekt.tolist() == [False, False, True]


def test_half_ingevuld_en_onleesbaar():
    ligging = _uit(x=[155_000, "abc", ""], y=["", 463_000, 463_000])
    assert [(p.rij, p.kolom, p.wat) for p in sorted(ligging.problemen, key=lambda p: p.rij)] == [
        (2, "Y", "deze coördinaat ontbreekt, terwijl X wel is ingevuld"),
        (3, "X", "deze coördinaat is geen getal"),
        (4, "X", "deze coördinaat ontbreekt, terwijl Y wel is ingevuld"),
    ]
    assert all(vorm is None for vorm in ligging.vormen)
    assert not ligging.ontbreekt.any()


def test_wkt_gaat_voor_en_meldt_het_stelsel():
    ligging = _uit(wkt=["POINT (155000 463000)", "onzin"], x=[1, 160_000], y=[1, 460_000])
    assert [p.wat for p in ligging.problemen] == [
        "dit is geen leesbare vorm (WKT)",
        "het bestand noemt geen coördinaatstelsel; uit de coördinaten is afgeleid: RD (EPSG:28992)",
    ]
    assert ligging.vormen[0].x == 155_000
    assert ligging.vormen[1] is None


def test_een_los_kolom_is_geen_paar():
    assert _uit(x=[155_000]).ontbreekt.all()
