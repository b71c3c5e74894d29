"""Een tabel om te lezen: tekst loopt door op de volgende regel en wordt nooit opmaak."""

from collections.abc import Iterable, Sequence

from locatieplanner.scherm.tekst import als_html


def tabel_html(bijschrift: str, koppen: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    """Geef een tabel als HTML.

    Parameters
    ----------
    bijschrift : str
        Wat de tabel bevat, voor wie haar niet ziet.
    koppen : sequence of str
        De kolommen.
    rijen : iterable of sequence
        Per rij de cellen; elke cel wordt als gewone tekst getoond.
    """
    kop = "".join(f'<th scope="col">{als_html(naam)}</th>' for naam in koppen)
    lijf = "".join(
        f"<tr>{''.join(f'<td>{als_html(cel)}</td>' for cel in rij)}</tr>" for rij in rijen
    )
    # Breder dan het scherm mag, maar dan schuift alleen de tabel; ook met het toetsenbord.
    return (
        f'<div class="lp-tabel" tabindex="0" role="region" aria-label="{als_html(bijschrift)}">'
        f"<table><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table></div>"
    )
