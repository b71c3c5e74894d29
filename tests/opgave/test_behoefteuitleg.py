from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.opgave.behoefte import behoefteverloop
from locatieplanner.opgave.behoefteuitleg import behoeftezin, kostenuitleg, kostenzin, onderbouwing
from tests.domein.test_behoefte import scenario
from tests.opgave.tijdlijnen import BEGIN, locatie, locaties, tijdlijnen


def utrecht(omgeving, landelijk, *rijen, vanaf="2027-01"):
    return behoefteverloop(
        locaties(*rijen), omgeving, scenario((vanaf, float(landelijk))), "Utrecht", vanaf=BEGIN
    )


def test_tekort_met_het_grootste(omgeving):
    # Utrecht heeft 650 plaatsen en 40 % van de behoefte.
    rijen = [locatie("A", 200, "2027-03-01", "2027-04-30"), locatie("B", 200, "2027-06-01")]
    assert behoeftezin(utrecht(omgeving, 2000, *rijen)) == (
        "In Utrecht zijn er van januari 2027 tot en met februari 2027 en in mei 2027 plaatsen te "
        "kort. Het tekort is het grootst in januari 2027: 150 plaatsen."
    )


def test_veel_tijdvakken_worden_samengevat(omgeving):
    rijen = [
        locatie(f"K{maand}", 200, f"2027-{maand:02d}-01", f"2027-{maand:02d}-28")
        for maand in (2, 4, 6, 8, 10)
    ]
    zin = behoeftezin(utrecht(omgeving, 2000, *rijen))
    assert "in januari 2027, in maart 2027, in mei 2027 en in nog 3 tijdvakken" in zin


def test_alleen_de_buffer_is_niet_vol(omgeving):
    assert behoeftezin(utrecht(omgeving, 1500)) == (
        "In Utrecht zijn er in geen enkele maand van dit tijdvak plaatsen te kort. De buffer is "
        "van januari 2027 tot en met december 2028 niet vol; het meest ontbreekt in januari 2027: "
        "10 plaatsen."
    )


def test_ruim_genoeg_en_onbekend(omgeving):
    assert "ook niet met een volle buffer" in behoeftezin(utrecht(omgeving, 100))
    from tests.omgeving import maak_omgeving

    kort = maak_omgeving({"opgave.verloop_maanden_hoogstens": 60})
    zin = behoeftezin(utrecht(kort, 100, vanaf="2045-01"))
    assert "onbekend: de reeks begint in januari 2045" in zin


def test_onderbouwing_noemt_scenario_aandeel_en_wat_geschat_is(omgeving):
    zinnen = " ".join(onderbouwing(utrecht(omgeving, 2000)))
    assert "Proef: Om te toetsen." in zinnen
    assert "2.000 plaatsen in januari 2027 (gepubliceerd · proef)" in zinnen
    assert "naar rato van inwoners (40,0 %): afgeleid" in zinnen
    assert "250 plaatsen bestaande opvang geschat" in zinnen
    land = behoefteverloop(locaties(), omgeving, scenario(("2027-01", 1.0)), vanaf=BEGIN)
    assert "naar rato" not in " ".join(onderbouwing(land))


def test_kosten_in_een_zin(omgeving):
    # 80 plaatsen buffer en 150 te kort: × 1.000 en × 2.000 euro per maand.
    assert kostenzin(utrecht(omgeving, 2000)) == (
        "In 2027 kost een volle buffer die het hele jaar leeg staat naar schatting € 960.000. "
        "Noodopvang voor het tekort van dat jaar kost € 3,6 miljoen meer dan reguliere opvang."
    )
    zin = kostenzin(utrecht(omgeving, 1500))
    assert "Er is dat jaar geen tekort" in zin
    assert zin.endswith("kost € 0.")
    assert "van geen enkel heel jaar" in kostenzin(utrecht(omgeving, 1500, vanaf="2028-02"))


def test_kostenuitleg_noemt_bedragen_bron_en_aanname(omgeving):
    zinnen = " ".join(kostenuitleg(omgeving.parameters))
    assert "€ 24.000 per jaar" in zinnen
    assert "€ 48.000 per jaar" in zinnen
    assert "50 % daarvan" in zinnen


def test_echte_kosten_noemen_jaar_en_bron(omgeving_echt):
    zinnen = " ".join(kostenuitleg(omgeving_echt.parameters))
    assert "€ 27.100" in zinnen
    assert "€ 53.400" in zinnen
    assert "nieuws.nl, 28-11-2023 · peildatum 2022" in zinnen


@given(kandidaten=tijdlijnen(), landelijk=st.integers(0, 9000))
def test_de_zin_is_er_altijd_en_noemt_nooit_nul_of_nan(omgeving, kandidaten, landelijk):
    proef = scenario(("2027-01", float(landelijk)))
    zin = behoeftezin(behoefteverloop(kandidaten, omgeving, proef, "Utrecht", vanaf=BEGIN))
    assert zin.endswith(".")
    assert " 0 plaatsen" not in zin
    assert not {"nan", "None", "onbekend"} & set(zin.replace(".", " ").split())
