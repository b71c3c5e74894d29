"""Verdringing in woorden: wat er aan de hand is, wat niet te beoordelen is, en wat het heet."""

from collections.abc import Mapping, Sequence

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.notatie import afstand, datum, getal, opsomming
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.verdringing import Oordeel
from locatieplanner.opgave.wisseling import Onbeoordeeld, Soort, Verdringing, Verschillen
from locatieplanner.rapport.flexwoontekst import aantal


def waarschuwingzin(
    waarschuwing: Verdringing,
    oordeel: Oordeel,
    namen: Mapping[str, str],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
) -> str:
    """Zeg wat er aan de hand is: waar, wie, hoeveel en wanneer.

    Parameters
    ----------
    waarschuwing : Verdringing
        De waarschuwing.
    oordeel : Oordeel
        Waar zij bij hoort; zegt tot wanneer er gekeken is.
    namen : Mapping of str to str
        Hoe een locatie (id) heet voor wie het leest.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Per code.
    """
    waar = waarschuwing.gemeente or "Buiten Nederland"
    weg, erbij = genoemd(waarschuwing.sluit, namen), genoemd(waarschuwing.opent, namen)
    minder = verschiltekst(waarschuwing.verlies, aandachtsgroepen)
    meer = verschiltekst(waarschuwing.winst, aandachtsgroepen)
    eerste, laatste = (datum(str(m)) for m in (waarschuwing.eerste, waarschuwing.laatste))
    if waarschuwing.laatste == oordeel.einde:
        wanneer = f"vanaf {eerste}"
    else:
        wanneer = f"in {eerste}" if eerste == laatste else f"van {eerste} tot en met {laatste}"
    if waarschuwing.soort is Soort.PLEK:
        zin = (
            f"{waar}, op dezelfde plek (hoogstens {afstand(waarschuwing.afstand_m)} uit elkaar): "
            f"{wanneer} sluit {weg} en opent {erbij}. Daarna is er minder plaats voor {minder}, en "
            f"meer voor {meer}."
        )
    else:
        zin = (
            f"{waar}, in de hele gemeente: {wanneer} is er minder plaats voor {minder}, en meer "
            f"voor {meer} (gerekend in {datum(str(waarschuwing.maand))}). Weg: {weg}. Erbij: "
            f"{erbij}."
        )
    if waarschuwing.onzeker_door:
        zin += f" Niet zeker, want onbekend zijn: {genoemd(waarschuwing.onzeker_door, namen)}."
    return zin


def onbeoordeeldzin(geval: Onbeoordeeld, namen: Mapping[str, str]) -> str:
    """Zeg waar niet te beoordelen is of er verdringing is, en waardoor."""
    waar = geval.gemeente or "Buiten Nederland"
    wat = "op dezelfde plek" if geval.soort is Soort.PLEK else "in de hele gemeente"
    redenen = "; ".join(f"{reden}: {genoemd(ids, namen)}" for reden, ids in geval.redenen)
    return f"{waar}, {wat}: niet te beoordelen ({redenen})."


def oordeelzin(oordeel: Oordeel) -> str:
    """Zeg in één zin wat er over verdringing te zeggen is."""
    bekeken = aantal(oordeel.locaties, "locatie", "locaties")
    if not oordeel.locaties:
        return "Er zijn geen locaties om te bekijken."
    gevonden = len(oordeel.waarschuwingen)
    open_ = len(oordeel.onbeoordeeld)
    wat = (
        f"{aantal(gevonden, 'keer', 'keer')} verdringing gevonden"
        if gevonden
        else "Geen verdringing gevonden in wat bekend is"
    )
    rest = f"; {aantal(open_, 'geval is', 'gevallen zijn')} niet te beoordelen" if open_ else ""
    return f"{wat}{rest}. Bekeken: {bekeken}."


def definitie(omgeving: Omgeving, oordeel: Oordeel) -> list[str]:
    """Zeg precies wat verdringing hier heet, met de ingestelde grenzen."""
    par = omgeving.parameters
    afstand_m, maanden = par.getal("flexwonen.plek_afstand_m"), par.getal("flexwonen.plek_maanden")
    drempel = par.getal("flexwonen.kleinste_verschil_plaatsen")
    begin, einde = datum(str(oordeel.begin)), datum(str(oordeel.einde))
    return [
        f"Op dezelfde plek: een locatie sluit, en binnen {afstand(afstand_m)} en binnen "
        f"{getal(maanden)} maanden ervoor of erna opent een andere. Samen is er daarna voor de ene "
        "groep minder plaats en voor een andere meer.",
        f"In de hele gemeente: in een maand tot en met {einde} is er voor de ene groep minder "
        f"plaats dan in {begin}, en voor een andere meer.",
        f"Een verschil telt vanaf {aantal(drempel, 'plaats', 'plaatsen')}. Bekeken is het hele "
        "plan in dit gebied, ook opvang en ook locaties van anderen. Is een mix of datum onbekend "
        "die ertoe doet, dan is het niet te beoordelen; dat is iets anders dan geen verdringing.",
    ]


def verschiltekst(verschillen: Verschillen, aandachtsgroepen: Mapping[str, Aandachtsgroep]) -> str:
    """Schrijf verschillen per groep: ``statushouders (100) en studenten (20)``."""
    return opsomming(
        [f"{aandachtsgroepen[code].naam} ({getal(plaatsen)})" for code, plaatsen in verschillen]
    )


def genoemd(ids: Sequence[str], namen: Mapping[str, str]) -> str:
    """Noem locaties bij hun naam; dezelfde naam één keer."""
    return opsomming(list(dict.fromkeys(namen.get(id_, id_) for id_ in ids)))
