"""De pagina Gegevens: van elke laag bron, licentie en leeftijd, en een knop om te verversen."""

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from locatieplanner.bronnen.cache import Lagencache, Manifest
from locatieplanner.bronnen.catalogus import Laag, lees_catalogus
from locatieplanner.bronnen.dienst import Dienstsoort
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.notatie import datum, getal, opsomming
from locatieplanner.fouten import InvoerFout
from locatieplanner.scherm import gegevens
from locatieplanner.scherm.htmltabel import tabel_html
from locatieplanner.scherm.ophalen import Beurt, Ophaler
from locatieplanner.scherm.tekst import als_markdown
from locatieplanner.scherm.toestand import huidige
from locatieplanner.scherm.vangnet import vangnet

_GEBIED = "gebied"

_GROEPEN = (
    "Waar het niet of niet zomaar kan",
    "Voorzieningen en straten",
    "Inwoners, buurten en grenzen",
)


@st.cache_resource(show_spinner=False)
def ophaler() -> Ophaler:
    """Geef wie er voor deze server lagen ophaalt."""
    return Ophaler()


def lagenpagina() -> None:
    """Toon de pagina."""
    st.title("Gegevens", anchor=False)
    st.markdown(
        "Het programma begint met ingebouwde lagen. Voor echte keuzes haalt u hier de actuele "
        "lagen op bij hun bron. Ze blijven op deze computer staan en werken daarna zonder internet."
    )
    with vangnet():
        for melding in gegevens.lagen().opgehaald.meldingen:
            st.warning(als_markdown(melding))
        lagen = lees_catalogus()
        cache = Lagencache.van_gebruiker()
        _voortgang()
        gebied = _kies_gebied()
        for kop, groep in groepen(lagen.values()).items():
            st.subheader(kop, anchor=False)
            _haal_groep(groep, gebied, kop)
            for laag in groep:
                _rij(laag, cache.delen(laag.id), gebied)
        genoemd = [laag for laag in lagen.values() if laag.alleen_genoemd]
        if genoemd:
            st.subheader("Niet op te halen, dus niet getoetst", anchor=False)
            for laag in genoemd:
                st.markdown(f"**{als_markdown(laag.naam)}** — {als_markdown(laag.let_op)}")
        with st.expander("Lagen die alleen ingebouwd zijn"):
            st.html(
                ingebouwd_html(
                    laag for laag in lagen.values() if laag.ingebouwd and laag.dienst is None
                )
            )


def groepen(lagen: Iterable[Laag]) -> dict[str, list[Laag]]:
    """Verdeel de lagen met een dienst naar waar zij voor zijn."""
    uitkomst: dict[str, list[Laag]] = {kop: [] for kop in _GROEPEN}
    for laag in lagen:
        if laag.dienst is None:
            continue
        if laag.regels:
            uitkomst[_GROEPEN[0]].append(laag)
        elif laag.dienst.soort is Dienstsoort.OSM:
            uitkomst[_GROEPEN[1]].append(laag)
        else:
            uitkomst[_GROEPEN[2]].append(laag)
    return uitkomst


def stand(laag: Laag, delen: tuple[Manifest, ...], nu: datetime) -> str:
    """Zeg in één regel wat er van een laag is, voor welk gebied en hoe oud.

    Parameters
    ----------
    laag : Laag
        De laag.
    delen : tuple of Manifest
        Wat ervan opgehaald is.
    nu : datetime
        Het moment waartegen de leeftijd geldt.
    """
    if not delen:
        return "ingebouwd, niet ververst" if laag.ingebouwd else "niet geladen"
    return opsomming(
        [f"{deel.gebied}: {getal(deel.rijen)} rijen, {leeftijd(deel, nu)}" for deel in delen]
    )


def leeftijd(deel: Manifest, nu: datetime) -> str:
    """Zeg hoe lang geleden een deel opgehaald is."""
    dagen = (nu - deel.tijdstip).days
    oud = {0: "vandaag", 1: "gisteren"}.get(dagen, f"{getal(dagen)} dagen geleden")
    return f"opgehaald {oud} ({datum(deel.tijdstip.date().isoformat())})"


def ingebouwd_html(lagen: Iterable[Laag]) -> str:
    """Geef de lagen zonder dienst als tabel."""
    return tabel_html(
        "Ingebouwde lagen",
        ["laag", "bron", "peildatum", "licentie", "status", "let op"],
        [
            [
                laag.naam,
                laag.herkomst.bron,
                laag.herkomst.peildatum,
                laag.licentie,
                str(laag.herkomst.status),
                laag.let_op,
            ]
            for laag in lagen
        ],
    )


def _kies_gebied() -> str:
    gemeenten = sorted(f"{naam} (gemeente)" for naam in gegevens.lagen().gemeenten["gemeente"])
    provincies = [f"{naam} (provincie)" for naam in PROVINCIES]
    toestand = huidige()
    eerst = PROVINCIES.index(toestand.provincie) if toestand and toestand.provincie else 0
    gekozen: str = st.selectbox(
        "Gebied om op te halen",
        [*provincies, *gemeenten, NEDERLAND],
        index=eerst,
        key=_GEBIED,
        help="Klein beginnen gaat het snelst. Kleine lagen komen altijd voor het hele land. "
        "Voorzieningen en straten van een provincie of het land: haal een bestand van "
        "OpenStreetMap (.osm.pbf) en gebruik op de opdrachtregel --pbf.",
    )
    return gekozen


def _haal_groep(groep: list[Laag], gebied: str, kop: str) -> None:
    st.button(
        "Alles hieronder ophalen",
        key=f"haal {kop}",
        disabled=_bezig(),
        on_click=_begin,
        args=([laag.id for laag in groep], gebied),
    )


def _rij(laag: Laag, delen: tuple[Manifest, ...], gebied: str) -> None:
    """Eén laag: wat het is, wat ervan geladen is, en een knop."""
    with st.container(border=True, key=f"laag-{laag.id}"):
        tekst, knop = st.columns([5, 1], vertical_alignment="center")
        tekst.markdown(
            f"**{als_markdown(laag.naam)}** — {als_markdown(stand(laag, delen, datetime.now(UTC)))}"
        )
        bron = f"Bron: {laag.herkomst.bron} · peildatum {_peildatum(laag, delen)}"
        tekst.caption(
            als_markdown(f"{bron} · licentie {laag.licentie} · {laag.herkomst.status}")
            + (f"  \n{als_markdown(laag.let_op)}" if laag.let_op else "")
        )
        for wijze, geladen in gegevens.lagen().opgehaald.straten.items() if laag.wijzen else ():
            tekst.caption(f"Net voor {wijze}: {geladen.net.verslag.zin}.")
        knop.button(
            "Verversen" if delen else "Ophalen",
            key=f"haal laag {laag.id}",
            disabled=_bezig(),
            width="stretch",
            on_click=_begin,
            args=([laag.id], gebied),
        )


def _peildatum(laag: Laag, delen: tuple[Manifest, ...]) -> str:
    bekend = next((deel.peildatum for deel in delen if deel.peildatum), "")
    return datum(bekend) if bekend else laag.herkomst.peildatum


def _bezig() -> bool:
    beurt = ophaler().beurt
    return beurt is not None and beurt.bezig


def _begin(lagen: list[str], gebied: str) -> None:
    try:
        ophaler().begin(lagen, gebied)
    except InvoerFout as fout:
        st.toast(str(fout))


def _voortgang() -> None:
    """Toon hoe ver de beurt is; zolang zij loopt elke seconde opnieuw."""
    beurt = ophaler().beurt
    if beurt is None:
        return
    st.fragment(_toon_beurt, run_every=1.0 if beurt.bezig else None)(beurt.bezig)


def _toon_beurt(was_bezig: bool) -> None:
    beurt = ophaler().beurt
    if beurt is None:
        return
    if was_bezig and not beurt.bezig:
        # De rest van de pagina toont nog de oude stand.
        st.rerun()
    if beurt.bezig:
        deel = beurt.gedaan / beurt.totaal if beurt.totaal else 0.0
        st.progress(min(max(deel, 0.0), 1.0), text=bezig_tekst(beurt))
        st.button("Stoppen", key="stop ophalen", on_click=ophaler().stop)
        return
    for laag, melding in beurt.fouten:
        st.error(f"**{als_markdown(laag)}** is niet opgehaald. {als_markdown(melding)}")
    if beurt.klaar:
        namen = opsomming([laag for laag, _ in beurt.klaar])
        st.success(f"Opgehaald voor {als_markdown(beurt.gebied)}: {als_markdown(namen)}.")


def bezig_tekst(beurt: Beurt) -> str:
    """Zeg wat er nu gebeurt."""
    klaar = len(beurt.klaar) + len(beurt.fouten)
    hoeveel = f"{getal(beurt.gedaan)}" + (f" van {getal(beurt.totaal)}" if beurt.totaal else "")
    laag = f"{als_markdown(beurt.laag)}: " if beurt.laag else ""
    return f"Laag {klaar + 1} van {len(beurt.lagen)} · {laag}{als_markdown(beurt.stap)} ({hoeveel})"
