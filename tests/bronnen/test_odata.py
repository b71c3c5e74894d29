from datetime import UTC, datetime
from types import MappingProxyType

import numpy as np
import pytest

from locatieplanner.bronnen.catalogus import Kolom, Soort
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.bronnen.odata import haal
from locatieplanner.domein.gebied import HEEL_NEDERLAND
from locatieplanner.fouten import DienstFout
from tests.diensten import odatadienst
from tests.diensten.gegevens import GRENZEN, HIER, maak_dienst, maak_laag
from tests.diensten.loket import Reactie, als_json, loket
from tests.diensten.odatadienst import RIJEN, TABEL, TABELADRES, cbs

KOLOMMEN = MappingProxyType(
    {
        "code": ("WijkenEnBuurten",),
        "gemeente": ("Gemeentenaam_*",),
        "corporatie": ("InBezitWoningcorporatie_*",),
    }
)


@pytest.fixture
def dienst():
    with loket(cbs()) as open_:
        yield open_


def doe(dienst, tmp_path, meld=lambda _: None, **anders):
    velden = {"onderdeel": TABEL, "kolommen": KOLOMMEN, **anders}
    laag = maak_laag(
        maak_dienst(Dienstsoort.ODATA, f"{dienst.adres}{TABELADRES}", **velden),
        soort=Soort.TABEL,
        kolommen=MappingProxyType(
            {
                "code": Kolom("Code.", "code"),
                "gemeente": Kolom("Naam.", ""),
                "corporatie": Kolom("Aandeel.", "%", getal=True),
            }
        ),
    )
    return haal(laag, HIER, tmp_path, meld, GRENZEN)


def goed(uit):
    assert list(uit.gegevens) == ["code", "gemeente", "corporatie"]
    assert list(uit.gegevens["code"]) == [f"BU0363{nummer:04d}" for nummer in range(7)]
    assert set(uit.gegevens["gemeente"]) == {"Amsterdam"}
    np.testing.assert_array_equal(uit.gegevens["corporatie"], [np.nan, 10, 20, 30, 40, 50, 60])
    return True


def rijenvragen(dienst):
    return [verzoek.vraag for verzoek in dienst.verzoeken if "TypedDataSet" in verzoek.pad]


def test_een_tabel_komt_in_haar_geheel(dienst, tmp_path):
    stappen = []
    uit = doe(dienst, tmp_path, stappen.append)
    assert goed(uit)
    assert uit.dekking == HEEL_NEDERLAND.vlak
    assert uit.peildatum == "2024"
    assert [stap.gedaan for stap in stappen] == [3, 6, 7, 7]
    vragen = rijenvragen(dienst)
    assert [vraag["$skip"] for vraag in vragen] == ["0", "3", "6", "7"]
    kolommen = "WijkenEnBuurten,Gemeentenaam_1,InBezitWoningcorporatie_42"
    assert {vraag["$select"] for vraag in vragen} == {kolommen}
    assert {vraag["$format"] for vraag in vragen} == {"json"}


@pytest.mark.parametrize("wijst_door", [True, False])
def test_ook_als_de_dienst_minder_geeft_dan_gevraagd(dienst, tmp_path, wijst_door):
    dienst.antwoord = cbs(afkappen=2, wijst_door=wijst_door)
    assert goed(doe(dienst, tmp_path))


def test_filter_gaat_heel_over(dienst, tmp_path):
    doe(dienst, tmp_path, filter="startswith(WijkenEnBuurten,'BU')")
    assert {vraag["$filter"] for vraag in rijenvragen(dienst)} == {
        "startswith(WijkenEnBuurten,'BU')"
    }


def test_jaar_in_het_filter_is_het_nieuwste_met_gegevens(dienst, tmp_path):
    """Het nieuwste jaar is er al, maar nog leeg; het jaar daarvoor heeft getallen."""
    dit_jaar = datetime.now(UTC).year
    leeg = [{**rij, "InBezitWoningcorporatie_42": -99_997.0} for rij in RIJEN]

    def antwoord(verzoek):
        nog_leeg = f"'{dit_jaar}JJ00'" in verzoek.vraag.get("$filter", "")
        return cbs(rijen=leeg if nog_leeg else None)(verzoek)

    dienst.antwoord = antwoord
    uit = doe(dienst, tmp_path, filter="Perioden eq '{jaar}JJ00'")
    assert goed(uit)
    assert uit.peildatum == str(dit_jaar - 1)
    assert rijenvragen(dienst)[-1]["$filter"] == f"Perioden eq '{dit_jaar - 1}JJ00'"


def test_geen_enkel_jaar_met_gegevens(dienst, tmp_path):
    dienst.antwoord = cbs(rijen=[])
    with pytest.raises(DienstFout, match="niets voor de jaren"):
        doe(dienst, tmp_path, filter="Perioden eq '{jaar}JJ00'")


def test_na_een_onderbreking_alleen_de_rest(dienst, tmp_path):
    def antwoord(verzoek):
        if verzoek.vraag.get("$skip") == "6":
            return Reactie(status=503)
        return cbs()(verzoek)

    dienst.antwoord = antwoord
    with pytest.raises(DienstFout, match="code 503"):
        doe(dienst, tmp_path)
    dienst.antwoord = cbs()
    dienst.verzoeken.clear()
    assert goed(doe(dienst, tmp_path))
    assert [vraag["$skip"] for vraag in rijenvragen(dienst)] == ["6", "7"]


def test_zonder_periode_telt_wanneer_de_tabel_veranderde(dienst, tmp_path, monkeypatch):
    def antwoord(verzoek):
        if "TableInfos" in verzoek.pad:
            return als_json({"value": [{"Period": "  ", "Modified": "2025-03-31T02:00:00"}]})
        return cbs()(verzoek)

    dienst.antwoord = antwoord
    assert doe(dienst, tmp_path).peildatum == "2025-03-31"


def test_zonder_gegevens_over_de_tabel(dienst, tmp_path):
    dienst.antwoord = lambda v: als_json({"value": []}) if "TableInfos" in v.pad else cbs()(v)
    assert doe(dienst, tmp_path).peildatum == ""


def test_onbekende_tabel(dienst, tmp_path):
    with pytest.raises(DienstFout, match=r"^Testdienst kent 00000NED niet op http.*catalogus"):
        doe(dienst, tmp_path, onderdeel="00000NED")


def test_veranderde_kolommen(dienst, tmp_path, monkeypatch):
    monkeypatch.setattr(odatadienst, "KENMERKEN", [{"Key": "Perioden"}, {"Key": ""}, {}])
    with pytest.raises(DienstFout, match=r"niet meer de kolom code .*zij heeft wel Perioden\."):
        doe(dienst, tmp_path)
    assert not rijenvragen(dienst)


def test_rijen_zonder_een_gevraagde_kolom(dienst, tmp_path):
    def antwoord(verzoek):
        if "TypedDataSet" in verzoek.pad:
            return als_json({"value": [{"WijkenEnBuurten": "BU"}]})
        return cbs()(verzoek)

    dienst.antwoord = antwoord
    with pytest.raises(DienstFout, match=r"niet meer de kolom gemeente .*corporatie"):
        doe(dienst, tmp_path)


def test_een_dienst_die_skip_negeert(dienst, tmp_path):
    rij = {naam: waarde for naam, waarde in RIJEN[1].items() if naam != "ID"}
    dienst.antwoord = lambda v: als_json({"value": [rij]}) if "TypedDataSet" in v.pad else cbs()(v)
    with pytest.raises(DienstFout, match="valt in herhaling"):
        doe(dienst, tmp_path)


def test_json_zonder_rijen(dienst, tmp_path):
    dienst.antwoord = lambda _: als_json({"error": "x"})
    with pytest.raises(DienstFout, match="JSON zonder rijen"):
        doe(dienst, tmp_path)


def test_uitleg_van_de_dienst_komt_mee(dienst, tmp_path):
    fout = {"odata.error": {"code": "", "message": {"lang": "nl", "value": "Syntax error at 3."}}}
    dienst.antwoord = lambda v: als_json(fout, status=400) if "TypedDataSet" in v.pad else cbs()(v)
    with pytest.raises(DienstFout, match=r"en zegt: Syntax error at 3\. Kijk"):
        doe(dienst, tmp_path)
