"""Het formulier van Zoekgebieden: waar gezocht wordt, hoe fijn, en wat er zou komen."""

from dataclasses import dataclass

import geopandas as gpd
import streamlit as st

from locatieplanner.domein.notatie import getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm.blijvend import blijvend
from locatieplanner.scherm.gebiedskeuze import Gekozengebied, gebiedskeuze
from locatieplanner.scherm.toestand import Toestand
from locatieplanner.zoekgebieden.gebieden import toets_omvang
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.rooster import CELMATEN_M, Rooster

PAGINA = "zoekgebieden"

_LANG_CELLEN = 2_000_000
_STANDAARDTYPE = "aanvullend"


@dataclass(frozen=True)
class Rastervraag:
    """Wat er doorgerekend wordt.

    Parameters
    ----------
    gebied : Zoekgebied
        Waar.
    rooster : Rooster
        Hoe fijn.
    capaciteit : int
        Plaatsen van de denkbeeldige locatie.
    type : str
        Haar locatietype.
    """

    gebied: Zoekgebied
    rooster: Rooster
    capaciteit: int
    type: str

    @property
    def zin(self) -> str:
        """De vraag in woorden."""
        return (
            f"{self.gebied.naam}, cellen van {self.rooster.cel_m} m, "
            f"{getal(self.capaciteit)} plaatsen"
        )

    def cellen(self, gemeenten: gpd.GeoDataFrame) -> int:
        """Geef hoeveel cellen er in het venster om het gebied liggen."""
        x_min, y_min, x_max, y_max = gemeenten.loc[list(self.gebied.codes)].total_bounds
        venster = self.rooster.venster_om((float(x_min), float(y_min), float(x_max), float(y_max)))
        return venster.cellen

    def toets(self, omgeving: Omgeving) -> None:
        """Controleer vooraf of dit op het scherm door te rekenen is.

        Raises
        ------
        InvoerFout
            Als er te veel cellen zijn, of heel Nederland fijner dan 100 m gevraagd wordt.
        """
        grofste = max(CELMATEN_M)
        if len(self.gebied.codes) == len(omgeving.gemeenten) and self.rooster.cel_m < grofste:
            raise InvoerFout(
                f"Heel Nederland kan hier met cellen van {grofste} m. Kies een provincie of "
                "gemeente voor een fijner rooster, of gebruik de opdracht locatieplanner "
                "zoekgebieden."
            )
        toets_omvang(self.cellen(omgeving.gemeenten), omgeving.parameters)
        Instelling(self.capaciteit, self.type).toets_aan(omgeving)


def zoekformulier(toestand: Toestand, omgeving: Omgeving) -> tuple[Rastervraag, bool]:
    """Toon het formulier; geef wat er gekozen is, en of de gebruiker op de knop drukte."""
    st.markdown("##### Waar en wat")
    gebied = gebiedskeuze(toestand, omgeving.gemeenten, PAGINA)
    links, rechts = st.columns(2)
    cel_m = links.selectbox(
        "Cel (m)",
        CELMATEN_M,
        key=blijvend(f"{PAGINA}_cel", CELMATEN_M[0]),
        help="Zijde van een cel. Een cel van 100 m is 1 hectare; fijner duurt langer.",
    )
    sleutel = blijvend(f"{PAGINA}_capaciteit", _standaardcapaciteit(omgeving.parameters))
    capaciteit = rechts.number_input(
        "Capaciteit (plaatsen)",
        min_value=1,
        max_value=5_000,
        value=st.session_state[sleutel],
        step=10,
        key=sleutel,
        help="Plaatsen van de locatie die op elke cel zou komen.",
    )
    typen = list(omgeving.locatietypen)
    soort = st.selectbox(
        "Type",
        typen,
        format_func=lambda code: omgeving.locatietypen[code].naam,
        key=blijvend(f"{PAGINA}_type", _STANDAARDTYPE if _STANDAARDTYPE in typen else typen[0]),
    )
    vraag = Rastervraag(
        zoekgebied_van(gebied, omgeving.gemeenten), Rooster(int(cel_m)), int(capaciteit), str(soort)
    )
    cellen = vraag.cellen(omgeving.gemeenten)
    if cellen > _LANG_CELLEN:
        st.warning(
            f"Dit zijn {getal(cellen)} cellen. Dat kan enkele minuten duren; u kunt intussen "
            "verder werken, en stoppen kan altijd."
        )
    return vraag, st.button("Reken het gebied door", type="primary", key=f"{PAGINA}_reken")


def zoekgebied_van(gebied: Gekozengebied, gemeenten: gpd.GeoDataFrame) -> Zoekgebied:
    """Geef het zoekgebied bij een gekozen gebied."""
    if gebied.gemeentecode is not None:
        return Zoekgebied.gemeente(gebied.gemeentecode, gemeenten)
    if gebied.provincie is not None:
        return Zoekgebied.provincie(gebied.provincie, gemeenten)
    return Zoekgebied.nederland(gemeenten)


def _standaardcapaciteit(parameters: Parameters) -> int:
    return int(parameters.getal("zoekgebieden.capaciteit_plaatsen"))
