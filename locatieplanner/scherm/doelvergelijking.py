"""Doelsets naast elkaar als tabel: elk getal open te klappen tot bron, datum en status."""

from collections.abc import Collection, Hashable, Mapping
from typing import Any

import pandas as pd

from locatieplanner.domein.doel import Doelset, onderdeelnaam
from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.opgave.doelen import bronvermelding, herkomstregel
from locatieplanner.opgave.onderdelen import onderdelen
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.scherm.tekst import als_html

_PLAATSEN = "plaatsen"
_NAAST = (
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("naam", "doelset"),
    Tabelkolom("minimum", "minimum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("maximum", "maximum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("status", "status"),
    Tabelkolom("peildatum", "te realiseren op", Kolomsoort.MAAND),
    Tabelkolom("bron", "bron"),
    Tabelkolom("brondatum", "datum bron", Kolomsoort.MAAND),
    Tabelkolom("toelichting", "toelichting"),
)
_INGEBOUWD = (
    Tabelkolom("ingebouwd_minimum", "ingebouwd minimum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("ingebouwd_maximum", "ingebouwd maximum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("ingebouwd_status", "ingebouwde status"),
)
_GRENZEN = ("minimum", "maximum", "ingebouwd_minimum", "ingebouwd_maximum")
_GEEN = "–"
_TOTALEN = (
    Tabelkolom("kort", "doelset"),
    Tabelkolom("onderdeel", "onderdeel"),
    Tabelkolom("gepubliceerd", "gepubliceerd", eenheid=_PLAATSEN),
    Tabelkolom("som", "som van de provincies", eenheid=_PLAATSEN),
    Tabelkolom("verschil", "verschil", Kolomsoort.GEHEEL, _PLAATSEN, _GEEN),
    Tabelkolom("provincies", "provincies"),
    Tabelkolom("oordeel", "oordeel"),
    Tabelkolom("bron", "bron van het totaal"),
)
_RIJEN = (
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("onderdeel", "onderdeel"),
    Tabelkolom("minimum", "minimum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("maximum", "maximum", Kolomsoort.GEHEEL, _PLAATSEN),
    Tabelkolom("peildatum", "te realiseren op", Kolomsoort.MAAND),
    Tabelkolom("status", "status"),
    Tabelkolom("bron", "bron"),
    Tabelkolom("brondatum", "datum bron", Kolomsoort.MAAND),
    Tabelkolom("toelichting", "toelichting"),
)


def naasttabel(naast: pd.DataFrame, waar: str) -> Tabel:
    """Geef alle doelen onder elkaar, om mee te nemen.

    Parameters
    ----------
    naast : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.naast_elkaar`.
    waar : str
        Waar het over gaat, voor de titel.
    """
    # Een afgeleid doel heeft cijfers achter de komma die niets betekenen.
    afgerond = naast.assign(**{grens: naast[grens].round() for grens in _GRENZEN})
    kolommen = (*_NAAST, *_INGEBOUWD) if naast["eigen"].any() else _NAAST
    return Tabel(
        f"Doelen in {waar}, per doelset",
        afgerond,
        kolommen,
        "Elke rij noemt haar eigen bron en status. Afgeleid is naar rato van inwoners aangevuld.",
    )


def totaaltabel(totalen: pd.DataFrame) -> Tabel:
    """Geef de som van de provincies naast het gepubliceerde totaal, per doelset.

    Parameters
    ----------
    totalen : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.vergelijk_totalen`.
    """
    leesbaar = totalen.assign(
        onderdeel=totalen["onderdeel"].map(onderdeelnaam),
        gepubliceerd=_banden(totalen, "gepubliceerd"),
        som=_banden(totalen, "som"),
        provincies=[
            ", ".join(
                f"{getal(rij[f'provincies_{stand}'])} {stand if stand != 'bekend' else 'gegeven'}"
                for stand in ("bekend", "afgeleid", "onbekend")
                if rij[f"provincies_{stand}"]
            )
            for rij in totalen.to_dict("records")
        ],
        bron=[
            bronvermelding(bron, datum)
            for bron, datum in zip(totalen["bron"], totalen["brondatum"], strict=True)
        ],
    )
    return Tabel(
        "Kloppen de totalen?",
        leesbaar,
        _TOTALEN,
        "De som gaat over de provincies waarvan een aantal gegeven is; wat afgeleid is telt niet "
        "mee. Geen enkel getal is aangepast om een som kloppend te maken.",
    )


def _banden(totalen: pd.DataFrame, wat: str) -> list[str]:
    """Bandbreedtes in woorden; een streepje waar er geen is."""
    grenzen = zip(totalen[f"{wat}_laag"], totalen[f"{wat}_hoog"], strict=True)
    return [
        _GEEN if pd.isna(laag) and pd.isna(hoog) else bandbreedte(laag, hoog)
        for laag, hoog in grenzen
    ]


def rijentabel(doelset: Doelset, provincies: Collection[str], titel: str) -> Tabel:
    """Geef de rijen van een doelset zoals de bron ze geeft.

    Parameters
    ----------
    doelset : Doelset
        De doelset.
    provincies : collection of str
        De provincies (en ``Nederland``) waarvan de rijen te zien zijn.
    titel : str
        Titel van de tabel.
    """
    rijen = onderdelen(doelset)
    rijen = rijen[rijen["provincie"].isin(provincies)]
    return Tabel(
        titel,
        rijen.assign(onderdeel=rijen["onderdeel"].map(onderdeelnaam)),
        _RIJEN,
        f"{doelset.naam}: zoals de bron het geeft, niet opgeteld en niet aangevuld.",
    )


def naast_html(naast: pd.DataFrame, bijschrift: str) -> str:
    """Geef een rij per provincie en een kolom per doelset; elk getal is open te klappen.

    Van één provincie is er een rij per doelset, en staat alles open.

    Parameters
    ----------
    naast : DataFrame
        Uitkomst van `locatieplanner.opgave.vergelijking.naast_elkaar`.
    bijschrift : str
        Wat de tabel bevat, voor wie haar niet ziet.
    """
    provincies = list(dict.fromkeys(naast["provincie"]))
    if len(provincies) == 1:
        koppen = ["doelset", *provincies]
        rijen = [
            (str(rij["naam"]), [doel_html(rij, open_=True)]) for rij in naast.to_dict("records")
        ]
    else:
        koppen = ["provincie", *dict.fromkeys(naast["kort"])]
        rijen = [
            (str(provincie), [doel_html(rij) for rij in deel.to_dict("records")])
            for provincie, deel in naast.groupby("provincie", sort=False)
        ]
    kop = "".join(f'<th scope="col">{als_html(naam)}</th>' for naam in koppen)
    lijf = "".join(
        f'<tr><th scope="row">{als_html(naam)}</th>'
        f"{''.join(f'<td>{cel}</td>' for cel in cellen)}</tr>"
        for naam, cellen in rijen
    )
    return (
        '<div class="lp-tabel lp-doelen" tabindex="0" role="region" '
        f'aria-label="{als_html(bijschrift)}"><table><thead><tr>{kop}</tr></thead>'
        f"<tbody>{lijf}</tbody></table></div>"
    )


def doel_html(rij: Mapping[Hashable, Any], *, open_: bool = False) -> str:
    """Geef één doel: het aantal met zijn status, en uitklapbaar waar het vandaan komt."""
    status = f"{rij['status']}, eigen getal" if rij["eigen"] else str(rij["status"])
    alineas = [
        herkomstregel(
            str(rij["bron"]), str(rij["brondatum"]), str(rij["peildatum"]), str(rij["toelichting"])
        )
    ]
    if rij["eigen"]:
        ingebouwd = bandbreedte(rij["ingebouwd_minimum"], rij["ingebouwd_maximum"])
        alineas.append(f"Ingebouwd: {ingebouwd} ({rij['ingebouwd_status']}).")
    uitleg = "".join(f"<p>{als_html(alinea)}</p>" for alinea in alineas if alinea)
    aantal = bandbreedte(rij["minimum"], rij["maximum"])
    return (
        f"<details{' open' if open_ else ''}>"
        f"<summary>{als_html(aantal)} <em>{als_html(status)}</em></summary>{uitleg}</details>"
    )
