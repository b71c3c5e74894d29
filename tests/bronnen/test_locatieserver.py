from dataclasses import replace

import pytest
from shapely import Point

from locatieplanner.bronnen.hulpdiensten import LOCATIESERVER
from locatieplanner.bronnen.locatieserver import PLAATSEN, Locatieserver
from locatieplanner.fouten import DienstFout
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten_pdok.pdok import GRENZEN, hulpdienst, pdok


@pytest.fixture
def dienst():
    with pdok() as dit:
        yield dit


@pytest.fixture
def zoeker(dienst):
    with Locatieserver(hulpdienst(LOCATIESERVER, dienst), GRENZEN) as geopend:
        yield geopend


def test_een_adres_met_al_zijn_delen(zoeker):
    beste = zoeker.zoek("Riouwstraat 3-2, 3818 AA Amersfoort")[0]
    assert beste.weergavenaam == "Riouwstraat 3-2, 3818AA Amersfoort"
    assert (beste.straat, beste.huisnummer) == ("Riouwstraat", "3-2")
    assert (beste.postcode, beste.plaats, beste.soort) == ("3818AA", "Amersfoort", "adres")
    assert beste.punt == Point(155_030, 463_020)
    assert beste.id
    assert beste.score > 0


def test_de_beste_staat_eerst(zoeker):
    scores = [vondst.score for vondst in zoeker.zoek("Dorpsstraat 7 Baarn")]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_een_soort_die_gevraagd_wordt(zoeker):
    assert {v.soort for v in zoeker.zoek("Amersfoort")} == {"adres"}
    plaats = next(v for v in zoeker.zoek("Amersfoort", PLAATSEN) if v.soort == "woonplaats")
    assert (plaats.weergavenaam, plaats.straat) == ("Amersfoort, Amersfoort, Utrecht", "")


def test_er_gaat_alleen_tekst_heen_die_voor_een_zoekmachine_niets_betekent(zoeker, dienst):
    zoeker.zoek('Dorpsstraat: 7 - (achter) && NOT "Baarn" /x/ +a* 7-a \'t Gooi, a.b -x ~?[b]\\')
    (verzoek,) = dienst.verzoeken
    assert verzoek.vraag["q"] == "dorpsstraat 7 achter not baarn x a 7-a 't gooi, a.b x b"
    assert set(verzoek.vraag) == {"q", "fq", "rows", "fl"}


@pytest.mark.parametrize("vraag", ["", "  ", "(*:*)", " - "])
def test_een_lege_vraag_gaat_nergens_heen(zoeker, dienst, vraag):
    assert zoeker.zoek(vraag) == ()
    assert dienst.verzoeken == []


def test_niets_gevonden(zoeker):
    assert zoeker.zoek("qwertyuiop") == ()


def test_een_begin_wordt_aangevuld(zoeker):
    assert zoeker.vul_aan("riouwstr 3-2") == ("Riouwstraat 3-2, 3818AA Amersfoort",)
    assert zoeker.vul_aan("amersf", ("woonplaats",)) == ("Amersfoort, Amersfoort, Utrecht",)
    assert len(zoeker.vul_aan("dorps")) == 5
    assert zoeker.vul_aan("zzz") == zoeker.vul_aan(" ") == ()


def test_het_adres_bij_een_plek(zoeker):
    assert zoeker.adres_bij(Point(155_015, 463_020)).huisnummer == "1A"
    assert zoeker.adres_bij(Point(155_015, 463_500)) is None
    assert zoeker.adres_bij(Point(155_015, 463_500), 1_000).huisnummer == "1A"


def test_zonder_grenzen_gelden_die_van_de_dienst(dienst):
    with Locatieserver(hulpdienst(LOCATIESERVER, dienst)) as zoeker:
        assert zoeker.naam == "PDOK Locatieserver"
        assert zoeker.zoek("Riouwstraat 32")[0].huisnummer == "32"


def _open(dit, grenzen=GRENZEN):
    return Locatieserver(hulpdienst(LOCATIESERVER, dit), grenzen)


def _rij(**anders):
    return {
        "id": "a",
        "type": "adres",
        "weergavenaam": "A 1",
        "centroide_rd": "POINT(1 1)",
    } | anders


@pytest.mark.parametrize(
    ("reactie", "melding"),
    [
        (Reactie(status=500), "heeft een storing .code 500., ook na 3 pogingen"),
        (Reactie(b'{"response": {"docs": [', status=200), "niet te lezen is"),
        (Reactie(b"<html>onderhoud</html>", soort="text/html"), "met een webpagina in plaats van"),
        (Reactie(status=404), "kent dit adres niet"),
        (als_json({"title": "Bad Request", "detail": "vreemd"}, status=400), "zegt: vreemd"),
        (als_json([1]), "in een andere vorm dan verwacht"),
        (als_json({"response": {"numFound": 0}}), r"zonder lijst met vondsten"),
        (als_json({"response": {"docs": ["x"]}}), r"zonder lijst met vondsten"),
        (als_json({"error": "x"}), r"zonder lijst met vondsten"),
        (als_json({"response": {"docs": [_rij(centroide_rd="5.2, 52")]}}), "zonder bruikbare plek"),
        (als_json({"response": {"docs": [_rij(centroide_rd=None)]}}), "zonder bruikbare plek"),
        (als_json({"response": {"docs": [_rij()]}}), "zonder bruikbare plek"),
        (Reactie(verbreek=True), "brak het antwoord af"),
        (Reactie(wacht_s=1.0), "antwoordt niet op tijd"),
    ],
)  # fmt: skip
def test_een_dienst_die_hapert_wordt_genoemd(reactie, melding):
    ongeduldig = replace(GRENZEN, lezen_s=0.2)
    wie = f"PDOK Locatieserver .*{melding}"
    with (
        loket(lambda _: reactie) as dit,
        _open(dit, ongeduldig) as zoeker,
        pytest.raises(DienstFout, match=wie) as fout,
    ):
        zoeker.zoek("Riouwstraat 1 Amersfoort")
    assert "Wat al geladen is, blijft werken." in str(fout.value)
    assert "riouwstraat" not in str(fout.value).lower()


def test_een_rij_zonder_plek_telt_niet_mee():
    rijen = [
        _rij(centroide_rd="LINESTRING(0 0,1 1)"),
        _rij(id=7, centroide_rd="POINT(155000 463000)", score="x"),
    ]
    with loket(lambda _: als_json({"response": {"docs": rijen}})) as dit, _open(dit) as zoeker:
        (vondst,) = zoeker.zoek("a")
    assert (vondst.id, vondst.score, vondst.straat) == ("7", 0.0, "")


def test_na_een_storing_die_overgaat_is_er_gewoon_antwoord():
    goed = als_json({"response": {"docs": []}})
    eerst = Reactie(status=503)
    with loket(lambda v: goed if v.nummer > 1 else eerst) as dit, _open(dit) as zoeker:
        assert zoeker.zoek("a") == ()
    assert len(dit.verzoeken) == 2
