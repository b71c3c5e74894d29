"""Wat iemand vermoedelijk bedoelde die zich vertypte."""

from collections.abc import Iterable
from difflib import get_close_matches


def bedoelt(keuzes: Iterable[str], woord: str | None = None) -> str:
    """Geef `` Bedoelt u … of …?``, met een spatie ervoor, of niets als er niets te raden is.

    Parameters
    ----------
    keuzes : iterable of str
        Wat er bedoeld kan zijn.
    woord : str, optional
        Wat er getypt is; dan telt alleen de keuze die daar het meest op lijkt. Zonder tellen alle
        keuzes.
    """
    per_sleutel = {keuze.casefold(): keuze for keuze in keuzes}
    lijkt = (
        sorted(per_sleutel)
        if woord is None
        else get_close_matches(woord.casefold(), per_sleutel, n=1, cutoff=0.5)
    )
    return f" Bedoelt u {' of '.join(per_sleutel[sleutel] for sleutel in lijkt)}?" if lijkt else ""
