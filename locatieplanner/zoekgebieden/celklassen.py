"""De klasse van elke cel, om het raster in vijf kleuren te tekenen."""

from locatieplanner.domein.klassen import SCOREKLASSEN, Klassecodes
from locatieplanner.domein.parameters import Parameters
from locatieplanner.zoekgebieden.banden import GEEN, TOTAAL, UITGESLOTEN
from locatieplanner.zoekgebieden.instelling import Instelling
from locatieplanner.zoekgebieden.zoekraster import Zoekraster


def klassen_van_cellen(
    raster: Zoekraster, instelling: Instelling, parameters: Parameters
) -> Klassecodes:
    """Geef de klasse van elke cel; er wordt gewogen, niet opnieuw gerekend.

    Parameters
    ----------
    raster : Zoekraster
        Wat doorgerekend is.
    instelling : Instelling
        Met de gewichten waarmee nu gewogen wordt.
    parameters : Parameters
        Met hoeveel er bekend moet zijn.

    Returns
    -------
    ndarray of int8, shape (rijen, kolommen)
        De klasse van de totaalscore; onbekend waar er te weinig bekend is, uitgesloten waar een
        uitsluiting geldt, niet getoond buiten het gebied.
    """
    stapel, weging = raster.stapel(), instelling.weging
    # Afgerond zoals in het raster: een cel op een grens valt in de klasse die het bestand zegt.
    totaal = TOTAAL.lees(TOTAAL.bewaar(stapel.weeg(weging)))
    minimum = parameters.getal("beoordeling.volledigheid_minimum")
    totaal[~stapel.genoeg_bekend(weging, minimum)] = float("nan")
    return SCOREKLASSEN.klasse_van(
        totaal.reshape(raster.venster.vorm),
        uitgesloten=raster.lees_getallen("toetsing") == UITGESLOTEN,
        getoond=raster.lees_getallen("gemeente") != GEEN,
    )
