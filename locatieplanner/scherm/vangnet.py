"""Het vangnet: wat misgaat wordt een melding in het Nederlands, nooit een traceback."""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from locatieplanner.fouten import LocatieplannerFout

_LOG = logging.getLogger(__name__)


@contextmanager
def vangnet(toon: Callable[[str], object] | None = None) -> Iterator[None]:
    """Vang fouten binnen het blok en toon ze als melding.

    Parameters
    ----------
    toon : callable, optional
        Hoe de melding getoond wordt; zonder staat zij op de plek van het blok.
    """
    try:
        yield
    except LocatieplannerFout as fout:
        (toon or st.error)(str(fout))
    except Exception:
        # Streamlit onderbreekt een run met eigen uitzonderingen; die zijn geen Exception.
        kenmerk = secrets.token_hex(4)
        _LOG.exception("Onverwachte fout %s", kenmerk)
        (toon or st.error)(
            "Er ging iets mis wat het programma niet verwachtte. Uw kandidaten zijn er nog. "
            f"Laad de bladzijde opnieuw; blijft het, geef dan kenmerk {kenmerk} door aan de "
            "beheerder."
        )
