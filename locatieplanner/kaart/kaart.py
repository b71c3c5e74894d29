"""De kaart zelf: een vaste Leaflet-kaart, en per stap een laag die zegt wat er te zien is."""

import re
from typing import Any

import folium
from folium.template import Template

from locatieplanner.kaart.adressen import Adressen
from locatieplanner.kaart.basislagen import Basislagen
from locatieplanner.kaart.toestand import Kaarttoestand
from locatieplanner.kaart.wegschrijven import als_json, als_scriptjson

_BESTANDSNAAM = re.compile(r"[A-Za-z0-9_-]+\.(json|png)")


class Scriptkaart(folium.Map):
    """Een Leaflet-kaart die ons eigen script opbouwt.

    Het sjabloon van folium zelf stuurt elke stap een kilobyte aan opmaak mee die de browser al
    heeft; hier staat alleen de aanroep, en de rest in de bestanden van `Basislagen`.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = locatieplanner.{{ this.functie }}(
            {{ this.get_name()|tojson }}, {{ this.inhoud }});
        {% endmacro %}
        """
    )

    def __init__(self, script: str, inhoud: str, functie: str = "maak") -> None:
        super().__init__(tiles=None)
        self.functie = functie
        # Leaflet zit in ons eigen bestand; de rest van wat folium meebrengt gebruiken wij niet.
        self.default_js = [("kaart", script)]
        self.default_css = []
        self.inhoud = inhoud


class Toestandscript(folium.MacroElement):
    """Roept per stap ``locatieplanner.toon`` aan, of een andere functie."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        locatieplanner.{{ this.functie }}({{ this._parent._parent.get_name() }}, {{ this.inhoud }});
        {% endmacro %}
        """
    )

    def __init__(self, inhoud: str, functie: str = "toon") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Toestandscript"
        self.functie = functie
        self.inhoud = inhoud


def maak_kaart(adressen: Adressen, basislagen: Basislagen) -> folium.Map:
    """Maak het vaste deel van de kaart; elke keer hetzelfde, zodat zij blijft staan.

    Maak haar elke stap opnieuw: wat haar toont verandert haar, en een veranderde kaart wordt
    door de browser opnieuw opgebouwd.

    Parameters
    ----------
    adressen : Adressen
        Waar de browser de bestanden vindt.
    basislagen : Basislagen
        De namen van de bestanden.
    """
    return Scriptkaart(adressen.lagen + basislagen.script, als_json(plekken(adressen, basislagen)))


def plekken(adressen: Adressen, basislagen: Basislagen) -> dict[str, Any]:
    """Geef waar het script de bestanden vindt."""
    return {
        "lagen": adressen.lagen,
        "kandidaten": adressen.kandidaten,
        "bestanden": {
            "gemeenten": basislagen.gemeenten,
            "provincies": basislagen.provincies,
            "opvang": basislagen.opvang,
        },
    }


def maak_laag(toestand: Kaarttoestand) -> folium.FeatureGroup:
    """Maak het deel dat per stap verandert: klassen, keuze, beeld en de namen van lagen.

    Raises
    ------
    ValueError
        Als een bestandsnaam geen bestandsnaam is: van een adres kiest niemand zelf het eind.
    """
    bestanden = (laag.bestand for laag in toestand.lagen)
    raster = toestand.raster.bestand if toestand.raster else ""
    toets_namen(toestand.kandidaten, toestand.opvang, toestand.bereik, raster, *bestanden)
    laag = folium.FeatureGroup(name="toestand", control=False)
    laag.add_child(Toestandscript(als_scriptjson(toestand.als_dict())))
    return laag


def toets_namen(*namen: str) -> None:
    """Controleer dat bestandsnamen dat zijn; leeg mag.

    Raises
    ------
    ValueError
        Als een naam een adres of pad is.
    """
    for naam in namen:
        if naam and not _BESTANDSNAAM.fullmatch(naam):
            raise ValueError(f"'{naam}' is geen naam van een kaartlaag")
