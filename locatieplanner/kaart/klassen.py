"""Hoe klassen van de kaart naar de browser reizen: twee per teken."""

from collections.abc import Sequence

import numpy as np

from locatieplanner.domein.klassen import NIET_GETOOND, Klassecodes

TEKENS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-."
"""Teken n staat voor het paar (n // 8, n % 8): twee klassen per teken."""


def pak(codes: Klassecodes | Sequence[int]) -> str:
    """Pak klassecodes (0–7) in, twee per teken; een oneven rij eindigt op `NIET_GETOOND`."""
    rij = np.asarray(codes, dtype=np.int8)
    if rij.size and (rij.min() < 0 or rij.max() > NIET_GETOOND):
        raise ValueError("een klassecode ligt tussen 0 en 7")
    if rij.size % 2:
        rij = np.append(rij, np.int8(NIET_GETOOND))
    paren = rij[0::2] * np.int8(8) + rij[1::2]
    alfabet = np.frombuffer(TEKENS.encode("ascii"), dtype=np.uint8)
    tekst: str = alfabet[paren].tobytes().decode("ascii")
    return tekst


def pak_uit(tekst: str, aantal: int) -> Klassecodes:
    """Pak uit wat `pak` inpakte; de browser doet hetzelfde."""
    paren = np.array([TEKENS.index(teken) for teken in tekst], dtype=np.int8)
    codes: Klassecodes = np.column_stack([paren // 8, paren % 8]).ravel()[:aantal].astype(np.int8)
    return codes
