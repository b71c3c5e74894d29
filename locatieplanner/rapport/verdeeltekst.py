"""Een verdeling over gemeenten in woorden: wat er verdeeld is, hoe, en wat er geschat is."""

import math

from locatieplanner.domein.notatie import getal, opsomming
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.provincieverdeling import MET_DE_HAND, Provincieverdeling
from locatieplanner.opgave.verdeelsleutel import Sleutel

_GENOEMD = 5
REKENWIJZE = (
    "Hele plaatsen met de methode van de grootste resten: eerst iedereen naar beneden afgerond, "
    "dan de rest naar wie het verst is afgerond. De som is precies het doel."
)


def verdeelzinnen(verdeling: Provincieverdeling, omgeving: Omgeving) -> list[str]:
    """Zeg in korte zinnen waar een verdeling op rust.

    Parameters
    ----------
    verdeling : Provincieverdeling
        De verdeling.
    omgeving : Omgeving
        Waartegen gerekend is; voor de herkomst van SES-WOA.
    """
    doel, tabel = verdeling.doel, verdeling.gemeenten
    zinnen = [doel.zin, f"Herkomst van het doel: {doel.herkomst}."]
    vast = tabel["hoe"] == MET_DE_HAND
    naar = verdeling.sleutel.naam
    if vast.any():
        zinnen.append(
            f"Met de hand: {getal(verdeling.met_de_hand)} plaatsen in {getal(int(vast.sum()))} "
            f"van de {getal(len(tabel))} gemeenten; de andere "
            f"{getal(doel.plaatsen - verdeling.met_de_hand)} naar {naar}."
        )
    else:
        zinnen.append(f"Verdeeld over {getal(len(tabel))} gemeenten naar {naar}.")
    return [*zinnen, *seszinnen(verdeling, omgeving), REKENWIJZE]


def gemeentezin(verdeling: Provincieverdeling, code: str) -> str:
    """Zeg in een paar zinnen wat één gemeente krijgt, volgens welke sleutel, en wat er al is.

    Parameters
    ----------
    verdeling : Provincieverdeling
        De verdeling van haar provincie.
    code : str
        Gemeentecode.
    """
    tabel = verdeling.gemeenten

    def cel(kolom: str) -> float:
        return float(tabel[kolom].astype("Float64").astype("float64").loc[code])

    naam, hoe = (str(tabel[kolom].loc[code]) for kolom in ("gemeente", "hoe"))
    zinnen = [
        f"{naam}: {getal(cel('plaatsen'))} plaatsen "
        f"({hoe if hoe == MET_DE_HAND else f'naar {hoe}'}), "
        f"{getal(cel('plaatsen_per_1000'), 1)} per 1.000 inwoners."
    ]
    if not verdeling.zonder_ses:
        verschil = cel("verschil")
        anders = f"{getal(abs(verschil))} {'meer' if verschil > 0 else 'minder'}"
        zinnen.append(
            f"Naar inwoners alleen zijn het er {getal(cel('naar_inwoners'))}, met SES-WOA erbij "
            f"{getal(cel('naar_ses'))}: {anders if verschil else 'evenveel'}."
        )
    bekend, geschat = cel("bestaand_bekend"), getal(cel("bestaand_geschat"))
    if math.isnan(bekend):
        er_is = f"Of er opvang is, is niet bekend; te verwachten zijn {geschat} plaatsen (geschat)"
    else:
        er_is = f"Er zijn {getal(bekend)} plaatsen bekend en {geschat} geschat"
    return " ".join([*zinnen, f"{er_is}; gepland: {getal(cel('gepland'))}."])


def seszinnen(verdeling: Provincieverdeling, omgeving: Omgeving) -> list[str]:
    """Zeg met welke formule en scores er naar SES-WOA verdeeld is, of waarom dat niet kon."""
    if verdeling.zonder_ses:
        alsnog = "" if verdeling.sleutel is Sleutel.SES else "Naar SES-WOA is niet verdeeld. "
        return [f"{alsnog}{verdeling.zonder_ses}"]
    zinnen = [f"Formule van de sleutel SES-WOA: {verdeling.formule}."]
    if omgeving.ses_woa is not None:
        zinnen.append(f"SES-WOA: {omgeving.ses_woa.herkomst.zin}.")
    geschat = verdeling.gemeenten["ses_status"] == "geschat"
    if verdeling.ses_geschat:
        namen = [str(naam) for naam in verdeling.gemeenten["gemeente"][geschat]]
        meer = len(namen) - _GENOEMD
        genoemd = namen if meer <= 0 else [*namen[:_GENOEMD], f"nog {getal(meer)}"]
        zinnen.append(
            f"Van {getal(len(namen))} van de {getal(len(geschat))} gemeenten is de SES-WOA "
            "onbekend; daar telt het gemiddelde van de provincie (geschat): "
            f"{opsomming(genoemd)}."
        )
    return zinnen
