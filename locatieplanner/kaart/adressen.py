"""Adressen: waar de browser de bestanden van de kaart ophaalt."""

import re
from dataclasses import dataclass

_ONDERDEEL = re.compile(r"(\.\./)*[\w.-]+(/[\w.-]+)*/")


@dataclass(frozen=True)
class Adressen:
    """Adressen van de mappen met kaartbestanden, gezien vanuit de kaart.

    Parameters
    ----------
    lagen : str
        Map met de openbare basislagen, eindigend op ``/``.
    kandidaten : str
        Map met de kandidaatlagen, eindigend op ``/``.

    Raises
    ------
    ValueError
        Als een adres niet naar de eigen server wijst.
    """

    lagen: str
    kandidaten: str

    def __post_init__(self) -> None:
        # Alleen betrekkelijke adressen: zo kan de kaart nooit iets bij een ander ophalen.
        for adres in (self.lagen, self.kandidaten):
            if not _ONDERDEEL.fullmatch(adres):
                raise ValueError(f"'{adres}' is geen betrekkelijk adres dat op / eindigt")

    @classmethod
    def van_onderdelen(cls, module: str) -> "Adressen":
        """Geef de adressen van de onderdelen ``lagen`` en ``kandidaten`` van een module.

        De kaart staat zelf op ``…/component/streamlit_folium.st_folium/``; onderdelen staan
        daarnaast, als ``<module>.<naam>``.
        """
        return cls(lagen=f"../{module}.lagen/", kandidaten=f"../{module}.kandidaten/")
