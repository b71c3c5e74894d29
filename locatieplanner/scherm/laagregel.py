"""De regel van een laag op de pagina Gegevens: wat ervan geladen is, en hoe oud dat is."""

from collections.abc import Sequence
from datetime import datetime

from locatieplanner.bronnen.cache import Manifest
from locatieplanner.bronnen.catalogus import Laag
from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.notatie import datum, getal, opsomming
from locatieplanner.scherm.tekst import als_html


def stand(laag: Laag, delen: Sequence[Manifest], nu: datetime) -> str:
    """Zeg in één regel wat er van een laag is, voor welk gebied en hoe oud.

    Parameters
    ----------
    laag : Laag
        De laag.
    delen : sequence of Manifest
        Wat ervan opgehaald is.
    nu : datetime
        Het moment waartegen de leeftijd geldt.
    """
    if not delen:
        return "ingebouwd, niet ververst" if laag.ingebouwd else "niet geladen"
    return opsomming(
        [
            f"{deel.gebied}: {getal(deel.rijen)} rijen, opgehaald {leeftijd(deel, nu)}"
            for deel in delen
        ]
    )


def leeftijd(deel: Manifest, nu: datetime) -> str:
    """Zeg hoe lang geleden een deel opgehaald is."""
    dagen = (nu - deel.tijdstip).days
    oud = {0: "vandaag", 1: "gisteren"}.get(dagen, f"{getal(dagen)} dagen geleden")
    return f"{oud} ({datum(deel.tijdstip.date().isoformat())})"


def waarvoor(laag: Laag, gebied: str | None) -> str | None:
    """Geef het gebied waarvoor een laag opgehaald wordt; None als dat nog te kiezen is."""
    if laag.dienst is not None and laag.dienst.altijd_heel:
        return NEDERLAND
    return gebied


def knoptekst(laag: Laag, delen: Sequence[Manifest], gebied: str | None) -> str:
    """Zeg wat de knop bij een laag doet: iets nieuws halen, of wat er al is vervangen."""
    waar = waarvoor(laag, gebied)
    return "Verversen" if any(deel.gebied == waar for deel in delen) else "Ophalen"


def regel_html(laag: Laag, delen: Sequence[Manifest], netten: Sequence[str], nu: datetime) -> str:
    """Geef de regel: naam, stand en status, en uitgeklapt bron, licentie en waar op te letten.

    Parameters
    ----------
    laag : Laag
        De laag.
    delen : sequence of Manifest
        Wat ervan opgehaald is.
    netten : sequence of str
        Wat er van straten een net werd, per reiswijze een zin.
    nu : datetime
        Het moment waartegen de leeftijd geldt.
    """
    # Een status zegt hoe zeker de gegevens zijn; zonder gegevens is er niets zeker of onzeker.
    status = f" <em>{laag.herkomst.status}</em>" if delen or laag.ingebouwd else ""
    bron = (
        f"Bron: {laag.herkomst.bron} · peildatum {_peildatum(laag, delen)} · "
        f"licentie {laag.licentie} · {laag.herkomst.status}"
    )
    ingelezen = [
        f"Bij het inlezen van {deel.gebied}: {deel.toelichting}."
        for deel in delen
        if deel.toelichting
    ]
    alineas = [bron, laag.let_op, *netten, *ingelezen]
    return (
        f'<details class="lp-laag"><summary><b>{als_html(laag.naam)}</b> '
        f"<span>{als_html(stand(laag, delen, nu))}</span>{status}</summary>"
        f"{''.join(f'<p>{als_html(alinea)}</p>' for alinea in alineas if alinea)}</details>"
    )


def _peildatum(laag: Laag, delen: Sequence[Manifest]) -> str:
    bekend = next((deel.peildatum for deel in delen if deel.peildatum), "")
    return datum(bekend) if bekend else laag.herkomst.peildatum
