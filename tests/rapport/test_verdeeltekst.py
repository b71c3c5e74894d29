import pandas as pd

from locatieplanner.beoordeling.opgehaald import Opgehaald
from locatieplanner.domein.seswoa import Seswoa
from locatieplanner.opgave.provincieverdeling import verdeel_provincie
from locatieplanner.opgave.verdeelsleutel import Sleutel
from locatieplanner.rapport.verdeeltekst import REKENWIJZE, gemeentezin, seszinnen, verdeelzinnen
from tests.omgeving import HERKOMST, maak_omgeving

SES = Seswoa(pd.Series({"GM0004": 0.5, "GM0005": -0.3}), HERKOMST)


def test_zonder_scores_staat_er_waarom_en_wat_te_doen(omgeving):
    zinnen = verdeelzinnen(verdeel_provincie(omgeving, "Gelderland"), omgeving)
    assert zinnen[0].startswith("Te verdelen: 1.000 plaatsen")
    assert any("Verdeeld over 3 gemeenten naar inwoners" in zin for zin in zinnen)
    assert any("SES-WOA is niet geladen" in zin for zin in zinnen)
    assert zinnen[-1] == REKENWIJZE


def test_met_de_hand_telt_op_met_de_rest(omgeving):
    verdeling = verdeel_provincie(omgeving, "Gelderland", vast={"GM0003": 250})
    zinnen = " ".join(verdeelzinnen(verdeling, omgeving))
    assert "Met de hand: 250 plaatsen in 1 van de 3 gemeenten; de andere 750" in zinnen


def test_de_formule_heet_niet_wettelijk_en_wat_geschat_is_wordt_genoemd():
    omgeving = maak_omgeving(opgehaald=Opgehaald(ses_woa=SES))
    verdeling = verdeel_provincie(omgeving, "Gelderland", sleutel=Sleutel.SES)
    zinnen = " ".join(seszinnen(verdeling, omgeving))
    assert "niet de wettelijke formule" in zinnen
    assert "Van 1 van de 3 gemeenten is de SES-WOA onbekend" in zinnen
    assert "Cromhoek" in zinnen


def test_een_bron_bij_de_formule_neemt_de_waarschuwing_weg():
    omgeving = maak_omgeving(
        {"verdeling.ses_formule_bron": "Staatscourant 2026"}, opgehaald=Opgehaald(ses_woa=SES)
    )
    zinnen = " ".join(seszinnen(verdeel_provincie(omgeving, "Gelderland"), omgeving))
    assert "niet de wettelijke formule" not in zinnen
    assert "Staatscourant 2026" in zinnen


def test_een_gemeente_in_zinnen_met_beide_sleutels():
    omgeving = maak_omgeving(opgehaald=Opgehaald(ses_woa=SES))
    verdeling = verdeel_provincie(omgeving, "Gelderland", gepland=pd.Series({"GM0004": 20.0}))
    assert gemeentezin(verdeling, "GM0004") == (
        "Duinrand: 400 plaatsen (naar inwoners), 10,0 per 1.000 inwoners. Naar inwoners alleen "
        "zijn het er 400, met SES-WOA erbij 578: 178 meer. Er zijn 600 plaatsen bekend "
        "en 0 geschat; gepland: 20."
    )
    assert "178 minder" in gemeentezin(verdeling, "GM0005")
    assert "met SES-WOA erbij 100: evenveel" in gemeentezin(verdeling, "GM0003")


def test_een_gemeente_met_de_hand_en_zonder_scores(omgeving):
    verdeling = verdeel_provincie(omgeving, "Utrecht", vast={"GM0001": 40})
    assert gemeentezin(verdeling, "GM0001") == (
        "Aardam: 40 plaatsen (met de hand), 2,0 per 1.000 inwoners. Of er opvang is, is niet "
        "bekend; te verwachten zijn 150 plaatsen (geschat); gepland: onbekend."
    )
