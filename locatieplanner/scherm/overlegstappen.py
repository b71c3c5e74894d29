"""De stappen van een overleg: de opgave, de kaart, een locatie, en *wat als*."""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd
import streamlit as st

from locatieplanner.beoordeling.beoordeling import Beoordeling
from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.domein.notatie import bandbreedte, getal
from locatieplanner.kaart.toestand import Beeld, Kaarttoestand
from locatieplanner.opgave.buren import buurgemeenten
from locatieplanner.opgave.gemeentestand import stand_per_gemeente
from locatieplanner.portefeuille.planmeting import stel_vergelijking
from locatieplanner.portefeuille.probleem import Probleem
from locatieplanner.rapport.standtabel import gemeentetabel, provincietabel
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.begripregel import uitleg_van
from locatieplanner.scherm.figuur import figuur
from locatieplanner.scherm.gebiedskeuze import Gekozengebied
from locatieplanner.scherm.grafiek import HOOGTE, STANDKLEUREN, staven, streepjes
from locatieplanner.scherm.kaartbestanden import basislagen, kandidaatlaag
from locatieplanner.scherm.kaartvlak import dichtheid
from locatieplanner.scherm.kijkkaart import kijkkaart
from locatieplanner.scherm.overlegkaartje import kaartje_html
from locatieplanner.scherm.overleglink import Soort, Stap
from locatieplanner.scherm.overlegmeting import (
    Overlegmeting,
    herbeoordeel,
    meet_keuze,
    na_ingreep,
)
from locatieplanner.scherm.overlegstand import Ingreep, Overlegstand, Watals
from locatieplanner.scherm.overlegtafel import Tafel
from locatieplanner.scherm.overlegwatals import (
    ingrepen,
    nog_nodig,
    rangtabel,
    schuiven,
    verschil_html,
)
from locatieplanner.scherm.tekst import als_html, als_markdown
from locatieplanner.scherm.toestand import Toestand

NAMEN = {
    Soort.OPGAVE: "Onze opgave",
    Soort.KAART: "Op de kaart",
    Soort.LOCATIE: "Locatie",
    Soort.WATALS: "Wat als",
}

_KAARTHOOGTE = 620
_RAND_M = 9_000.0
_STAAF = 44
_ASSEN = 110

_OP_TAFEL = (
    Tabelkolom("naam", "locatie"),
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("plaatsen", "plaatsen", Kolomsoort.GEHEEL),
    Tabelkolom("score_totaal", "score", Kolomsoort.GETAL, "0–100"),
    Tabelkolom("rang", "rang", Kolomsoort.GEHEEL, ontbreekt="geen"),
)


@dataclass(frozen=True, eq=False)
class Overleg:
    """Alles waar een stap uit put.

    Parameters
    ----------
    toestand : Toestand
        Het plan dat op tafel ligt; een overleg verandert het niet.
    gebied : Gekozengebied
        Een provincie of gemeente.
    beoordeling : Beoordeling
        De kandidaten zoals het plan ze heeft.
    tafel : Tafel
        De locaties op tafel.
    stand : Overlegstand
        Wat er in *wat als* veranderd is.
    """

    toestand: Toestand
    gebied: Gekozengebied
    beoordeling: Beoordeling
    tafel: Tafel
    stand: Overlegstand

    @cached_property
    def na(self) -> Beoordeling:
        """De beoordeling met de veranderingen erin."""
        return gegevens.laatste(
            "overleg_na",
            (gegevens.sleutel_van(self.toestand), self.toestand.gewichten, self.stand.watals),
            lambda: herbeoordeel(self.beoordeling, self.toestand.kandidaten, self.stand.watals),
        )

    @cached_property
    def gemeenten(self) -> pd.Index:
        """De gemeenten van het gebied."""
        return self.gebied.van(self.beoordeling.omgeving.gemeenten)

    def meting(self, watals: Watals | None) -> Overlegmeting:
        """Meet de tafel met veranderingen; None meet alleen wat er al gepland is."""
        probleem: Probleem = gegevens.onthoud(
            self.toestand,
            f"overleg_probleem {self.gebied.provincie}",
            lambda uitkomst: stel_vergelijking(uitkomst, (str(self.gebied.provincie),)),
        )
        if watals is None:
            leeg = pd.Series(dtype="int64")
            return meet_keuze(probleem, self.gebied, leeg, pd.Index([]))
        plaatsen = self.tafel.plaatsen
        return meet_keuze(probleem, self.gebied, na_ingreep(plaatsen, watals), plaatsen.index)


def stapnaam(stap: Stap, tafel: Tafel) -> str:
    """Geef hoe een stap heet."""
    return str(tafel.rijen["naam"].loc[stap.id]) if stap.id else NAMEN[stap.soort]


def toon_stap(stap: Stap, overleg: Overleg) -> None:
    """Toon één stap."""
    match stap.soort:
        case Soort.OPGAVE:
            _opgave(overleg)
        case Soort.KAART:
            _kaart(overleg)
        case Soort.LOCATIE:
            _locatie(overleg, stap.id)
        case Soort.WATALS:
            _watals(overleg)


def _opgave(overleg: Overleg) -> None:
    meting, gebied = overleg.meting(None), overleg.gebied
    omgeving = overleg.beoordeling.omgeving
    st.html(
        cijfers_html(
            [
                ("Doel", f"{bandbreedte(meting.doel_laag, meting.doel_hoog)} plaatsen"),
                ("Er is al", f"{getal(meting.er_is)} plaatsen, ten dele geschat"),
                ("Gepland", f"{getal(meting.plaatsen)} plaatsen"),
                ("Nog nodig", nog_nodig(meting)),
            ]
        )
    )
    st.caption(uitleg_van("evenredig_deel", "gepland"))
    if gebied.gemeentecode is None:
        st.caption(f"Doel: {als_markdown(omgeving.doelset.naam)}.")
        tabel = provincietabel(gegevens.stand_van(overleg.toestand), omgeving)
        _naast_elkaar(
            replace(tabel, titel=f"{gebied.provincie} tussen de andere provincies"),
            "provincie", "doel_midden", gebied.naam,
        )  # fmt: skip
        return
    st.caption(
        f"Doel: {als_markdown(omgeving.doelset.naam)}, het deel naar rato van inwoners (afgeleid)."
    )
    stand = gegevens.onthoud(
        overleg.toestand,
        "gemeentestand",
        lambda uitkomst: stand_per_gemeente(uitkomst.omgeving, uitkomst.gepland_per_gemeente),
    )
    buren = buurgemeenten(omgeving.gemeenten, gebied.gemeentecode)
    tabel = gemeentetabel(stand.loc[[gebied.gemeentecode, *buren]], omgeving)
    naam = str(stand["gemeente"].loc[gebied.gemeentecode])
    _naast_elkaar(
        replace(tabel, titel=f"{naam} tussen de buurgemeenten"), "gemeente", "deel_midden", naam
    )


def _naast_elkaar(tabel: Tabel, kolom: str, midden: str, eigen: str) -> None:
    """Toon ons gebied bovenaan, en de andere eronder."""
    ons = tabel.gegevens[kolom].eq(eigen)
    tabel = tabel.met(pd.concat([tabel.gegevens[ons], tabel.gegevens[~ons]]))
    namen = list(tabel.gegevens[kolom])
    reeksen = {
        "bestaand bekend": tabel.gegevens["bestaand_bekend"],
        "bestaand geschat": tabel.gegevens["bestaand_geschat"],
        "gepland": tabel.gegevens["gepland"],
    }
    figuur(
        tabel,
        "overleg-opgave",
        staven(namen, reeksen, "plaatsen", kleuren=STANDKLEUREN)
        + streepjes(namen, tabel.gegevens[midden], "doel (midden)", "plaatsen"),
        hoogte=max(HOOGTE, _STAAF * len(namen) + _ASSEN),
    )


def _kaart(overleg: Overleg) -> None:
    rijen = overleg.tafel.rijen
    st.caption(f"Op tafel: {als_markdown(overleg.tafel.bron)}.")
    kaart, lijst = st.columns([3, 2], gap="large")
    with lijst:
        figuur(
            Tabel(
                "Locaties op tafel",
                rijen,
                _OP_TAFEL,
                "Score: de vier criteria gewogen, 0 tot 100; hoger past beter. Van een beschermde "
                "locatie staat alleen de gemeente er, en het punt in het midden daarvan.",
            ),
            "overleg-tafel",
        )
    with kaart:
        punten = rijen.assign(capaciteit=rijen["plaatsen"])
        versie = f"{overleg.toestand.versie} {list(rijen.index)} {list(rijen['plaatsen'])}"
        codes = list(basislagen()[0].gemeentecodes)
        kijkkaart(
            "overleg",
            Kaarttoestand(
                kandidaten=kandidaatlaag(
                    versie, punten, gegevens.lagen().locatietypen, waarvoor=" overleg"
                ),
                scoreklassen=SCOREKLASSEN.klasse_van(
                    rijen["score_totaal"].to_numpy(dtype=float),
                    uitgesloten=rijen["uitsluitingen"].ne("").to_numpy(dtype=bool),
                ),
                dichtheidsklassen=dichtheid(overleg.beoordeling, codes),
                beeld=Beeld.om(f"overleg {versie}", punten.total_bounds, _RAND_M),
                achtergrond=overleg.toestand.achtergrond,
            ),
            _KAARTHOOGTE,
        )


def _locatie(overleg: Overleg, code: str) -> None:
    rij = overleg.tafel.rijen.loc[code]
    eigen = str(rij["eigen_id"])
    ingreep = overleg.stand.watals.ingreep(eigen)
    if ingreep is Ingreep.WEG:
        st.info("Deze locatie is in *wat als* weggelaten; hieronder staat zij zoals in het plan.")
    beoordeling = overleg.beoordeling if ingreep is Ingreep.WEG else overleg.na
    if ingreep is Ingreep.HALF:
        st.info("Deze locatie is in *wat als* gehalveerd; de scores zijn die van de helft.")
        rij = rij.copy()
        rij["plaatsen"] = na_ingreep(overleg.tafel.plaatsen, overleg.stand.watals)[eigen]
    tekst = None if rij["beschermd"] else uitleg(beoordeling, eigen)
    st.html(kaartje_html(rij, tekst, beoordeling.omgeving))


def _watals(overleg: Overleg) -> None:
    stand, gebied = overleg.stand, overleg.gebied
    knoppen, uitkomst = st.columns([2, 3], gap="large")
    with knoppen:
        ingrepen(stand, overleg.tafel)
        schuiven(stand, overleg.toestand.gewichten)
    with uitkomst:
        deel = "deel" if gebied.gemeentecode else "doel"
        st.html(
            verschil_html(
                overleg.meting(Watals()), overleg.meting(stand.watals), f"{deel} van {gebied.naam}"
            )
        )
        st.caption(uitleg_van("evenredig_deel", "gini"))
        plaatsen = na_ingreep(overleg.tafel.plaatsen, stand.watals)
        figuur(rangtabel(overleg.tafel, overleg.na, overleg.gemeenten, plaatsen), "overleg-wat-als")
    if not stand.watals.leeg:
        st.caption("Dit is een proef. Het plan zelf is niet veranderd.")


def cijfers_html(paren: list[tuple[str, str]]) -> str:
    """Geef een paar getallen groot, elk met wat het is."""
    delen = "".join(
        f"<div><dt>{als_html(wat)}</dt><dd>{als_html(waarde)}</dd></div>" for wat, waarde in paren
    )
    return f'<dl class="lp-cijfers">{delen}</dl>'
