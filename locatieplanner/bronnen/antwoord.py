"""Het antwoord van een dienst: JSON of XML, en de melding als het dat niet is."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

# De lezer van expat; wat zichzelf kan uitbreiden wordt vooraf geweigerd, zie `Antwoord.xml`.
from xml.etree import ElementTree

from locatieplanner.fouten import DienstFout

HERSTEL_LATER = "Controleer de internetverbinding, of probeer het later opnieuw."
HERSTEL_CATALOGUS = (
    "Kijk in lagen/catalogus.toml of lagen/diensten.toml na of de beschrijving nog klopt."
)

_BLIJFT = "Wat al geladen is, blijft werken."
_FOUTVERSLAGEN = frozenset({"ExceptionReport", "ServiceExceptionReport"})
_UITLEGVELDEN = ("detail", "description", "message", "title")
_UITLEG_TEKENS = 200
_OPMAAK = re.compile(r"<[^>]*>")


class Afgewezen(DienstFout):
    """De dienst wil dit verzoek niet; hetzelfde nog eens vragen helpt niet."""


def dienstfout(
    naam: str, wat: str, herstel: str = HERSTEL_LATER, soort: type[DienstFout] = DienstFout
) -> DienstFout:
    """Maak de fout van een dienst: wie, wat er is, hoe te herstellen, en wat blijft werken."""
    return soort(f"{naam} {wat}. {herstel} {_BLIJFT}")


def zonder_ruimte(naam: str) -> str:
    """Geef de naam van een XML-element zonder zijn naamruimte."""
    return naam.rpartition("}")[2]


@dataclass(frozen=True)
class Antwoord:
    """Eén antwoord, in zijn geheel binnen.

    Parameters
    ----------
    naam : str
        Naam van de dienst.
    adres : str
        Waar het antwoord vandaan komt, na doorverwijzingen.
    status : int
        De code van HTTP.
    koppen : Mapping of str to str
        De koppen, met namen in kleine letters.
    inhoud : bytes
        De inhoud.
    """

    naam: str
    adres: str
    status: int
    koppen: Mapping[str, str]
    inhoud: bytes

    @property
    def is_opmaak(self) -> bool:
        """Of de inhoud XML of HTML is."""
        return self.inhoud[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")

    def json(self) -> object:
        """Lees de inhoud als JSON.

        Raises
        ------
        DienstFout
            Als het een webpagina of een foutverslag is.
        ValueError
            Als het halve of beschadigde JSON is; een nieuwe poging kan helpen.
        """
        if self.is_opmaak:
            raise self._geen_json()
        try:
            gelezen: object = json.loads(self.inhoud)
        except RecursionError as fout:
            raise ValueError("te diep genest") from fout
        return gelezen

    def tabel(self) -> dict[str, object]:
        """Lees de inhoud als JSON-object.

        Raises
        ------
        DienstFout
            Als het iets anders is dan een object.
        ValueError
            Zie `json`.
        """
        gelezen = self.json()
        if not isinstance(gelezen, dict):
            raise dienstfout(
                self.naam, "antwoordt met JSON in een andere vorm dan verwacht", HERSTEL_CATALOGUS
            )
        return gelezen

    def xml(self) -> ElementTree.Element:
        """Lees de inhoud als XML.

        Raises
        ------
        DienstFout
            Als het een foutverslag of een webpagina is.
        ValueError
            Als het halve of beschadigde XML is; een nieuwe poging kan helpen.
        """
        # Een dienst heeft geen eigen entiteiten nodig; zo kan niemand ons met een paar regels
        # het geheugen laten vullen.
        if b"<!DOCTYPE" in self.inhoud or b"<!ENTITY" in self.inhoud:
            raise self._webpagina()
        try:
            wortel = ElementTree.fromstring(self.inhoud)  # noqa: S314
        except ElementTree.ParseError as fout:
            if b"<html" in self.inhoud[:2000].lower():
                raise self._webpagina() from fout
            raise ValueError(str(fout)) from fout
        if zonder_ruimte(wortel.tag) == "html":
            raise self._webpagina()
        if zonder_ruimte(wortel.tag) in _FOUTVERSLAGEN:
            raise self.afgewezen(_tekst(wortel))
        return wortel

    def afgewezen(self, uitleg: str) -> DienstFout:
        """Maak de fout van een dienst die het verzoek zelf niet wil."""
        reden = f" en zegt: {uitleg.rstrip('. ')}" if uitleg else ""
        wat = f"wijst het verzoek af{reden}"
        return dienstfout(self.naam, wat, HERSTEL_CATALOGUS, soort=Afgewezen)

    def uitleg(self) -> str:
        """Geef wat de dienst zelf over een fout zegt, kort; leeg als zij niets zegt."""
        tekst = self.inhoud[:20_000].decode("utf-8", "replace")
        if not self.is_opmaak:
            return _kort(_uit_json(tekst))
        return "" if "<html" in tekst.lower() else _kort(_OPMAAK.sub(" ", tekst))

    def _geen_json(self) -> DienstFout:
        try:
            self.xml()
        except DienstFout as fout:
            return fout
        except ValueError:
            pass
        return self._webpagina()

    def _webpagina(self) -> DienstFout:
        return dienstfout(
            self.naam,
            "antwoordt met een webpagina in plaats van gegevens: zij is in onderhoud of het "
            f"adres is veranderd ({self.adres.partition('?')[0]})",
        )


def _tekst(wortel: ElementTree.Element) -> str:
    return _kort(" ".join(wortel.itertext()))


def _kort(tekst: str) -> str:
    aaneen = " ".join(tekst.split())
    return aaneen if len(aaneen) <= _UITLEG_TEKENS else f"{aaneen[:_UITLEG_TEKENS]}…"


def _uit_json(tekst: str) -> str:
    try:
        gelezen = json.loads(tekst)
    except (ValueError, RecursionError):
        return tekst
    velden = gelezen if isinstance(gelezen, dict) else {}
    # OData zet de uitleg een laag dieper.
    binnen = velden.get("odata.error", velden)
    bericht = binnen.get("message", velden) if isinstance(binnen, dict) else velden
    if isinstance(bericht, dict) and isinstance(bericht.get("value"), str):
        return str(bericht["value"])
    return next((str(velden[veld]) for veld in _UITLEGVELDEN if velden.get(veld)), "")
