"""Gemeenten herkennen op code of naam."""

import pandas as pd

from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.opsomming import lijkt_op
from locatieplanner.invoer.probleem import Probleem, per_rij
from locatieplanner.invoer.teksten import als_tekst, is_leeg

_HERSTEL_CODE = "schrijf de code van het CBS, zoals GM0344"
_CIJFERS = 4


def lees_gemeenten(
    codes: pd.Series, namen: pd.Series, gemeenten: pd.DataFrame
) -> tuple[pd.Series, list[Probleem]]:
    """Lees van elke rij welke gemeente het is; de code gaat voor de naam.

    Parameters
    ----------
    codes, namen : Series
        De kolommen uit het bestand, of leeg waar er geen is; dezelfde index: rijnummers.
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.

    Returns
    -------
    codes : Series of str
        Leeg waar er geen gemeente te lezen is.
    problemen : list of Probleem
        Een fout voor elke rij zonder gemeente, met een die niet bestaat, of met een code en een
        naam die niet bij elkaar horen.
    """
    bekend = {str(code) for code in gemeenten.index}
    per_naam = {sleutel(str(naam)): str(code) for code, naam in gemeenten["gemeente"].items()}
    echte = {sleutel(str(naam)): str(naam) for naam in gemeenten["gemeente"]}
    code_tekst, naam_tekst = als_tekst(codes), als_tekst(namen)
    geen_code, geen_naam = is_leeg(code_tekst), is_leeg(naam_tekst)
    uit_code = _vertaal(code_tekst, {c: _code(c) for c in code_tekst.unique()})
    uit_code = uit_code.where(uit_code.isin(bekend), "")
    uit_naam = _vertaal(naam_tekst, {n: per_naam.get(sleutel(n), "") for n in naam_tekst.unique()})
    kolom_code, kolom_naam = str(codes.name), str(namen.name)
    return uit_code.mask(uit_code == "", uit_naam), [
        *per_rij(
            (uit_code == "") & ~geen_code,
            kolom_code,
            codes,
            "er is geen gemeente met deze code",
            _HERSTEL_CODE,
        ),
        *per_rij(
            (uit_naam == "") & ~geen_naam & geen_code,
            kolom_naam,
            namen,
            "er is geen gemeente met deze naam",
            lambda rij: _voorstel(naam_tekst[rij], echte),
        ),
        # Wie een code geeft, hoeft de naam niet precies zo te schrijven.
        *per_rij(
            (uit_code != "") & (uit_naam != "") & (uit_code != uit_naam),
            kolom_naam,
            namen,
            "naam en code horen bij verschillende gemeenten",
            "verbeter een van de twee",
        ),
        *per_rij(geen_code & geen_naam, None, None, "de gemeente ontbreekt", _HERSTEL_CODE),
    ]


def _vertaal(tekst: pd.Series, vertaling: dict[str, str]) -> pd.Series:
    return tekst.map(vertaling).astype("str")


def _code(tekst: str) -> str:
    """De code zoals het CBS haar schrijft: ``344`` wordt GM0344."""
    kern = tekst.strip().upper().removeprefix("GM")
    return f"GM{kern.zfill(_CIJFERS)}" if kern.isdecimal() else tekst


def _voorstel(naam: str, echte: dict[str, str]) -> str:
    lijkt = echte.get(lijkt_op(sleutel(naam), list(echte)), "")
    return f"bedoelt u '{lijkt}'?" if lijkt else _HERSTEL_CODE
