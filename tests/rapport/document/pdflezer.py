"""Een PDF teruglezen: de tekst van elke bladzijde, en de boom van de structuur."""

import io
import re
from collections.abc import Iterator

import pikepdf

_CHAR = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_BEREIK = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


def tekst(inhoud: bytes) -> str:
    """Alle tekst, zonder witruimte en zonder afbreekstreepjes: zo is er in te zoeken."""
    return plat("".join(bladzijden(inhoud)))


def plat(tekst: str) -> str:
    return re.sub(r"[\s\u00ad‐-]+", "", tekst)


def bladzijden(inhoud: bytes) -> list[str]:
    with open_pdf(inhoud) as pdf:
        return ["".join(_tekens(blad)) for blad in pdf.pages]


def _tekens(blad: pikepdf.Page) -> Iterator[str]:
    letters = {naam: _vertaling(letter) for naam, letter in blad.Resources.Font.items()}
    nu: dict[int, str] = {}
    for operanden, opdracht in pikepdf.parse_content_stream(blad):
        match str(opdracht):
            case "Tf":
                nu = letters[str(operanden[0])]
            case "Tj" | "TJ":
                delen = operanden[0] if str(opdracht) == "TJ" else operanden
                for deel in delen:
                    if isinstance(deel, pikepdf.String):
                        ruw = bytes(deel)
                        codes = zip(ruw[0::2], ruw[1::2], strict=True)
                        yield from (nu[256 * hoog + laag] for hoog, laag in codes)
                yield " "


def _vertaling(letter: pikepdf.Object) -> dict[int, str]:
    """Van code naar teken, zoals het lettertype in de PDF zelf zegt."""
    bron = letter.ToUnicode.read_bytes().decode("latin-1")
    tabel: dict[int, str] = {}
    for blok in _CHAR.findall(bron):
        for code, teken in re.findall(r"<(\w+)>\s*<(\w+)>", blok):
            tabel[int(code, 16)] = bytes.fromhex(teken).decode("utf-16-be")
    for blok in _BEREIK.findall(bron):
        for eerste, laatste, teken in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", blok):
            for code in range(int(eerste, 16), int(laatste, 16) + 1):
                tabel[code] = chr(int(teken, 16) + code - int(eerste, 16))
    return tabel


def structuur(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """De delen van de structuurboom die een soort hebben, in leesvolgorde."""
    return list(_delen(pdf.Root.StructTreeRoot.K))


def _delen(knoop: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(knoop, pikepdf.Dictionary):
        if "/S" in knoop:
            yield knoop
        if "/K" in knoop:
            yield from _delen(knoop.K)
    elif isinstance(knoop, pikepdf.Array):
        for deel in knoop:
            yield from _delen(deel)
