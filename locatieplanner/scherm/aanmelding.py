"""Wie er achter dit scherm zit, en of zij zich eerst moet aanmelden.

Op de eigen computer is er geen aanmelding: wie daar bij kan, is de enige gebruiker. Luistert de
server verder, of staat hij achter een proxy, dan is aanmelden met OpenID Connect verplicht; zonder
toont hij niets.
"""

import os
from collections.abc import Mapping
from importlib import resources
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from locatieplanner.domein import claims
from locatieplanner.domein.claims import Rolregeling
from locatieplanner.domein.gebruiker import PLAATSELIJK, Gebruiker
from locatieplanner.domein.netadres import is_lokaal
from locatieplanner.scherm.vangnet import vangnet

ZONDER_AANMELDING = "LOCATIEPLANNER_ZONDER_AANMELDING"
"""Omgevingsvariabele: ``1`` laat een server zonder aanmelding toch verder luisteren."""

UITNODIGING = "uitnodiging"
"""In het adres: de sleutel van een uitnodiging."""

_DOORGESTUURD = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def gebruiker() -> Gebruiker:
    """Geef wie er werkt.

    Raises
    ------
    ToegangFout
        Als de aanmelding niet zegt wie het is, of de rollen niet te lezen zijn.
    """
    if not heeft_aanmelding():
        return PLAATSELIJK
    regeling = Rolregeling.lees(os.environ.get(claims.VARIABELE, ""))
    return regeling.gebruiker(st.user.to_dict())


def heeft_aanmelding() -> bool:
    """Of deze server OpenID Connect ingesteld heeft."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def eis_aanmelding() -> bool:
    """Toon zo nodig waarom er niets te zien is, of de knop om aan te melden.

    Returns
    -------
    bool
        Of de gebruiker verder mag.
    """
    if not heeft_aanmelding():
        tekst = bezwaar(
            str(st.get_option("server.address") or ""),
            dict(st.context.headers),
            vrij=os.environ.get(ZONDER_AANMELDING) == "1",
        )
        if tekst:
            st.title("Locatieplanner", anchor=False)
            st.error(tekst)
        return not tekst
    aangemeld = bool(st.user.is_logged_in)
    # De link waarmee iemand kwam, overleeft zo de aanmelding.
    script = (resources.files("locatieplanner.scherm") / "terug.js").read_text(encoding="utf-8")
    st.html(f"<script>({script})({str(aangemeld).lower()});</script>", unsafe_allow_javascript=True)
    if aangemeld:
        with vangnet():
            gebruiker()
            return True
        st.button("Afmelden", on_click=st.logout)
        return False
    st.title("Locatieplanner", anchor=False)
    st.markdown(
        "Hier werken mensen samen aan plannen voor opvang en huisvesting. Meld u aan met het "
        "account van uw organisatie; daarna ziet u de projecten waarin u een rol hebt."
    )
    st.button("Aanmelden", type="primary", on_click=st.login)
    return False


def bezwaar(adres: str, koppen: Mapping[str, str], *, vrij: bool) -> str:
    """Zeg waarom een server zonder aanmelding niets mag tonen; leeg als het mag.

    Parameters
    ----------
    adres : str
        Waar de server luistert; leeg is overal.
    koppen : mapping of str to str
        De koppen van het verzoek.
    vrij : bool
        Of de beheerder uitdrukkelijk zonder aanmelding wil.
    """
    if vrij:
        return ""
    namen = {naam.lower(): waarde for naam, waarde in koppen.items()}
    if not is_lokaal(adres):
        waarom = "is in het netwerk te bereiken"
    elif any(naam in namen for naam in _DOORGESTUURD):
        waarom = "staat achter een proxy"
    elif not is_lokaal(urlsplit(f"//{namen.get('host', 'localhost')}").hostname or ""):
        # Een andere naam voor deze computer: zo leest een vreemde website mee.
        waarom = "is onder een andere naam dan localhost te bereiken"
    else:
        return ""
    return (
        f"Deze server {waarom}, en vraagt geen aanmelding. Daarom is hier niets te zien. Stel "
        "aanmelden in met --aanmelding (zie docs/beheer.md), of gebruik het programma op uw eigen "
        "computer op 127.0.0.1."
    )
