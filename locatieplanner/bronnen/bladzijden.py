"""Bladzijden van een dienst verzamelen, zonder er een te missen of dubbel te nemen."""

from collections.abc import Callable, Mapping, Sequence

from locatieplanner.bronnen.antwoord import Afgewezen, dienstfout
from locatieplanner.bronnen.bladzijdenstapel import Kaartje, Stapel
from locatieplanner.bronnen.opbrengst import Stap
from locatieplanner.bronnen.ophaalbeurt import Bladzijde, Ophaalbeurt, Verzameld
from locatieplanner.domein.notatie import getal
from locatieplanner.fouten import DienstFout


def verzamel(
    beurt: Ophaalbeurt, begin: Sequence[str], lees: Callable[[str], Bladzijde]
) -> Verzameld:
    """Haal alle bladzijden op, te beginnen bij elk van de adressen in `begin`.

    Bladzijden die een eerdere, afgebroken beurt van dezelfde vraag al had, worden niet opnieuw
    gevraagd zolang zij `HOUDBAAR` zijn.

    Parameters
    ----------
    beurt : Ophaalbeurt
        Wat er opgehaald wordt.
    begin : sequence of str
        Eerste adressen; elk is een keten van bladzijden.
    lees : callable
        Vraagt en leest de bladzijde op een adres.

    Raises
    ------
    DienstFout
        Als een dienst in herhaling valt, minder geeft dan zij belooft, onderweg andere kolommen
        krijgt, of niet ophoudt.
    UitvoerFout
        Als een bladzijde niet bewaard kan worden.
    """
    stapel = Stapel(beurt, begin)
    for adres in begin:
        _loop_keten(adres, beurt, stapel, lees)
    return stapel.samen()


def _loop_keten(
    adres: str, beurt: Ophaalbeurt, stapel: Stapel, lees: Callable[[str], Bladzijde]
) -> None:
    adressen: set[str] = set()
    gezien: set[str] = set()
    ontvangen = 0
    while adres:
        kaartje = stapel.hervat(adres)
        if kaartje is None:
            try:
                bladzijde = lees(adres)
            except Afgewezen:
                # Een volgend adres kan verlopen zijn; dan helpt alleen opnieuw beginnen.
                stapel.wis()
                raise
            kaartje = stapel.leg(adres, bladzijde)
        adressen.add(adres)
        ontvangen += kaartje.aantal
        volgende = kaartje.volgende if kaartje.aantal else ""
        oordeel = (
            _herhaling(beurt, adressen, gezien, kaartje)
            or _andere_kolommen(beurt, stapel.eerste_keuze, kaartje)
            or _te_veel(beurt, stapel.aantal)
            or (None if volgende else _te_weinig(beurt, ontvangen, kaartje))
        )
        if oordeel:
            stapel.wis()
            raise oordeel
        gezien.update(kaartje.sleutels)
        beurt.meld(Stap(f"ophalen bij {beurt.dienst.naam}", stapel.rijen, kaartje.totaal))
        adres = volgende


def _herhaling(
    beurt: Ophaalbeurt, adressen: set[str], gezien: set[str], kaartje: Kaartje
) -> DienstFout | None:
    alles_al_gezien = bool(kaartje.sleutels) and gezien.issuperset(kaartje.sleutels)
    if kaartje.aantal == 0 or not (kaartje.volgende in adressen or alles_al_gezien):
        return None
    return dienstfout(
        beurt.dienst.naam,
        f"valt in herhaling: bladzijde {len(adressen)} van {beurt.dienst.onderdeel} is er al "
        "geweest, dus de laag is niet volledig te krijgen",
    )


def _andere_kolommen(
    beurt: Ophaalbeurt, keuze: Mapping[str, str], kaartje: Kaartje
) -> DienstFout | None:
    if not kaartje.keuze or kaartje.keuze == keuze:
        return None
    return dienstfout(
        beurt.dienst.naam,
        f"gaf halverwege {beurt.dienst.onderdeel} andere kolommen dan in het begin",
    )


def _te_veel(beurt: Ophaalbeurt, aantal: int) -> DienstFout | None:
    if aantal <= beurt.grenzen.bladzijden:
        return None
    return dienstfout(
        beurt.dienst.naam,
        f"houdt niet op: er zijn meer dan {getal(beurt.grenzen.bladzijden)} bladzijden van "
        f"{beurt.dienst.onderdeel}",
        "Kies een kleiner gebied.",
    )


def _te_weinig(beurt: Ophaalbeurt, ontvangen: int, kaartje: Kaartje) -> DienstFout | None:
    if kaartje.totaal is None or ontvangen >= kaartje.totaal:
        return None
    return dienstfout(
        beurt.dienst.naam,
        f"gaf {getal(ontvangen)} van de {getal(kaartje.totaal)} rijen van {beurt.dienst.onderdeel}",
        "Probeer het opnieuw, of kies een kleiner gebied.",
    )
