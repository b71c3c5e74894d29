"""Taakstelling op de pagina Opgave: hoeveel vergunninghouders elke gemeente huisvest."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from locatieplanner.bronnen.klok import deze_maand
from locatieplanner.criteria.ligging import met_ligging
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.notatie import getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.invoer.gemeentetabel import GEREALISEERD, gemeentesjabloon
from locatieplanner.opgave.taakoverzicht import NIETS, Taakoverzicht, taakoverzicht
from locatieplanner.opgave.taakplan import taakplan
from locatieplanner.opgave.taakstelling import met_eigen
from locatieplanner.rapport.taaktabel import (
    landelijktabel,
    taaktabel,
    telt_niet_tabel,
    verlooptabel,
)
from locatieplanner.rapport.tabel import Tabel
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.gemeentebestand import gemeenteveld
from locatieplanner.scherm.geplandkeuze import geplandkeuze
from locatieplanner.scherm.grafiek import staven
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

VOORUIT = 2
"""Zoveel halfjaren na dit halfjaar zijn er te kiezen."""

_STAAF = 24
_ASSEN = 110


def taaksectie(toestand: Toestand, gebied: Gekozengebied) -> None:
    """Toon de taakstelling, wat er gerealiseerd is en wat het plan toevoegt."""
    omgeving = gegevens.omgeving_van(toestand)
    landelijk = met_eigen(gegevens.lagen().taakstelling, dict(toestand.vergunninghouders))
    codes = gebied.van(omgeving.gemeenten)
    nu = Halfjaar.van(deze_maand())
    links, midden, rechts = st.columns(3)
    keuzes = te_kiezen(list(landelijk), nu)
    halfjaar = links.selectbox(
        "Halfjaar",
        keuzes,
        index=keuzes.index(nu),
        format_func=lambda keuze: f"{keuze} ({keuze.naam})",
        key="taak_halfjaar",
    )
    aantal = _landelijk_veld(midden, landelijk.get(halfjaar), halfjaar)
    with rechts:
        geplandkeuze(toestand, "taak_gepland")
    plan = taakplan(met_ligging(toestand.kandidaten, omgeving.gemeenten), omgeving)
    hier = plan.in_gemeenten(codes)
    if aantal is None:
        st.info(
            f"Van {halfjaar} is het landelijke aantal vergunninghouders niet bekend. Vul het "
            "hierboven in; het wordt ten minste dertien weken vooraf bekendgemaakt."
        )
    else:
        gedaan = NIETS if toestand.gerealiseerd is None else toestand.gerealiseerd
        overzicht = taakoverzicht(omgeving, landelijk, halfjaar, gedaan, plan)
        _overzicht(toestand, overzicht, codes, gebied)
    if len(hier.telt_niet):
        figuur(telt_niet_tabel(hier), "taakstelling-telt-niet")
    _gerealiseerd(omgeving, codes, keuzes)
    reeks = landelijktabel(omgeving, landelijk, codes, gebied.naam)
    figuur(
        reeks,
        "taakstelling-landelijk",
        staven(
            list(reeks.gegevens["halfjaar"]),
            {"landelijk aantal": reeks.gegevens["vergunninghouders"]},
            "personen",
        ),
        hoogte=_STAAF * len(reeks.gegevens) + _ASSEN,
    )


def te_kiezen(bekend: list[Halfjaar], nu: Halfjaar) -> list[Halfjaar]:
    """Geef de halfjaren om uit te kiezen: van het eerste bekende tot en met `VOORUIT` na nu."""
    laatste = nu
    for _ in range(VOORUIT):
        laatste = laatste.volgende
    return list(min([*bekend, nu]).tot_en_met(max([*bekend, laatste])))


def _landelijk_veld(
    plek: st.delta_generator.DeltaGenerator, rij: Landelijk | None, halfjaar: Halfjaar
) -> int | None:
    """Laat het landelijke aantal zien en invullen; leeg is onbekend."""
    aantal = None if rij is None else rij.vergunninghouders
    sleutel = f"taak_aantal_{halfjaar}"
    st.session_state[sleutel] = aantal
    plek.number_input(
        "Vergunninghouders, heel Nederland",
        min_value=1,
        max_value=1_000_000,
        step=500,
        key=sleutel,
        placeholder="niet bekend",
        on_change=_zet_aantal,
        args=(halfjaar, sleutel),
        help=None if rij is None else als_markdown(rij.herkomst.zin),
    )
    return aantal


def _zet_aantal(halfjaar: Halfjaar, sleutel: str) -> None:
    toestand = huidige()
    if toestand is not None:
        bewaar(met_aantal(toestand, halfjaar, st.session_state[sleutel]))


def met_aantal(toestand: Toestand, halfjaar: Halfjaar, aantal: int | None) -> Toestand:
    """Geef de toestand met een eigen landelijk aantal; None is weer het ingebouwde."""
    eigen = {wanneer: n for wanneer, n in toestand.vergunninghouders if wanneer != halfjaar}
    if aantal is not None:
        eigen[halfjaar] = aantal
    return replace(toestand, vergunninghouders=tuple(sorted(eigen.items())))


def _overzicht(
    toestand: Toestand, overzicht: Taakoverzicht, codes: pd.Index, gebied: Gekozengebied
) -> None:
    st.markdown(f"**{als_markdown(kopzin(overzicht, codes, gebied.naam))}**")
    ingevuld = toestand.gerealiseerd is not None
    tabel = taaktabel(
        overzicht,
        codes,
        gebied.naam,
        gegevens.lagen().herkomst_inwoners,
        met_stand=ingevuld,
        met_plan=True,
    )
    namen, reeksen = staafgegevens(tabel, per_provincie=gebied.provincie is None)
    figuur(
        tabel,
        f"taakstelling-{overzicht.halfjaar}",
        staven(namen, reeksen, "personen", naast=True),
        hoogte=_STAAF * len(namen) * len(reeksen) + _ASSEN,
    )
    if ingevuld:
        figuur(verlooptabel(overzicht, codes, gebied.naam), "taakstelling-gerealiseerd")


def kopzin(overzicht: Taakoverzicht, codes: pd.Index, gebied: str) -> str:
    """Zeg wat de taakstelling van het gebied is, en wat het plan eraan bijdraagt."""
    hier = overzicht.gemeenten.loc[codes]
    taak = getal(int(hier["taakstelling"].sum()))
    plan = float(hier["plan_personen"].sum())
    zin = f"In {gebied} zijn in {overzicht.halfjaar} {taak} vergunninghouders te huisvesten."
    if plan > 0:
        return f"{zin} Het plan voegt dan {getal(plan)} plaatsen voor hen toe."
    return f"{zin} Uit het plan komen er in dit halfjaar geen plaatsen voor hen bij."


def staafgegevens(tabel: Tabel, *, per_provincie: bool) -> tuple[list[str], dict[str, pd.Series]]:
    """Geef per provincie of per gemeente wat er naast elkaar staat: taak, gedaan en plan.

    Wat nergens bekend is, of bij het plan overal nul, krijgt geen staaf.
    """
    bron = tabel.gegevens
    kolommen = {
        "taakstelling": "taakstelling",
        "gerealiseerd": "gerealiseerd",
        "plan": "plan_personen",
    }
    if per_provincie:
        som = bron.groupby("provincie")[list(kolommen.values())].sum(min_count=1)
        bron = som.sort_values("taakstelling", ascending=False).reset_index(names="gemeente")
    reeksen = {
        naam: bron[kolom].astype("float64")
        for naam, kolom in kolommen.items()
        if bron[kolom].fillna(0).abs().sum() > 0
    }
    return list(bron["gemeente"]), reeksen


def _gerealiseerd(omgeving: Omgeving, codes: pd.Index, halfjaren: list[Halfjaar]) -> None:
    """Laat invullen wie er gehuisvest is."""
    uitklap = st.expander("Invullen wat er gerealiseerd is", key="taak_gedaan", on_change="rerun")
    if not uitklap.open:
        return
    with uitklap:
        st.caption(
            "Vul per gemeente en halfjaar in hoeveel vergunninghouders er gehuisvest zijn; dan "
            "verschijnen voorsprong en achterstand. Leeg is onbekend, niet nul."
        )
        toestand = huidige()
        gemeenten = omgeving.gemeenten.loc[codes].sort_values("gemeente")[["gemeente"]]
        sjabloon = gemeentesjabloon(gemeenten, GEREALISEERD, halfjaren[:-VOORUIT])
        invoer = gemeenteveld(omgeving.gemeenten, GEREALISEERD, sjabloon, "gerealiseerd")
        if toestand is not None and invoer is not None:
            bewaar(replace(toestand, gerealiseerd=invoer.rijen if len(invoer.rijen) else None))
            st.rerun()
        if (
            toestand is not None
            and toestand.gerealiseerd is not None
            and st.button("Wissen wat er ingevuld is", key="taak_wis")
        ):
            bewaar(replace(toestand, gerealiseerd=None))
            st.rerun()
