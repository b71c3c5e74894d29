"""Wat eigen doelen veranderen: wat vervalt, onbekend wordt of anders telt dan verwacht."""

from collections.abc import Mapping, Sequence

from locatieplanner.domein.doel import (
    TOTAAL,
    Doel,
    Doelset,
    onderdeelnaam,
    tellende_doelen,
    telt_in_som,
)
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.notatie import bandbreedte, datum, opsomming
from locatieplanner.invoer.probleem import Ernst, Probleem, bestandsmelding

Rijen = Sequence[tuple[int, Doel]]


def meld_veranderingen(
    rijen: Mapping[int, tuple[str, Doel]], doelsets: Mapping[str, Doelset]
) -> list[Probleem]:
    """Meld per doelset wat de eigen rijen veranderen dat niet vanzelf te zien is.

    Parameters
    ----------
    rijen : mapping of int to (str, Doel)
        Per rijnummer het id van de doelset en het doel.
    doelsets : mapping of str to Doelset
        De doelsets die er zijn, per id; een nieuwe staat er niet in.
    """
    if not rijen:
        return [bestandsmelding("in geen enkele rij is iets ingevuld; er verandert niets")]
    meldingen: list[Probleem] = []
    for id_ in dict.fromkeys(id_ for id_, _ in rijen.values()):
        eigen = [(rij, doel) for rij, (van, doel) in rijen.items() if van == id_]
        if id_ not in doelsets:
            meldingen += _per_provincie(eigen, None)
            continue
        origineel = doelsets[id_].origineel
        meldingen += _omvang(eigen, origineel)
        anders = set(origineel.met_doelen(doel for _, doel in eigen).eigen_provincies)
        meldingen += _per_provincie([r for r in eigen if r[1].provincie in anders], origineel)
    return meldingen


def _omvang(eigen: Rijen, origineel: Doelset) -> list[Probleem]:
    """Welke provincies de tabel niet noemt, of dat zij niets verandert."""
    nieuw = origineel.met_doelen(doel for _, doel in eigen)
    if nieuw is origineel:
        return [
            bestandsmelding(f"de rijen voor {origineel.id} zijn gelijk aan de ingebouwde doelen")
        ]
    genoemd = {doel.provincie for _, doel in eigen}
    rest = dict.fromkeys(
        doel.provincie for doel in origineel.doelen if doel.provincie not in genoemd
    )
    if not rest:
        return []
    return [
        bestandsmelding(
            f"niet in de tabel voor {origineel.id}: {opsomming(list(rest))}; daar blijven de "
            "ingebouwde doelen"
        )
    ]


def _per_provincie(eigen: Rijen, origineel: Doelset | None) -> list[Probleem]:
    meldingen: list[Probleem] = []
    for provincie in dict.fromkeys(doel.provincie for _, doel in eigen):
        rijen = [(rij, doel) for rij, doel in eigen if doel.provincie == provincie]
        oud = origineel.van(provincie) if origineel is not None else ()
        nieuw = [doel for _, doel in rijen]
        meldingen += _vervallen(provincie, nieuw, oud)
        for rij, doel in rijen:
            if doel not in oud:
                meldingen += _onbekend_geworden(rij, doel, oud)
                meldingen += _open_grens(rij, doel)
        meldingen += _telt_anders(provincie, nieuw)
    return meldingen


def _vervallen(provincie: str, nieuw: Sequence[Doel], oud: Sequence[Doel]) -> list[Probleem]:
    """Onderdelen die er ingebouwd zijn en die de tabel niet heeft."""
    weg = [doel for doel in oud if not _heeft(nieuw, doel, oud)]
    if not weg:
        return []
    namen = opsomming([f"{onderdeelnaam(d.onderdeel)} ({_aantal(d)})" for d in weg])
    staan = "staat" if len(weg) == 1 else "staan"
    vervalt = "vervalt" if len(weg) == 1 else "vervallen"
    return [
        bestandsmelding(
            f"{provincie}: {namen} {staan} wel bij de ingebouwde doelen en niet in de tabel, en "
            f"{vervalt}",
            "neem de rijen over in de tabel als zij moeten blijven",
        )
    ]


def _heeft(nieuw: Sequence[Doel], doel: Doel, oud: Sequence[Doel]) -> bool:
    """Of de tabel dit onderdeel heeft; staat het er vaker, dan telt ook de peildatum."""
    zelfde = [d for d in nieuw if d.onderdeel == doel.onderdeel]
    if len(zelfde) >= sum(d.onderdeel == doel.onderdeel for d in oud):
        return True
    return any(d.peildatum == doel.peildatum for d in zelfde)


def _onbekend_geworden(rij: int, doel: Doel, oud: Sequence[Doel]) -> list[Probleem]:
    bekend = [d for d in oud if d.onderdeel == doel.onderdeel and d.plaatsen.bekend]
    if doel.plaatsen.bekend or not bekend:
        return []
    return [
        _melding(
            rij,
            f"{onderdeelnaam(doel.onderdeel)} van {doel.provincie} was {_aantal(bekend[-1])} en "
            "is nu onbekend",
            "vul het aantal in als het bekend is",
        )
    ]


def _open_grens(rij: int, doel: Doel) -> list[Probleem]:
    plaatsen = doel.plaatsen
    if (plaatsen.minimum is None) == (plaatsen.maximum is None):
        return []
    leeg = "maximum" if plaatsen.maximum is None else "minimum"
    return [
        _melding(
            rij,
            f"het {leeg} is leeg, dus gelezen als '{_aantal(doel)}'",
            f"vul bij {leeg} hetzelfde getal in als het één aantal is",
        )
    ]


def _telt_anders(provincie: str, nieuw: Sequence[Doel]) -> list[Probleem]:
    """Rijen met een aantal dat niet meetelt in het doel van de provincie."""
    gekozen = tellende_doelen(nieuw)
    delen = [d for d in nieuw if telt_in_som(d.onderdeel) and d.plaatsen.bekend]
    if provincie == NEDERLAND or not gekozen:
        return []
    if gekozen[0].onderdeel == TOTAAL:
        if not delen:
            return []
        namen = opsomming([f"{onderdeelnaam(d.onderdeel)} ({_aantal(d)})" for d in delen])
        return [
            bestandsmelding(
                f"{provincie}: het totaal ({_aantal(gekozen[0])}) is het doel; {namen} "
                f"{'telt' if len(delen) == 1 else 'tellen'} daar niet bij op",
                "verwijder de rij totaal als de onderdelen samen het doel zijn",
            )
        ]
    oud = [d for d in delen if d.peildatum != gekozen[0].peildatum]
    if not oud:
        return []
    namen = opsomming([f"{onderdeelnaam(d.onderdeel)} per {datum(d.peildatum)}" for d in oud])
    return [
        bestandsmelding(
            f"{provincie}: alleen onderdelen met de laatste peildatum "
            f"({datum(gekozen[0].peildatum)}) tellen in het doel; {namen} niet",
            "geef de onderdelen dezelfde peildatum als zij samen het doel zijn",
        )
    ]


def _aantal(doel: Doel) -> str:
    return bandbreedte(doel.plaatsen.minimum, doel.plaatsen.maximum)


def _melding(rij: int, wat: str, herstel: str) -> Probleem:
    return Probleem(Ernst.MELDING, rij, None, None, "", wat, herstel)
