"""De toestand van het scherm als inhoud van een plan, en terug.

Wat over het kijken gaat (de gekozen kandidaat, de lagen op de kaart, de gemeente) is van wie kijkt:
het plan onthoudt hoe het bij zijn begin stond, en niemand krijgt het beeld van een ander.
"""

from dataclasses import fields, replace

from shapely.geometry import Point

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.kaart.toestand import Zoekpunt
from locatieplanner.opslag.planinhoud import WEERGAVE, Planinhoud
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.scherm.toestand import Toestand

KIJKEN = WEERGAVE | {"gemeente"}
"""Velden die van de kijker zijn en niet van het plan."""

_ANDERS = frozenset({"zoekpunt"})
_GELIJK = tuple(veld.name for veld in fields(Planinhoud) if veld.name not in _ANDERS)
_BEWAARD = tuple(naam for naam in _GELIJK if naam not in KIJKEN)


def als_inhoud(toestand: Toestand, basis: Planinhoud | None = None) -> Planinhoud:
    """Geef de toestand als inhoud van een plan.

    Parameters
    ----------
    toestand : Toestand
        Wat de gebruiker voor zich heeft.
    basis : Planinhoud, optional
        De inhoud die het plan had: daarvan blijft wat over het kijken gaat. Zonder begint het plan
        zoals het scherm nu staat.
    """
    if basis is not None:
        return replace(basis, **{naam: getattr(toestand, naam) for naam in _BEWAARD})
    punt = toestand.zoekpunt
    return Planinhoud(
        **{naam: getattr(toestand, naam) for naam in _GELIJK},
        zoekpunt=None if punt is None else (punt.punt.x, punt.punt.y, punt.label),
    )


def als_toestand(versie: Planversie, oud: Toestand | None = None) -> Toestand:
    """Geef een versie van een plan als toestand.

    Parameters
    ----------
    versie : Planversie
        Wat er te zien is.
    oud : Toestand, optional
        Hoe het scherm stond: wat over het kijken gaat blijft, en zijn de kandidaten dezelfde tabel,
        dan hoeft er niets opnieuw beoordeeld te worden. Zonder staat het zoals het plan begon.
    """
    inhoud = versie.inhoud
    namen = _GELIJK if oud is None else _BEWAARD
    velden = {naam: getattr(inhoud, naam) for naam in namen}
    begin = Toestand(inhoud.kandidaten, inhoud.bron, inhoud.fictief, inhoud.doelset)
    nieuw = replace(
        oud or begin,
        **velden,
        versie=oud.versie if oud and oud.kandidaten is inhoud.kandidaten else begin.versie,
        afgeschermd=versie.afgeschermd,
        alleen_lezen=not te_wijzigen(versie),
    )
    if oud is None:
        punt = inhoud.zoekpunt
        zoekpunt = None if punt is None else Zoekpunt(Point(punt[0], punt[1]), punt[2])
        beeld = f"kandidaten {nieuw.versie}"
        nieuw = replace(nieuw, zoekpunt=zoekpunt, beeld=beeld)
    if nieuw.gekozen is not None and nieuw.gekozen not in inhoud.kandidaten.index:
        nieuw = replace(nieuw, gekozen=None)
    return nieuw


def te_wijzigen(versie: Planversie) -> bool:
    """Of de gebruiker deze versie mag veranderen: een planner, de laatste versie, geen archief."""
    kop = versie.kop
    return kop.rol >= Projectrol.PLANNER and versie.is_laatste and not kop.gearchiveerd


def anders(een: Toestand, twee: Toestand) -> bool:
    """Of er iets veranderde wat in het plan hoort."""
    return any(_verschilt(getattr(een, naam), getattr(twee, naam), naam) for naam in _BEWAARD)


def _verschilt(een: object, twee: object, naam: str) -> bool:
    # Een tabel wordt nooit ter plekke veranderd: een andere inhoud is een andere tabel.
    return een is not twee if naam in ("kandidaten", "gerealiseerd") else een != twee
