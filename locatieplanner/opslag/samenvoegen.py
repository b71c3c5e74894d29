"""Eigen wijzigingen op de laatste versie zetten, zonder die van een ander kwijt te raken."""

from collections.abc import Collection

from locatieplanner.opslag import json_instellingen, json_kandidaten
from locatieplanner.opslag.bewaren import veranderde_instellingen, veranderde_kandidaten
from locatieplanner.opslag.json_kandidaten import VOLGORDE
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.plannen import als_stand
from locatieplanner.opslag.planversie import Planversie


def voeg_samen(
    basis: Planversie,
    mijn: Planinhoud,
    laatste: Planversie,
    naslag: Naslag,
    mijn_keuze: Collection[tuple[str, str]] = (),
) -> Planinhoud:
    """Geef de laatste versie met de eigen wijzigingen erin.

    Wat alleen één van beiden veranderde, geldt. Veranderden beiden hetzelfde, dan geldt die van de
    ander, tenzij het in `mijn_keuze` staat. Bewaar het antwoord met `laatste` als basis.

    Parameters
    ----------
    basis : Planversie
        De versie waar de eigen wijzigingen van uitgingen.
    mijn : Planinhoud
        De eigen inhoud.
    laatste : Planversie
        Wat er nu staat.
    naslag : Naslag
        Met de kolommen van een kandidaat.
    mijn_keuze : collection of (kandidaat, veld), optional
        Waar de eigen waarde geldt, zoals `Botsing` het noemt: een leeg veld is de hele kandidaat,
        een lege kandidaat is een instelling.
    """
    kolommen = naslag.kolommen
    gekozen = set(mijn_keuze)
    stand = als_stand(laatste.inhoud, kolommen)
    hun = veranderde_kandidaten(basis.inhoud, laatste.inhoud, kolommen)
    plaats = len(stand.kandidaten)
    for id_, (voor, na) in veranderde_kandidaten(basis.inhoud, mijn, kolommen).items():
        nu = stand.kandidaten.get(id_)
        heel = voor is None or na is None or nu is None
        if heel:
            if id_ in hun and (id_, "") not in gekozen:
                continue
            if na is None:
                stand.kandidaten.pop(id_, None)
            else:
                stand.kandidaten[id_] = {VOLGORDE: plaats if nu is None else nu[VOLGORDE], **na}
                plaats += nu is None
            continue
        velden = {**(nu or {})}
        for veld in dict.fromkeys((*(voor or {}), *(na or {}))):
            eigen = (na or {}).get(veld)
            if (voor or {}).get(veld) == eigen:
                continue
            if velden.get(veld) != (voor or {}).get(veld) and (id_, veld) not in gekozen:
                continue
            velden[veld] = eigen
            if eigen is None:
                del velden[veld]
        stand.kandidaten[id_] = velden
    hun_velden = veranderde_instellingen(basis.inhoud, laatste.inhoud)
    for veld, paar in veranderde_instellingen(basis.inhoud, mijn).items():
        if veld not in hun_velden or ("", veld) in gekozen:
            stand.instellingen[veld] = paar["naar"]
    tabel = json_kandidaten.uit_json(stand.kandidaten, kolommen)
    return json_instellingen.uit_json(stand.instellingen, tabel)
