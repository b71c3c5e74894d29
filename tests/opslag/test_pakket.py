"""Een plan met zijn geschiedenis als bestand: heen en terug, en niets ongekeurds erin."""

import io
import json
import zipfile
from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from locatieplanner.fouten import BestandFout, LocatieplannerFout, PlanFout, ToegangFout
from locatieplanner.opslag import geschiedenis, pakketlezer
from locatieplanner.opslag.canoniek import afdruk, canoniek
from locatieplanner.opslag.controle import controleer
from locatieplanner.opslag.gebeurtenis import Soort
from locatieplanner.opslag.opmerkingen import opmerkingen, plaats_opmerking
from locatieplanner.opslag.pakket import lees_plan_in, pak_plan_in
from locatieplanner.opslag.plannen import plannen
from tests.omgeving import kandidaat


@pytest.fixture
def plan(wereld):
    """Een plan met van alles in zijn geschiedenis."""
    eerste = wereld.plan(
        kandidaat("K1", beschikbaar_van=pd.Timestamp("2027-01-01")),
        kandidaat("AMV", type="amv"),
        kandidaat("K2", 115_000),
    )
    wereld.zet(eerste, "K1", capaciteit=250, waarom="grotere kavel")
    plaats_opmerking(wereld.database, wereld.planner, eerste.kop.id, "K1", "Wat vindt de raad?")
    geschiedenis.ongedaan(wereld.database, wereld.planner, eerste.kop.id)
    return wereld.open(eerste)


@pytest.fixture
def pakket(wereld, plan):
    return pak_plan_in(wereld.database, wereld.planner, plan.kop.id)


def _lees_in(wereld, pakket, **anders):
    return lees_plan_in(wereld.database, wereld.collega, wereld.project, pakket, **anders)


def test_heen_en_terug_blijft_elke_afdruk_en_elke_versie(wereld, plan, pakket):
    nieuw = _lees_in(wereld, pakket, waarom="van de gemeente gekregen")
    assert nieuw.kop.id != plan.kop.id
    assert nieuw.nummer == plan.nummer + 1
    assert nieuw.versies == plan.versies
    oud = geschiedenis.logboek(wereld.database, wereld.planner, plan.kop.id)
    ingelezen, *rest = geschiedenis.logboek(wereld.database, wereld.planner, nieuw.kop.id)
    assert [r.hash for r in rest] == [r.hash for r in oud]
    assert (ingelezen.soort, ingelezen.naam) == (Soort.INGELEZEN, "Collega")
    for nummer in range(1, plan.nummer + 1):
        toen, nu = wereld.open(plan, nummer=nummer), wereld.open(nieuw, nummer=nummer)
        assert_frame_equal(toen.inhoud.kandidaten, nu.inhoud.kandidaten)
    teksten = opmerkingen(wereld.database, wereld.planner, nieuw.kop.id)
    assert [o.tekst for o in teksten] == ["Wat vindt de raad?"]
    assert "AMV" not in wereld.open(nieuw, wereld.lezer).inhoud.kandidaten.index
    assert wereld.zet(nieuw, "K1", capaciteit=3).nummer == nieuw.nummer + 1
    assert [b for b in controleer(wereld.database) if not b.in_orde] == []


def test_het_bestand_is_te_lezen_en_met_de_hand_na_te_rekenen(pakket):
    with zipfile.ZipFile(io.BytesIO(pakket)) as archief:
        geschiedenis_ = archief.read("geschiedenis.txt").decode()
        assert "Locatie K1 (K1): capaciteit: 100 → 250" in geschiedenis_
        assert "K1: Wat vindt de raad?" in geschiedenis_
        assert json.loads(archief.read("kandidaten.geojson"))["features"]
        vorige = "0" * 64
        for regel in archief.read("logboek.jsonl").decode().splitlines():
            velden = json.loads(regel)
            hash_ = velden.pop("hash")
            tekst = json.dumps(velden, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            assert velden["vorige"] == vorige
            assert afdruk(tekst) == hash_
            vorige = hash_


def test_hetzelfde_plan_geeft_hetzelfde_bestand(wereld, plan, pakket):
    assert pak_plan_in(wereld.database, wereld.planner, plan.kop.id) == pakket


def test_een_andere_naam_staat_in_het_logboek(wereld, pakket):
    nieuw = _lees_in(wereld, pakket, naam="Kopie van de gemeente")
    assert nieuw.kop.naam == "Kopie van de gemeente"


def test_alleen_een_planner_pakt_in_en_leest_in(wereld, plan, pakket):
    for wie in (wereld.lezer, wereld.vreemde):
        with pytest.raises(ToegangFout):
            pak_plan_in(wereld.database, wie, plan.kop.id)
        with pytest.raises(ToegangFout):
            lees_plan_in(wereld.database, wie, wereld.project, pakket)


def _herbouw(pakket, verander):
    """Bouw het pakket opnieuw met andere leden: `verander` krijgt en geeft naam → bytes."""
    with zipfile.ZipFile(io.BytesIO(pakket)) as archief:
        leden = {naam: archief.read(naam) for naam in archief.namelist()}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, ruw in verander(leden).items():
            archief.writestr(naam, ruw)
    return uit.getvalue()


def _met_log(pakket, verander):
    """Bouw het pakket met een ander logboek, met nieuwe afdrukken die wel kloppen."""

    def herbouw(leden):
        regels = [json.loads(r) for r in leden["logboek.jsonl"].decode().splitlines()]
        verander(regels)
        vorige = "0" * 64
        for regel in regels:
            regel["vorige"] = vorige
            regel.pop("hash")
            regel["hash"] = vorige = afdruk(canoniek(regel))
        kop = json.loads(leden["plan.json"]) | {"hash": vorige, "nummer": regels[-1]["nummer"]}
        tekst = "".join(canoniek(r) + "\n" for r in regels)
        return leden | {"logboek.jsonl": tekst.encode(), "plan.json": canoniek(kop).encode()}

    return _herbouw(pakket, herbouw)


@pytest.mark.parametrize(
    ("verander", "melding"),
    [
        (lambda leden: {"plan.json": leden["plan.json"]}, "ontbreekt"),
        (
            lambda leden: leden | {"logboek.jsonl": leden["logboek.jsonl"].replace(b"250", b"260")},
            "klopt niet: gebeurtenis 2 is veranderd",
        ),
        (
            lambda leden: (
                leden | {"logboek.jsonl": leden["logboek.jsonl"].rsplit(b"\n", 2)[0] + b"\n"}
            ),
            "niet volledig",
        ),
        (
            lambda leden: (
                leden | {"logboek.jsonl": b"\n".join(leden["logboek.jsonl"].split(b"\n")[1:])}
            ),
            "gebeurtenis 1 ontbreekt",
        ),
        (lambda leden: leden | {"logboek.jsonl": b""}, "geen enkele gebeurtenis"),
        (lambda leden: leden | {"logboek.jsonl": b"[1]\n"}, "regel 1"),
        (lambda leden: leden | {"logboek.jsonl": b'{"nummer": NaN}\n'}, "regel 1"),
        (lambda leden: leden | {"logboek.jsonl": b"[" * 100_000}, "regel 1"),
        (lambda leden: leden | {"logboek.jsonl": b'{"nummer": 1}\n'}, "Gebeurtenis 1"),
        (lambda leden: leden | {"plan.json": b'{"formaat": 99}'}, "andere versie"),
        (lambda leden: leden | {"plan.json": b'{"formaat": 1}'}, "niet te lezen"),
        (lambda leden: leden | {"../../etc/passwd": b"x"}, "naar buiten wijst"),
        (lambda leden: leden | {f"{n}.txt": b"" for n in range(30)}, "meer dan"),
    ],
)
def test_een_bestand_dat_niet_klopt_komt_er_niet_in(wereld, pakket, verander, melding):
    voor = _aantal(wereld)
    with pytest.raises(BestandFout, match=melding):
        _lees_in(wereld, _herbouw(pakket, verander))
    assert _aantal(wereld) == voor


def test_een_bom_en_iets_anders_worden_geweigerd(wereld, pakket, monkeypatch):
    bom = _herbouw(pakket, lambda leden: leden | {"logboek.jsonl": b"\n" * 3_000_000})
    krap = replace(pakketlezer.GRENZEN, bytes=100_000, uitgepakt_bytes=1_000_000)
    monkeypatch.setattr(pakketlezer, "GRENZEN", krap)
    assert len(bom) < krap.bytes
    for ruw in (bom, b"PK\x03\x04rommel", b"geen zip", b"", b"PK" + b"x" * krap.bytes):
        with pytest.raises(BestandFout):
            _lees_in(wereld, ruw)


def _inhoud(regels, nummer, verander):
    inhoud = json.loads(regels[nummer]["inhoud"])
    verander(inhoud)
    regels[nummer]["inhoud"] = canoniek(inhoud)


def _k1(velden):
    return lambda regels: _inhoud(regels, 0, lambda i: i["kandidaten"]["K1"]["naar"].update(velden))


def _instelling(**velden):
    return lambda regels: _inhoud(
        regels,
        0,
        lambda i: i["instellingen"].update(
            {veld: {"van": None, "naar": waarde} for veld, waarde in velden.items()}
        ),
    )


def _regel(**velden):
    return lambda regels: regels[1].update(velden)


@pytest.mark.parametrize(
    "verander",
    [
        _k1({"naam": "x" * 3000}),
        _k1({"naam": "a\u202eb"}),
        _k1({"type": "kasteel"}),
        _k1({"capaciteit": -4}),
        _k1({"capaciteit": "veel"}),
        _k1({"aandeel_amv": "half"}),
        _k1({"beschikbaar_van": "gisteren"}),
        _k1({"script": "<script>"}),
        _k1({"geometry": "00"}),
        _k1({"geometry": "01" + "07000000" + "ffffff7f"}),
        _k1({"geometry": "010100000000000000000000f07f000000000000f07f"}),
        _instelling(gewichten={"spreiding": -1}),
        _instelling(gewichten="zwaar"),
        _instelling(naam=""),
        _instelling(gearchiveerd="misschien"),
        _instelling(onzin=1),
        _instelling(bron="x" * 3_000_000),
        _regel(soort="opgeblazen"),
        _regel(tijd="gisteren"),
        _regel(tijd="2026-01-01T00:00:00"),
        _regel(waarom="x" * 3000),
        _regel(naam="a\x00b"),
        _regel(doel="vijf"),
        _regel(nummer=True),
        _regel(inhoud="{}  "),
        _regel(inhoud='{"kandidaten":{"K1":{"naar":3,"van":4}},"instellingen":{}}'),
        _regel(inhoud='{"instellingen":{},"kandidaten":[]}'),
        _regel(inhoud='{"instellingen":{},"kandidaten":{"WEG":{"naar":null,"van":{}}}}'),
        lambda regels: regels[2].update(inhoud='{"kandidaat":"K1"}'),
        lambda regels: regels.insert(0, dict(regels[0])),
    ],
)  # fmt: skip
def test_ook_met_kloppende_afdrukken_wordt_alles_gekeurd(wereld, pakket, verander):
    voor = _aantal(wereld)
    with pytest.raises((BestandFout, PlanFout)) as fout:
        _lees_in(wereld, _met_log(pakket, verander))
    assert isinstance(fout.value, LocatieplannerFout)
    assert _aantal(wereld) == voor


def test_de_herbouw_zelf_klopt(wereld, pakket):
    assert _lees_in(wereld, _met_log(pakket, lambda regels: None)).nummer == 5


def _aantal(wereld):
    return len(plannen(wereld.database, wereld.planner, wereld.project, ook_archief=True))
