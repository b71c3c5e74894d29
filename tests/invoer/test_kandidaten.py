import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from locatieplanner.domein.gebied import RD
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.kandidaten import controleer_kandidaten, lees_kandidaten
from locatieplanner.invoer.probleem import Ernst
from locatieplanner.invoer.schema import leeg

BESTANDEN = Path(__file__).parent / "bestanden"

SLECHT = {
    "dubbel_id.csv": [
        "Rij 2, kolom id, waarde 'A': dit id staat ook op rij 3. Herstel: geef elke kandidaat een "
        "eigen id, of laat het id leeg.",
        "Rij 3, kolom id, waarde 'A': dit id staat ook op rij 2. Herstel: geef elke kandidaat een "
        "eigen id, of laat het id leeg.",
    ],
    "negatieve_capaciteit.csv": [
        "Rij 2, kolom capaciteit, waarde '-20': een aantal kan niet negatief zijn. Herstel: vul "
        "alleen een heel getal in, zonder tekst, bijvoorbeeld 200.",
    ],
    "capaciteit_in_woorden.csv": [
        "Rij 2, kolom capaciteit, waarde 'ca. 200': dit is een schatting of bandbreedte in "
        "woorden, geen getal. Herstel: vul één heel getal in, bijvoorbeeld 200, en zet 'circa' in "
        "de toelichting.",
    ],
    "onbekend_type.csv": [
        "Rij 2, kolom type, waarde 'flexwone': dit locatietype bestaat niet. Herstel: bedoelt u "
        "'flexwonen'? Kies uit aanvullend, amv, azc, doorstroom, flexwonen, gemengd, gvl, "
        "noodopvang, overig, rol, satelliet.",
    ],
    "onbekende_status.csv": [
        "Rij 2, kolom status, waarde 'vergundd': deze status bestaat niet. Herstel: bedoelt u "
        "'vergund'? Kies uit afgevallen, besluit, gesloten, haalbaar, idee, in gebruik, vergund, "
        "verkenning.",
    ],
    "verwisseld_rd.csv": [
        "Rij 2, kolom x en y, waarde '463.000 / 155.000': x en y lijken verwisseld: in RD ligt x "
        "tussen 0 en 300.000 en y tussen 300.000 en 629.000. Herstel: wissel x en y om.",
    ],
    "graden_als_rd.csv": [
        "Rij 2, kolom x en y, waarde '4,90000 / 52,30000': dit lijken lengte en breedte in graden "
        "in plaats van RD-coördinaten in meters. Herstel: noem de kolommen lon (lengte) en lat "
        "(breedte).",
    ],
    "rd_als_graden.csv": [
        "Rij 2, kolom lon en lat, waarde '155.000 / 463.000': dit lijken RD-coördinaten in plaats "
        "van lengte en breedte. Herstel: noem de kolommen x en y.",
    ],
    "verwisseld_graden.csv": [
        "Rij 2, kolom lon en lat, waarde '52,37020 / 4,89520': lengte en breedte lijken "
        "verwisseld: Nederland ligt tussen lengte 3,2 en 7,3 en breedte 50,7 en 53,7. Herstel: "
        "wissel lon (lengte) en lat (breedte) om.",
    ],
    "buiten_nederland.csv": [
        "Rij 2, kolom lon en lat, waarde '13,40000 / 52,50000': de locatie ligt buiten Nederland. "
        "Herstel: controleer de coördinaten.",
    ],
    "aandelen_tellen_niet_op.csv": [
        "Rij 2, kolom aandeel_…: de aandelen tellen op tot 0,70 in plaats van 1. Herstel: verbeter "
        "de aandelen zodat zij samen 1 zijn (of 100 als het percentages zijn), of laat ze allemaal "
        "leeg als de mix nog onbekend is.",
    ],
    "onbekende_groep.csv": [
        "Kolom aandeel_student: deze aandachtsgroep bestaat niet; nationaliteit of herkomst is "
        "geen groep. Herstel: bedoelt u aandeel_studenten? Kies uit statushouders, urgenten, "
        "uitstroom, daklozen, arbeidsmigranten, studenten, woonwagenbewoners, ouderen, "
        "asielzoekers, amv, oekraine, spoedzoekers, regulier.",
    ],
    "omgekeerde_datums.csv": [
        "Rij 2, kolom beschikbaar_tot, waarde '01-05-2025': het einde ligt voor het begin "
        "(01-05-2026). Herstel: wissel de twee datums of verbeter er een.",
    ],
    "onleesbare_datum.csv": [
        "Rij 2, kolom beschikbaar_van, waarde '31-2-2026': dit is geen bestaande datum. Herstel: "
        "schrijf de datum als 1-5-2026 of 2026-05-01 (dag-maand-jaar), of laat de cel leeg.",
    ],
    "persoonsgegevens.csv": [
        f"Kolom {kolom}: deze kolom lijkt gegevens over personen te bevatten; persoonsgegevens "
        "mogen niet worden geladen. Herstel: verwijder de kolom uit het bestand en laad het "
        "opnieuw; voor de mix zijn alleen aandelen per groep nodig."
        for kolom in ("Geboortedatum", "Nationaliteit")
    ],
    "alleen_adres.csv": [
        "Kolom ligging: er staan wel adressen in, maar geen coördinaten, en adressen opzoeken "
        "staat uit. Herstel: zet adressen opzoeken aan (op de opdrachtregel: --zoek-adressen), of "
        "voeg kolommen x en y (RD) of lon en lat (graden) toe.",
    ],
    "adres_in_een_rij.csv": [
        "Rij 3, kolom ligging: er staat wel een adres, maar geen coördinaten, en adressen opzoeken "
        "staat uit. Herstel: zet adressen opzoeken aan (op de opdrachtregel: --zoek-adressen), of "
        "vul x en y (RD) of lon en lat (graden) in.",
    ],
    "zonder_locatie_in_een_rij.csv": [
        "Rij 3, kolom ligging: de ligging ontbreekt. Herstel: vul x en y (RD) of lon en lat "
        "(graden) in, of een adres, of teken een punt of vlak.",
    ],
    "dubbele_kolom.csv": [
        "Kolom capaciteit: de kolommen 'plekken' en 'aantal plaatsen' betekenen allebei "
        "capaciteit. Herstel: noem de kolom die telt capaciteit, en hernoem of verwijder de "
        "andere.",
    ],
    "ontbrekende_kolommen.csv": [
        "Kolom naam: de kolom naam ontbreekt. Herstel: voeg een kolom naam toe.",
        "Kolom type: de kolom type ontbreekt. Herstel: voeg een kolom type toe.",
        "Kolom capaciteit: de kolom capaciteit ontbreekt, en woningen ook. Herstel: voeg een kolom "
        "capaciteit toe.",
    ],
    "formule.csv": [
        "Rij 2, kolom naam, waarde '=HYPERLINK(\"http://a\")': de cel bevat een formule in plaats "
        "van een waarde. Herstel: zet de uitkomst als gewone waarde in de cel (kopiëren, plakken "
        "speciaal, waarden).",
    ],
    "woningen_zonder_mix.csv": [
        "Rij 2, kolom woningen, waarde '50': de capaciteit ontbreekt en is niet uit de woningen te "
        "berekenen, want de aandelen per groep zijn onbekend. Herstel: vul de capaciteit in, of de "
        "aandelen per groep.",
    ],
    "leeg_veld.csv": [
        "Rij 2, kolom naam: de kolom naam is niet ingevuld. Herstel: geef de locatie een naam.",
        "Rij 2, kolom type: de kolom type is niet ingevuld. Herstel: kies uit gvl, satelliet, rol, "
        "azc, aanvullend, amv, doorstroom, noodopvang, flexwonen, gemengd, overig.",
        "Rij 2, kolom capaciteit: de capaciteit ontbreekt. Herstel: vul het aantal plaatsen in, of "
        "het aantal woningen met de aandelen per groep.",
    ],
    "geen_vorm.geojson": [
        "Rij 1, kolom ligging: de ligging ontbreekt. Herstel: vul x en y (RD) of lon en lat "
        "(graden) in, of een adres, of teken een punt of vlak.",
    ],
    "lijn.geojson": [
        "Rij 1, kolom ligging: de vorm is een lijn. Herstel: teken de locatie als één punt of als "
        "vlak.",
    ],
    "verwisseld.geojson": [
        "Rij 1, kolom ligging, waarde '52,10000 / 5,40000': lengte en breedte lijken verwisseld: "
        "Nederland ligt tussen lengte 3,2 en 7,3 en breedte 50,7 en 53,7. Herstel: wissel lon "
        "(lengte) en lat (breedte) om.",
    ],
}  # fmt: skip

ONLEESBAAR = {
    "alleen_kop.csv": "alleen_kop.csv: het bestand bevat geen rijen met kandidaten.",
    "leeg.csv": "leeg.csv: het bestand is leeg. Kies een bestand met kandidaten.",
    "vrt_als.geojson": "vrt_als.geojson: de inhoud is geen GeoJSON, al zegt de naam dat wel. Open "
    "het bestand in het programma waar het vandaan komt en sla het opnieuw op.",
    "geen.geojson": "geen.geojson: het bestand is wel JSON, maar geen GeoJSON met kandidaten: er "
    "is geen FeatureCollection. Sla de laag opnieuw op als GeoJSON.",
}

BEGIN = {
    "te_veel_velden.csv": "Rij 2: de rij heeft 7 velden en de kop 6.",
    "geen_oppervlakte.geojson": "Rij 1, kolom ligging: het vlak heeft geen oppervlakte",
}


@pytest.fixture(scope="module")
def van_schijf(locatietypen, aandachtsgroepen):
    def _lees(naam, **rest):
        return lees_kandidaten(BESTANDEN / naam, naam, locatietypen, aandachtsgroepen, **rest)

    return _lees


def test_elk_slecht_bestand_heeft_een_verwachting():
    assert {pad.name for pad in BESTANDEN.iterdir()} == {*SLECHT, *ONLEESBAAR, *BEGIN}


@pytest.mark.parametrize("naam", SLECHT)
def test_slecht_bestand_geeft_precies_deze_fouten(naam, van_schijf):
    gelezen = van_schijf(naam)
    assert [p.zin for p in gelezen.fouten] == SLECHT[naam]
    assert not gelezen.schoon
    slecht = {p.rij for p in gelezen.fouten}
    assert gelezen.geblokkeerd is (None in slecht)
    goed = 0 if None in slecht else gelezen.aantal_rijen - len(slecht)
    assert len(gelezen.kandidaten) == goed


@pytest.mark.parametrize("naam", ONLEESBAAR)
def test_onleesbaar_bestand(naam, van_schijf):
    with pytest.raises(BestandFout) as fout:
        van_schijf(naam)
    assert str(fout.value) == ONLEESBAAR[naam]


@pytest.mark.parametrize("naam", BEGIN)
def test_eerste_fout(naam, van_schijf):
    assert van_schijf(naam).fouten[0].zin.startswith(BEGIN[naam])


KOP = "id;naam;x;y;type;capaciteit"


def test_alle_problemen_tegelijk_en_goede_rijen_blijven(lees):
    gelezen = lees(
        f"{KOP};status;beschikbaar_van\n"
        "A;Een;155000;463000;rol;100;idee;\n"
        "B;;463000;155000;kasteel;-1;zomaar;morgen\n"
        ";Drie;156000;463000;azc;300;;\n"
    )
    assert {p.kolom for p in gelezen.fouten} == {
        "naam", "x en y", "type", "capaciteit", "status", "beschikbaar_van"
    }  # fmt: skip
    assert {(p.rij, p.id) for p in gelezen.fouten} == {(3, "B")}
    assert [(p.rij, p.id) for p in gelezen.meldingen] == [(4, "K001")]
    assert list(gelezen.kandidaten.index) == ["A", "K001"]
    assert gelezen.kandidaten.loc["K001", "status"] == "idee"
    assert gelezen.aantal_rijen == 3
    assert not gelezen.geblokkeerd


def test_volgorde_eerst_het_bestand_dan_de_rijen(lees):
    gelezen = lees("naam;x;y;type;capaciteit;bouwjaar\nA;155000;463000;rol;-1;1\n;1;1;rol;1;1\n")
    rijen = [p.rij for p in gelezen.problemen]
    assert rijen == sorted(rijen, key=lambda rij: -1 if rij is None else rij)
    assert rijen[0] is None


def test_geblokkeerd_bestand_geeft_een_lege_geldige_tabel(van_schijf, aandachtsgroepen):
    gelezen = van_schijf("persoonsgegevens.csv")
    pd.testing.assert_series_equal(gelezen.kandidaten.dtypes, leeg(aandachtsgroepen).dtypes)
    assert "geheim" not in " ".join(p.zin for p in gelezen.problemen)


def test_grens_van_gemeenten(lees, gemeenten):
    tekst = f"{KOP}\nA;Een;150000;460000;rol;100\nB;Twee;172000;460000;rol;100\n"
    assert lees(tekst).schoon
    (fout,) = lees(tekst, grens=gemeenten).fouten
    assert fout.rij == 3
    assert fout.wat == ("de locatie ligt buiten Nederland, 2,0 km van de dichtstbijzijnde gemeente")


def _geojson(*coordinaten, soort="Point"):
    return json.dumps({
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": soort, "coordinates": c},
                "properties": {"id": f"G{i}", "naam": "n", "type": "rol", "capaciteit": 10},
            }
            for i, c in enumerate(coordinaten)
        ],
    })  # fmt: skip


def test_geojson_in_rd_zonder_crs_wordt_gemeld(lees):
    gelezen = lees(_geojson([155_000, 463_000], [150_000, 460_000]), "k.geojson")
    assert gelezen.schoon
    assert len(gelezen.meldingen) == 1
    assert gelezen.kandidaten.geometry.iloc[0].wkt == "POINT (155000 463000)"


def test_geojson_half_in_rd_is_een_fout_per_rij(lees):
    gelezen = lees(_geojson([155_000, 463_000], [5.4, 52.1]), "k.geojson")
    (fout,) = gelezen.fouten
    assert (fout.rij, fout.id) == (1, "G0")
    assert "RD-coördinaten in plaats van lengte en breedte" in fout.wat
    assert len(gelezen.kandidaten) == 1


def test_vlak_dat_zichzelf_kruist_wordt_hersteld(lees):
    vlinder = [[155_000, 463_000], [155_010, 463_010], [155_010, 463_000], [155_000, 463_010],
               [155_000, 463_000]]  # fmt: skip
    gelezen = lees(_geojson([vlinder], soort="Polygon"), "k.geojson")
    assert gelezen.schoon
    assert any("50 m² groot" in p.wat for p in gelezen.meldingen)
    assert gelezen.kandidaten.geometry.is_valid.all()


def test_capaciteit_uit_woningen(lees):
    gelezen = lees(
        "id;naam;x;y;type;woningen;aandeel_studenten\nA;Een;155000;463000;gemengd;50;100%\n"
    )
    assert gelezen.kandidaten["capaciteit"].tolist() == [50]
    assert [p.ernst for p in gelezen.problemen] == [Ernst.MELDING] * 2
    assert "50 plaatsen, geschat" in gelezen.meldingen[1].wat


def test_fout_aandeel_geeft_geen_tweede_fout_over_de_capaciteit(lees):
    gelezen = lees(
        "id;naam;x;y;type;woningen;aandeel_studenten\nA;Een;155000;463000;gemengd;50;0,5\n"
    )
    assert len(gelezen.fouten) == 1


def test_ids_uit_een_rekenblad_zijn_heel(lees):
    gelezen = lees(f"{KOP}\n 12.0 ;Een;155000;463000;rol;100\n")
    assert list(gelezen.kandidaten.index) == ["12"]


def test_te_grote_teksten_en_te_veel_rijen(lees):
    lang = lees(f"{KOP};toelichting\nA;{'n' * 201};155000;463000;rol;1;{'t' * 2001}\n")
    assert {p.kolom for p in lang.fouten} == {"naam", "toelichting"}
    rij = "A;Een;155000;463000;rol;100\n"
    with pytest.raises(BestandFout, match="meer dan 2 rijen"):
        lees(f"{KOP}\n{rij * 3}", grenzen=Bestandsgrenzen(rijen=2))


def test_schermtabel_met_nieuwe_en_lege_rijen(locatietypen, aandachtsgroepen):
    tabel = pd.DataFrame(
        {"naam": ["Een", None, "Twee"], "x": [155_000.0, np.nan, 156_000.0],
         "y": [463_000.0, np.nan, 463_000.0], "type": ["rol", None, "azc"],
         "capaciteit": [100, None, 0]},
        index=pd.Index(["A", None, None], name="id", dtype=object),
    )  # fmt: skip
    gelezen = controleer_kandidaten(tabel, locatietypen, aandachtsgroepen)
    assert gelezen.aantal_rijen == 2
    assert list(gelezen.kandidaten.index) == ["A"]
    assert [(p.rij, p.id, p.kolom) for p in gelezen.fouten] == [(3, "K001", "capaciteit")]
    assert gelezen.bron == "scherm"


def test_lege_schermtabel(locatietypen, aandachtsgroepen):
    gelezen = controleer_kandidaten(leeg(aandachtsgroepen), locatietypen, aandachtsgroepen)
    assert gelezen.schoon
    assert len(gelezen.kandidaten) == 0


def test_schermtabel_met_geometrie_zonder_vorm(locatietypen, aandachtsgroepen):
    tabel = gpd.GeoDataFrame(
        {"naam": ["a", "b"], "type": "rol", "capaciteit": 1},
        geometry=[shapely.Point(155_000, 463_000), None],
        crs=RD,
    )
    gelezen = controleer_kandidaten(tabel, locatietypen, aandachtsgroepen)
    assert [p.wat for p in gelezen.fouten] == ["de ligging ontbreekt"]


def test_volgorde_van_rijen_maakt_niet_uit(lees):
    rijen = [f"L{i};n{i};{155_000 + i};463000;rol;{i + 1}" for i in range(20)]
    eerst = lees("\n".join([KOP, *rijen])).kandidaten
    andersom = lees("\n".join([KOP, *reversed(rijen)])).kandidaten
    pd.testing.assert_frame_equal(eerst, andersom.loc[eerst.index])


def test_invoer_van_de_aanroeper_blijft_heel(lees, locatietypen, aandachtsgroepen):
    tabel = lees(f"{KOP}\nA;Een;155000;463000;rol;100\n").kandidaten
    kopie = tabel.copy(deep=True)
    controleer_kandidaten(tabel, locatietypen, aandachtsgroepen)
    pd.testing.assert_frame_equal(tabel, kopie)


def test_geschatte_capaciteit_blijft_herkenbaar(lees):
    kop = "id;naam;x;y;type;woningen;aandeel_studenten;toelichting"
    lang = "t" * 1_990
    eerst = lees(f"{kop}\nA;Een;155000;463000;gemengd;50;1;{lang}\n").kandidaten
    zin = "Capaciteit geschat: 50 woningen × 1,00 personen per woning."
    assert eerst.loc["A", "toelichting"] == f"{lang} {zin}"
    for capaciteit in ("", "50"):
        weer = lees(
            f"{kop};capaciteit\nA;Een;155000;463000;gemengd;50;1;"
            f"{eerst.loc['A', 'toelichting']};{capaciteit}\n"
        )
        assert weer.schoon
        assert weer.kandidaten.loc["A", "toelichting"] == f"{lang} {zin}"


def test_persoonsgegevens_in_tekst_worden_nergens_getoond(lees):
    gelezen = lees(
        f"{KOP};eigenaar\n"
        f"A;Jansen bsn 123456782;155000;463000;rol;100;=M(06-12345678){'x' * 2_000}\n"
        "B;Twee;155000;463000;rol;100;\n"
    )
    assert {(p.rij, p.kolom) for p in gelezen.fouten} == {(2, "naam"), (2, "eigenaar")}
    assert list(gelezen.kandidaten.index) == ["B"]
    zinnen = " ".join(p.zin for p in gelezen.problemen)
    assert "123456782" not in zinnen
    assert "12345678" not in zinnen


@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [(b"a;b\n\x00", "k.csv", "k.csv: het bestand is geen tekst"),
     (b"naam\n", "k.csv", "k.csv: het bestand bevat geen rijen"),
     (b"PK\x03\x04", "Het.zip", "Het.zip: het zipbestand is beschadigd"),
     (b"{", "k.geojson", "k.geojson: het bestand is geen leesbare GeoJSON"),
     (b"a", "k.xls", "k.xls: Dit is een oud"), (b"", "k.csv", "k.csv: het bestand is leeg")],
)  # fmt: skip
def test_elke_melding_over_een_bestand_noemt_het_een_keer(inhoud, naam, melding, lees):
    with pytest.raises(BestandFout) as fout:
        lees(inhoud, naam)
    assert str(fout.value).startswith(melding)
    assert str(fout.value).count(naam) == 1
