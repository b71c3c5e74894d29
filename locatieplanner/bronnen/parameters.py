"""De parameters van de criteria lezen uit ``parameters.toml``."""

from pathlib import Path

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.parameters import Parameter, Parameters, Punten, Waarde

BESTAND = "parameters.toml"


def lees_parameters(map: Path | None = None) -> Parameters:
    """Lees alle parameters; het id is ``groep.naam``.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt, een veld mist of een waarde buiten haar grenzen ligt.
    """
    groepen = lees_toml((map or lagenmap()) / BESTAND).tabellen()
    return Parameters(
        {
            f"{groep}.{naam}": _parameter(f"{groep}.{naam}", tabel)
            for groep, groeptabel in groepen.items()
            for naam, tabel in groeptabel.tabellen().items()
        }
    )


def _parameter(id_: str, tabel: Tomltabel) -> Parameter:
    waarde = _waarde(tabel)
    minimum, maximum = tabel.getal_of_niets("minimum"), tabel.getal_of_niets("maximum")
    keuzes = tabel.teksten("keuzes")
    tekens = tabel.geheel_of_niets("tekens")
    if (minimum is None) != (maximum is None):
        raise tabel.fout("minimum", "en 'maximum' horen bij elkaar: geef beide of geen van beide")
    if minimum is not None and maximum is not None:
        if not isinstance(waarde, float):
            raise tabel.fout("waarde", "is geen getal, maar heeft wel grenzen")
        if not minimum <= waarde <= maximum:
            raise tabel.fout("waarde", f"ligt buiten de grenzen {minimum:g}–{maximum:g}")
    if tekens is not None:
        if not isinstance(waarde, str) or keuzes:
            raise tabel.fout("tekens", "kan alleen bij vrije tekst als waarde")
        if len(waarde) > tekens:
            raise tabel.fout("waarde", f"is langer dan {tekens} tekens")
    elif isinstance(waarde, str) and waarde not in keuzes:
        raise tabel.fout("waarde", f"is '{waarde}' en dat staat niet in 'keuzes'")
    if keuzes and not isinstance(waarde, str):
        raise tabel.fout("keuzes", "kan alleen bij een tekst als waarde")
    return Parameter(
        id=id_,
        naam=tabel.tekst("naam"),
        waarde=waarde,
        eenheid=tabel.tekst("eenheid"),
        minimum=minimum,
        maximum=maximum,
        keuzes=keuzes,
        reden=tabel.tekst("reden"),
        herkomst=tabel.herkomst(),
        tekens=tekens,
    )


def _waarde(tabel: Tomltabel) -> Waarde:
    ruw = tabel.velden.get("waarde")
    if isinstance(ruw, str):
        return ruw
    if isinstance(ruw, list):
        return _punten(ruw, tabel)
    return tabel.getal("waarde")


def _punten(ruw: list[object], tabel: Tomltabel) -> Punten:
    """Lees knikpunten: paren (maat, score) met een oplopende maat."""
    punten: list[tuple[float, float]] = []
    for paar in ruw:
        match paar:
            case [int() | float() as maat, int() | float() as score]:
                punten.append((float(maat), float(score)))
            case _:
                raise tabel.fout("waarde", "is geen lijst van paren [maat, score]")
    maten = [maat for maat, _ in punten]
    if len(punten) < 2 or sorted(set(maten)) != maten:
        raise tabel.fout("waarde", "heeft ten minste twee knikpunten nodig met een oplopende maat")
    return tuple(punten)
