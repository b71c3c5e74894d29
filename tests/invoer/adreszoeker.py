"""Een adreszoeker met vaste antwoorden, die onthoudt wat er gevraagd is."""

from dataclasses import dataclass, field

from shapely import Point

from locatieplanner.domein.adres import Vondst
from locatieplanner.fouten import DienstFout


def vondst(straat, nummer, postcode, plaats, x=155_000.0, y=463_000.0):
    naam = f"{straat} {nummer}, {postcode} {plaats}"
    return Vondst(naam, naam, "adres", Point(x, y), 1.0, straat, nummer, postcode, plaats)


RIOUW = vondst("Riouwstraat", "1", "3818AA", "Amersfoort", 155_010, 463_020)
DORPSSTRATEN = tuple(
    vondst("Dorpsstraat", "7", f"38{i}1AA", f"Plaats{i}", 150_000 + 1_000 * i) for i in range(7)
)


@dataclass
class Vastezoeker:
    """Geeft bij een woord in de vraag vaste vondsten; na `goed` vragen doet zij het niet meer."""

    antwoorden: dict[str, tuple[Vondst, ...]] = field(
        default_factory=lambda: {"Riouwstraat": (RIOUW,), "Dorpsstraat": DORPSSTRATEN}
    )
    goed: int = 1_000
    gevraagd: list[str] = field(default_factory=list)
    naam: str = "Testdienst"

    def zoek(self, vraag):
        self.gevraagd.append(vraag)
        if len(self.gevraagd) > self.goed:
            raise DienstFout("Testdienst heeft een storing (code 500). Probeer het later opnieuw.")
        return next((v for woord, v in self.antwoorden.items() if woord in vraag), ())
