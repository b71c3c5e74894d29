"""Het verloop in gewone woorden: wordt het doel gehaald, en wat moet een lezer erbij weten?"""

import pandas as pd

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.kandidaat import Kandidaatstatus
from locatieplanner.domein.notatie import bandbreedte, datum, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.controle import tijdverschil
from locatieplanner.opgave.gepland import wat_telt
from locatieplanner.opgave.verloop import Haalmoment, Verloop

MEERJARIG = "opgave.meerjarig_landelijk"


def verloopzin(verloop: Verloop) -> str:
    """Zeg wanneer het doel gehaald wordt en wanneer het weer verloren gaat, in gewone woorden."""
    doel, momenten = verloop.doel, verloop.haalmomenten
    if not doel.bekend:
        return (
            f"Het doel van {doel.naam} is in deze doelset onbekend; hieronder staat de capaciteit."
        )
    if not momenten:
        return (
            f"Het doel van {doel.naam} ({bandbreedte(doel.laag, doel.hoog)} plaatsen) geldt pas "
            f"vanaf {datum(str(doel.vanaf))}, na dit tijdvak."
        )
    laag, hoog = momenten.get("laag"), momenten.get("hoog")
    if laag is None or hoog is None or _gelijk(laag, hoog):
        grens = "hoog" if laag is None else "laag"
        return (
            f"Het doel van {doel.naam} ({bandbreedte(doel.laag, doel.hoog)} plaatsen) "
            f"{_uitkomst(verloop, grens)}."
        )
    return (
        f"De ondergrens van het doel van {doel.naam} ({getal(doel.laag)} plaatsen) "
        f"{_uitkomst(verloop, 'laag')}. De bovengrens ({getal(doel.hoog)} plaatsen) "
        f"{_uitkomst(verloop, 'hoog')}."
    )


def voorbehouden(verloop: Verloop, omgeving: Omgeving) -> list[str]:
    """Geef wat een lezer bij het verloop moet weten, een zin per punt.

    Parameters
    ----------
    verloop : Verloop
        Uitkomst van `locatieplanner.opgave.verloop.verloop`.
    omgeving : Omgeving
        Waarmee gerekend is.
    """
    doel = verloop.doel
    zinnen = [f"Als gepland tellen kandidaten {wat_telt(omgeving.parameters)}."]
    verschil = tijdverschil(omgeving, doel.provincie) if verloop.bestaand_telt_mee else None
    if verschil is not None:
        zinnen.append(verschil)
    elif doel.vanaf is not None and doel.vanaf < verloop.maanden.index[0]:
        zinnen.append(f"Het doel geldt al sinds {datum(str(doel.vanaf))}.")
    if doel.bekend and doel.vanaf is None:
        zinnen.append("Van het doel is geen datum bekend; het staat bij elke maand.")
    if verloop.bestaand_telt_mee:
        zinnen += _bestaand(verloop, omgeving.parameters)
    else:
        zinnen.append("Bestaande opvang telt in deze doelset niet mee en staat er niet bij.")
    return zinnen


def ontbrekend(plaatsen: float) -> str:
    """Schrijf hoeveel plaatsen er ontbreken: wat ontbreekt is nooit nul.

    >>> ontbrekend(0.25)
    '1 plaats'
    """
    aantal = max(round(float(plaatsen)), 1)
    return f"{getal(aantal)} {'plaats' if aantal == 1 else 'plaatsen'}"


def _bestaand(verloop: Verloop, parameters: Parameters) -> list[str]:
    """Wat er van de bestaande opvang niet zeker is."""
    eerste = verloop.maanden.iloc[0]
    bekend, geschat = eerste["bestaand_bekend"], float(eerste["bestaand_geschat"])
    samen = geschat + (0.0 if pd.isna(bekend) else float(bekend))
    meerjarig, landelijk = parameters[MEERJARIG], parameters["opgave.plaatsen_landelijk"]
    zinnen = [
        f"Van de {getal(samen)} plaatsen bestaande opvang zijn er {getal(geschat)} geschat.",
        "Van bestaande opvang is geen einddatum bekend: zij telt elke maand gelijk. In heel "
        f"{NEDERLAND} zijn er ongeveer {getal(parameters.getal(MEERJARIG))} van de "
        f"{getal(parameters.getal('opgave.plaatsen_landelijk'))} meerjarig beschikbaar "
        f"({meerjarig.herkomst.bron}; {landelijk.herkomst.bron}), dus op termijn is dit beeld te "
        "gunstig.",
    ]
    if (verloop.locaties["status"] == Kandidaatstatus.IN_GEBRUIK).any():
        zinnen.append(
            "Staat een kandidaat in gebruik ook in de lijst van bestaande opvang, dan telt hij "
            "twee keer."
        )
    return zinnen


def _gelijk(een: Haalmoment, ander: Haalmoment) -> bool:
    """Of twee grenzen op hetzelfde moment gehaald en verloren worden."""
    nooit = een.gehaald is None and ander.gehaald is None and een.doel != ander.doel
    return not nooit and (een.gehaald, een.verloren) == (ander.gehaald, ander.verloren)


def _uitkomst(verloop: Verloop, grens: str) -> str:
    """Hoe het met één grens afloopt, als gezegde."""
    moment = verloop.haalmomenten[grens]
    nodig = verloop.maanden[f"nodig_{grens}"]
    if moment.gehaald is None:
        dichtst = nodig.idxmin()
        return (
            f"wordt in dit tijdvak niet gehaald; het dichtst erbij is {datum(str(dichtst))}, met "
            f"{ontbrekend(nodig.min())} te weinig"
        )
    begin = (
        f"is in {datum(str(moment.gehaald))} al gehaald"
        if moment.gehaald == verloop.maanden.index[0]
        else f"wordt gehaald in {datum(str(moment.gehaald))}"
    )
    if moment.verloren is None:
        return f"{begin} en blijft dat tot en met {datum(str(nodig.index[-1]))}"
    te_weinig = nodig[nodig.index == moment.verloren].sum()
    return (
        f"{begin} en gaat weer verloren in {datum(str(moment.verloren))} "
        f"({ontbrekend(te_weinig)} te weinig)"
    )
