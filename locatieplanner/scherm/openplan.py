"""Het open plan van deze sessie: wat erin staat, wat er nog te bewaren is, en wat anderen deden.

De sessie houdt naast haar toestand de versie vast waar zij van uitging. Aan het eind van elke beurt
gaat wat anders is naar de opslag, als één gebeurtenis. Lukt dat niet, dan blijft het werk in de
sessie staan, met een melding, en wordt het elke keer opnieuw geprobeerd.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from locatieplanner.domein.gebruiker import Projectrol
from locatieplanner.fouten import Botsing, ConflictFout, LocatieplannerFout, OpslagFout, ToegangFout
from locatieplanner.opslag import bewaren, geschiedenis
from locatieplanner.opslag.bijlezen import werk_bij
from locatieplanner.opslag.lezen import open_plan
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.opslag.samenvoegen import voeg_samen
from locatieplanner.scherm.aanmelding import gebruiker
from locatieplanner.scherm.invoervelden import laat_volgen
from locatieplanner.scherm.plandatabase import plandatabase
from locatieplanner.scherm.planvertaling import als_inhoud, als_toestand, anders, te_wijzigen
from locatieplanner.scherm.toestand import SLEUTEL as TOESTAND
from locatieplanner.scherm.toestand import Toestand, bewaar, huidige

MELDING = "planmelding_boven"
"""Waar een melding staat die één keer boven de pagina komt."""

_SLEUTEL = "openplan"
_MEESTE_REGELS = 3


@dataclass(frozen=True)
class Openplan:
    """Een plan dat in deze sessie open is.

    Parameters
    ----------
    basis : Planversie
        De versie waar de sessie van uitgaat.
    bewaard : Toestand
        De toestand die bij die versie hoort; wat de sessie anders heeft, is nog te bewaren.
    tijd : datetime or None
        Wanneer deze sessie het laatst iets bewaarde.
    reden : str
        De reden die bij elke volgende wijziging in het logboek komt.
    storing : str
        Waarom bewaren het laatst niet lukte; leeg als dat niet zo is.
    botsingen : tuple of Botsing
        Waar de gebruiker uit moet kiezen voordat er iets bewaard wordt.
    van_anderen : tuple of str
        Wat anderen het laatst veranderden, in zinnen.
    nieuwer : Planversie or None
        De versie met die veranderingen erin, als zij nog niet te zien zijn.
    """

    basis: Planversie
    bewaard: Toestand
    tijd: datetime | None = None
    reden: str = ""
    storing: str = ""
    botsingen: tuple[Botsing, ...] = ()
    van_anderen: tuple[str, ...] = ()
    nieuwer: Planversie | None = None

    @property
    def id(self) -> str:
        """Sleutel van het plan."""
        return self.basis.kop.id

    @property
    def te_wijzigen(self) -> bool:
        """Of de gebruiker het plan mag veranderen."""
        return te_wijzigen(self.basis)


def huidig_plan() -> Openplan | None:
    """Geef het open plan van deze sessie, of None."""
    plan: Openplan | None = st.session_state.get(_SLEUTEL)
    return plan


def zet(plan: Openplan) -> Openplan:
    """Maak dit het open plan van deze sessie."""
    st.session_state[_SLEUTEL] = plan
    return plan


def neem_over(versie: Planversie, *, oud: Toestand | None = None) -> Openplan:
    """Maak een versie het open plan, en haar inhoud de toestand van de sessie.

    Parameters
    ----------
    versie : Planversie
        Wat er open gaat.
    oud : Toestand, optional
        Hoe het scherm stond, als wat over het kijken gaat moet blijven.
    """
    return zet(Openplan(versie, _toon(versie, oud)))


def open_in_sessie(id_: str, nummer: int | None = None) -> Openplan:
    """Open een plan; wat er van een ander open plan nog te bewaren was, gaat eerst.

    Raises
    ------
    ToegangFout, PlanFout, OpslagFout
        Zie `opslag.lezen.open_plan`, en als het andere plan nog niet bewaard is.
    """
    eis_bewaard()
    return neem_over(open_plan(plandatabase(), gebruiker(), id_, nummer))


def sluit() -> None:
    """Sluit het open plan.

    Wat een planner voor zich had blijft, zonder dat het nog bewaard wordt; wie alleen mocht lezen,
    begint weer met het voorbeeld.

    Raises
    ------
    OpslagFout
        Als er nog iets te bewaren is en dat niet lukt.
    """
    eis_bewaard()
    plan = st.session_state.pop(_SLEUTEL, None)
    toestand = huidige()
    if plan is None or toestand is None:
        return
    if plan.basis.kop.rol < Projectrol.PLANNER:
        del st.session_state[TOESTAND]
    else:
        bewaar(replace(toestand, alleen_lezen=False))


def eis_bewaard() -> None:
    """Bewaar wat er nog te bewaren is.

    Raises
    ------
    OpslagFout
        Als dat niet lukt.
    """
    leg_vast()
    plan = huidig_plan()
    if plan is None or not nog_te_bewaren(plan):
        return
    raise OpslagFout(
        f"In '{plan.basis.kop.naam}' staat nog iets wat niet bewaard is. "
        + (plan.storing or "Kies eerst bovenaan wat er geldt waar u en een ander verschillen.")
    )


def nog_te_bewaren(plan: Openplan) -> bool:
    """Of de sessie iets anders heeft dan er bewaard is."""
    toestand = huidige()
    return plan.te_wijzigen and toestand is not None and anders(plan.bewaard, toestand)


def leg_vast() -> None:
    """Bewaar wat er anders is dan bewaard werd; een fout komt in het open plan te staan."""
    plan, toestand = huidig_plan(), huidige()
    if plan is None or toestand is None or plan.botsingen or not nog_te_bewaren(plan):
        return
    inhoud = als_inhoud(toestand, plan.basis.inhoud)
    _bewaar(
        plan,
        toestand,
        lambda: bewaren.bewaar(plandatabase(), gebruiker(), plan.basis, inhoud, plan.reden),
    )


def kies(mijn_keuze: Collection[tuple[str, str]]) -> None:
    """Bewaar met van elke botsing de gekozen waarde.

    Parameters
    ----------
    mijn_keuze : collection of (kandidaat, veld)
        Waar de eigen waarde geldt; elders geldt die van de ander.
    """
    plan, toestand = huidig_plan(), huidige()
    if plan is None or toestand is None:
        return

    def samen() -> Planversie:
        wie, database = gebruiker(), plandatabase()
        laatste = open_plan(database, wie, plan.id)
        mijn = als_inhoud(toestand, plan.basis.inhoud)
        inhoud = voeg_samen(plan.basis, mijn, laatste, database.naslag, mijn_keuze)
        return bewaren.bewaar(database, wie, laatste, inhoud, plan.reden)

    _bewaar(replace(plan, botsingen=()), toestand, samen)


def _bewaar(plan: Openplan, toestand: Toestand, doe: Callable[[], Planversie]) -> None:
    try:
        versie = doe()
    except ConflictFout as fout:
        zet(replace(plan, botsingen=fout.botsingen, storing="" if fout.botsingen else str(fout)))
    except ToegangFout as fout:
        _rol_veranderd(plan, str(fout))
    except LocatieplannerFout as fout:
        zet(replace(plan, storing=str(fout)))
    else:
        zin = _van_anderen(plan.basis, versie)
        nu = datetime.now().astimezone()
        nieuw = _toon(versie, toestand)
        zet(Openplan(versie, nieuw, nu, plan.reden, van_anderen=zin))


def kijk_mee() -> bool:
    """Bewaar, en kijk of een ander iets veranderde.

    Wat een ander deed wordt hier alleen gemeld. Zou het meteen getoond worden, dan ging een venster
    dicht waar iemand in typt, of sprong de pagina weg onder wie leest.

    Returns
    -------
    bool
        Of er iets anders te zien is dan er stond: dan moet de pagina opnieuw getekend worden.
    """
    voor = huidige()
    leg_vast()
    plan = huidig_plan()
    if plan is not None and not plan.botsingen and not nog_te_bewaren(plan):
        try:
            _kijk(plan)
        except ToegangFout as fout:
            _rol_veranderd(plan, str(fout))
        except LocatieplannerFout as fout:
            zet(replace(plan, storing=str(fout)))
    na = huidige()
    return (
        voor is not None
        and na is not None
        and (anders(voor, na) or voor.alleen_lezen != na.alleen_lezen)
    )


def _kijk(plan: Openplan) -> None:
    if not plan.basis.is_laatste:
        # Van een oude versie verandert niets, maar het recht om haar te zien kan vervallen.
        geschiedenis.laatste_nummer(plandatabase(), gebruiker(), plan.id)
        return
    versie = werk_bij(plandatabase(), gebruiker(), plan.nieuwer or plan.basis)
    if versie.kop.rol != plan.basis.kop.rol:
        neem_over(versie, oud=huidige())
    elif versie is not (plan.nieuwer or plan.basis):
        zinnen = _van_anderen(plan.basis, versie)
        zet(replace(plan, nieuwer=versie, van_anderen=zinnen, storing=""))
    elif plan.storing:
        zet(replace(plan, storing=""))


def toon_nieuwste() -> None:
    """Laat zien wat anderen deden; wat er van de sessie zelf nog te bewaren is, gaat eerst.

    Raises
    ------
    OpslagFout
        Als er nog iets te bewaren is en dat niet lukt.
    """
    eis_bewaard()
    plan, toestand = huidig_plan(), huidige()
    if plan is not None and plan.nieuwer is not None:
        nieuw = _toon(plan.nieuwer, toestand)
        zet(replace(plan, basis=plan.nieuwer, bewaard=nieuw, nieuwer=None))


def _rol_veranderd(plan: Openplan, melding: str) -> None:
    """Toon het plan zoals het nu nog mag, of niets meer."""
    st.session_state.pop(_SLEUTEL, None)
    try:
        neem_over(open_plan(plandatabase(), gebruiker(), plan.id))
    except LocatieplannerFout:
        # Wat er van het plan te zien was, gaat mee weg.
        st.session_state.pop(TOESTAND, None)
    st.session_state[MELDING] = f"{melding} Wat nog niet bewaard was, is vervallen."


def terug() -> None:
    """Maak de laatste eigen wijziging ongedaan.

    Raises
    ------
    ConflictFout, PlanFout, ToegangFout, OpslagFout
        Zie `opslag.geschiedenis.ongedaan`.
    """
    _in_plan(geschiedenis.ongedaan)


def vooruit() -> None:
    """Doe opnieuw wat het laatst ongedaan gemaakt is.

    Raises
    ------
    ConflictFout, PlanFout, ToegangFout, OpslagFout
        Zie `opslag.geschiedenis.opnieuw`.
    """
    _in_plan(geschiedenis.opnieuw)


def _in_plan(doe: Callable[..., Planversie]) -> None:
    plan, toestand = huidig_plan(), huidige()
    if plan is None or toestand is None:
        return
    eis_bewaard()
    versie = doe(plandatabase(), gebruiker(), plan.id)
    nu = datetime.now().astimezone()
    zet(Openplan(versie, _toon(versie, toestand), nu, plan.reden))


def _toon(versie: Planversie, oud: Toestand | None) -> Toestand:
    """Maak een versie de toestand van de sessie; is zij anders, dan volgen de velden."""
    nieuw = bewaar(als_toestand(versie, oud))
    if oud is None or anders(oud, nieuw):
        laat_volgen()
    return nieuw


def _van_anderen(basis: Planversie, versie: Planversie) -> tuple[str, ...]:
    """Wat anderen tussen twee versies deden, in zinnen; leeg als dat niets was."""
    regels = geschiedenis.wijzigingen_sinds(
        plandatabase(), gebruiker(), versie.kop.id, basis.nummer
    )
    return tuple(
        f"{regel.naam}: {verschil.zin}" for regel in regels for verschil in regel.verschillen
    )[-_MEESTE_REGELS:]
