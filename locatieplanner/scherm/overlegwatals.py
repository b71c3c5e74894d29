"""*Wat als*: een gewicht verschuiven, een locatie weglaten of halveren, en zien wat dat doet."""

import math
from dataclasses import replace

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.domein.notatie import ONBEKEND, bandbreedte, getal
from locatieplanner.fouten import GewichtenFout
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.scherm.gewichten import UITLEG
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.overlegmeting import Overlegmeting
from locatieplanner.scherm.overlegstand import (
    Ingreep,
    Overlegstand,
    bewaar_stand,
    stand_van_sessie,
)
from locatieplanner.scherm.overlegtafel import Tafel, gedeelde_rijen
from locatieplanner.scherm.tekst import als_markdown

KOPPEN = ("", "zoals het plan is", "wat als")

_KOLOMMEN = (
    Tabelkolom("naam", "locatie"),
    Tabelkolom("plaatsen", "in het plan", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("plaatsen_na", "wat als", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("score", "score in het plan", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("score_na", "score wat als", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("rang", "rang in het plan", Kolomsoort.GEHEEL, ontbreekt="geen"),
    Tabelkolom("rang_na", "rang wat als", Kolomsoort.GEHEEL, ontbreekt="geen"),
)


def schuiven(stand: Overlegstand, van_plan: Gewichten) -> None:
    """Toon de vier gewichten; een verandering komt in de stand van het overleg."""
    gewichten = stand.watals.gewichten or van_plan
    for criterium in CRITERIA:
        sleutel = _gewichtsleutel(criterium)
        st.session_state.setdefault(sleutel, round(getattr(gewichten, criterium)))
        st.slider(
            f"Gewicht van {criterium}",
            0,
            100,
            value=st.session_state[sleutel],
            key=sleutel,
            help=UITLEG[criterium],
            on_change=_weeg,
            args=(van_plan,),
        )


def ingrepen(stand: Overlegstand, tafel: Tafel) -> None:
    """Laat per locatie kiezen: zoals het is, de helft, of weglaten."""
    for code, rij in tafel.rijen.iterrows():
        eigen = str(rij["eigen_id"])
        # De sleutel reist naar de browser: daarin staat nooit het id van een beschermde locatie.
        sleutel = _ingreepsleutel(str(code))
        st.session_state.setdefault(sleutel, stand.watals.ingreep(eigen).value)
        st.segmented_control(
            f"{als_markdown(str(rij['naam']))} ({getal(float(rij['plaatsen']))} plaatsen)",
            [ingreep.value for ingreep in Ingreep],
            default=st.session_state[sleutel],
            key=sleutel,
            required=True,
            on_change=_grijp_in,
            args=(str(code), eigen),
        )


def stap_terug(tafel: Tafel) -> None:
    """Neem de laatste verandering terug, of ga een stap terug; alleen uit een callback."""
    stand = bewaar_stand(stand_van_sessie().terug())
    for code, eigen in tafel.rijen["eigen_id"].items():
        if (sleutel := _ingreepsleutel(str(code))) in st.session_state:
            st.session_state[sleutel] = stand.watals.ingreep(eigen).value
    for criterium in CRITERIA:
        if (sleutel := _gewichtsleutel(criterium)) not in st.session_state:
            continue
        if stand.watals.gewichten is None:
            # Zonder eigen gewichten staat de schuif weer waar het plan haar heeft.
            del st.session_state[sleutel]
        else:
            st.session_state[sleutel] = round(getattr(stand.watals.gewichten, criterium))


def verschil_html(voor: Overlegmeting, na: Overlegmeting, doelnaam: str) -> str:
    """Geef doel en spreiding, voor en na, als tabel.

    Parameters
    ----------
    voor, na : Overlegmeting
        Zonder en met de veranderingen.
    doelnaam : str
        Wat het doel is: ``doel van Utrecht``.
    """
    regels = [
        ("Plaatsen voor opvang, gepland meegeteld", _plaatsen(voor), _plaatsen(na)),
        (f"Nog nodig voor het {doelnaam}", nog_nodig(voor), nog_nodig(na)),
        ("Plaatsen in woonlocaties", getal(voor.wonen), getal(na.wonen)),
        (
            "Plaatsen boven het evenredige deel, hele provincie",
            _of_onbekend(voor.boven_evenredig),
            _of_onbekend(na.boven_evenredig),
        ),
        (
            "Ongelijkheid tussen gemeenten",
            _of_onbekend(voor.gini, 3),
            _of_onbekend(na.gini, 3),
        ),
    ]
    return tabel_html("Doel en spreiding, in het plan en in wat als", KOPPEN, regels)


def nog_nodig(meting: Overlegmeting) -> str:
    """Zeg wat er nog nodig is, met hoe zeker dat is."""
    if math.isnan(meting.nodig_laag) and math.isnan(meting.nodig_hoog):
        return ONBEKEND
    if meting.nodig_laag <= 0 and not meting.nodig_hoog > 0:
        return f"niets: {getal(-meting.nodig_laag)} meer dan het doel ({meting.status})"
    laag = max(meting.nodig_laag, 0.0)
    return f"{bandbreedte(laag, meting.nodig_hoog)} plaatsen ({meting.status})"


def rangtabel(tafel: Tafel, na: Beoordeling, gemeenten: pd.Index, plaatsen: pd.Series) -> Tabel:
    """Geef plaatsen, score en rang van elke locatie op tafel, in het plan en in wat als.

    Parameters
    ----------
    tafel : Tafel
        Wat er op tafel ligt, zonder veranderingen.
    na : Beoordeling
        De beoordeling met de veranderingen.
    gemeenten : Index
        Gemeenten van het gebied.
    plaatsen : Series
        Plaatsen per eigen id, na de veranderingen.
    """
    anders = gedeelde_rijen(na, gemeenten).set_index("eigen_id")
    eigen = tafel.rijen["eigen_id"]
    gegevens = pd.DataFrame(
        {
            "naam": tafel.rijen["naam"],
            "plaatsen": tafel.rijen["plaatsen"],
            "plaatsen_na": eigen.map(plaatsen).fillna(0),
            "score": tafel.rijen["score_totaal"],
            "score_na": eigen.map(anders["score_totaal"]),
            "rang": tafel.rijen["rang"],
            "rang_na": eigen.map(anders["rang"]),
        }
    )
    return Tabel(
        "Locaties op tafel, in het plan en in wat als",
        gegevens,
        _KOLOMMEN,
        "Een locatie met de helft van de plaatsen is opnieuw beoordeeld. De rang is die onder alle "
        "kandidaten van het plan; van beschermde locaties zijn score en rang niet gedeeld.",
    )


def _plaatsen(meting: Overlegmeting) -> str:
    locaties = "1 locatie" if meting.locaties == 1 else f"{getal(meting.locaties)} locaties"
    return f"{getal(meting.plaatsen)} op {locaties}"


def _of_onbekend(waarde: float, decimalen: int = 0) -> str:
    return ONBEKEND if math.isnan(waarde) else getal(waarde, decimalen)


def _gewichtsleutel(criterium: str) -> str:
    return f"overleg_gewicht_{criterium}"


def _ingreepsleutel(code: str) -> str:
    return f"overleg_ingreep_{code}"


def _weeg(van_plan: Gewichten) -> None:
    stand = stand_van_sessie()
    waarden = {c: float(st.session_state[_gewichtsleutel(c)]) for c in CRITERIA}
    try:
        gewichten = Gewichten.uit_getallen(waarden)
    except GewichtenFout:
        # Alles op nul weegt niets: de schuiven gaan terug naar wat gold.
        geldt = stand.watals.gewichten or van_plan
        for criterium in CRITERIA:
            st.session_state[_gewichtsleutel(criterium)] = round(getattr(geldt, criterium))
        return
    bewaar_stand(stand.met(replace(stand.watals, gewichten=gewichten)))


def _grijp_in(code: str, eigen: str) -> None:
    stand = stand_van_sessie()
    ingreep = Ingreep(st.session_state[_ingreepsleutel(code)])
    bewaar_stand(stand.met(stand.watals.met_ingreep(eigen, ingreep)))
