"""Het zoekraster: een gebied doorrekenen naar een bestand, en dat bestand weer lezen."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from locatieplanner.bronnen.landing import maak_vast, tussenbestand
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.fouten import BestandFout, InvoerFout, UitvoerFout
from locatieplanner.zoekgebieden.banden import SCORES, Band, Getallen16
from locatieplanner.zoekgebieden.blok import banden_van
from locatieplanner.zoekgebieden.delen import Delenmap
from locatieplanner.zoekgebieden.grondslag import Grondslag, leg_grondslag
from locatieplanner.zoekgebieden.instelling import Instelling, Zoekgebied
from locatieplanner.zoekgebieden.kenmerk import kenmerk
from locatieplanner.zoekgebieden.mozaiek import schrijf_cog
from locatieplanner.zoekgebieden.rooster import Rooster, Venster
from locatieplanner.zoekgebieden.scorestapel import Scorestapel
from locatieplanner.zoekgebieden.werkers import op_cluster, op_deze_computer

_KENMERK = "locatieplanner"

Voortgang = Callable[[int, int], None]
"""Krijgt hoeveel blokken er klaar zijn en hoeveel het er zijn; mag een fout geven om te stoppen."""


@dataclass(frozen=True)
class Zoekraster:
    """Een doorgerekend gebied, in een bestand.

    Parameters
    ----------
    pad : Path
        Het bestand, een Cloud-Optimized GeoTIFF.
    venster : Venster
        De cellen.
    banden : tuple of Band
        Wat erin staat.
    weging : tuple of float
        Aandelen van de criteria waarmee het totaal gewogen is, som 1.
    regels : tuple of str
        De regels van de band ``regels``, in volgorde van hun bit.
    niet_geladen : tuple of str
        Toetslagen waarop nergens getoetst is.
    """

    pad: Path
    venster: Venster
    banden: tuple[Band, ...]
    weging: tuple[float, ...]
    regels: tuple[str, ...]
    niet_geladen: tuple[str, ...]

    def lees(self, naam: str, venster: Venster | None = None) -> NDArray[np.float32]:
        """Lees een band als waarden, shape (rijen, kolommen); NaN is onbekend of buiten het gebied.

        Raises
        ------
        InvoerFout
            Als er geen band met die naam is.
        BestandFout
            Als het bestand niet te lezen is.
        """
        return self._band(naam).lees(self.lees_getallen(naam, venster))

    def lees_getallen(self, naam: str, venster: Venster | None = None) -> Getallen16:
        """Lees een band zoals zij bewaard is; zie `lees`."""
        nummer = self.banden.index(self._band(naam)) + 1
        stuk = None
        if venster is not None:
            rijen, kolommen = self.venster.plaats_van(venster)
            stuk = Window.from_slices(rijen, kolommen)
        with _leesbaar(self.pad) as bestand:
            return np.asarray(bestand.read(nummer, window=stuk), dtype=np.uint16)

    def stapel(self) -> Scorestapel:
        """Lees de scores van alle cellen, klaar om met andere gewichten te wegen."""
        # In één keer: de banden staan per cel bij elkaar in het bestand.
        with _leesbaar(self.pad) as bestand:
            return Scorestapel.van(list(bestand.read(list(range(2, 2 + len(self.weging))))))

    def _band(self, naam: str) -> Band:
        for band in self.banden:
            if band.naam == naam:
                return band
        raise InvoerFout(
            f"Er is geen band '{naam}'; kies uit {', '.join(band.naam for band in self.banden)}."
        )


def bereken(
    omgeving: Omgeving,
    instelling: Instelling,
    gebied: Zoekgebied,
    pad: Path,
    *,
    rooster: Rooster | None = None,
    blok: int | None = None,
    processen: int | None = None,
    cluster: str | None = None,
    voortgang: Voortgang | None = None,
) -> Zoekraster:
    """Reken een gebied door en schrijf het als Cloud-Optimized GeoTIFF.

    Een bestaand bestand wordt pas vervangen als het nieuwe er helemaal is. Wie onderbroken wordt,
    gaat bij dezelfde vraag verder met de blokken die klaar zijn.

    Parameters
    ----------
    omgeving : Omgeving
        Waartegen beoordeeld wordt.
    instelling : Instelling
        Wat er op elke cel zou komen.
    gebied : Zoekgebied
        Waar gezocht wordt.
    pad : Path
        Het bestand (.tif).
    rooster : Rooster, optional
        De cellen; zonder die van 100 m.
    blok : int, optional
        Zijde van een blok, cellen; zonder de parameter ``zoekgebieden.blok_cellen``.
    processen : int, optional
        Op deze computer; zonder zoveel als er processorkernen zijn.
    cluster : str, optional
        Adres van een cluster dat het in plaats van deze computer doet.
    voortgang : callable, optional
        Hoe ver het is.

    Raises
    ------
    InvoerFout
        Als de instelling of een eigen raster niet te gebruiken is.
    UitvoerFout
        Als er niet geschreven kan worden.
    DienstFout, RekenFout
        Als het cluster niet antwoordt, of een blok niet lukt.
    """
    toets_doel(pad)
    grond = leg_grondslag(omgeving, instelling, gebied)
    venster = (rooster or Rooster()).venster_om(grond.omvang_rd)
    zijde = blok or _blok(venster.rooster, omgeving)
    blokken = list(venster.blokken(zijde))
    vraag = kenmerk(grond, venster)
    try:
        delen = Delenmap.open(pad, grond, vraag, zijde)
    except OSError as fout:
        raise _niet_te_schrijven(pad, fout) from fout
    try:
        nodig = [deel for deel in blokken if not delen.heeft(deel)]
        klaar = len(blokken) - len(nodig)
        meld = voortgang or _zwijg
        meld(klaar, len(blokken))
        reken = (
            op_deze_computer(grond, nodig, processen)
            if cluster is None
            else op_cluster(grond, nodig, cluster)
        )
        for deel, inhoud in reken:
            delen.bewaar(deel, inhoud)
            klaar += 1
            meld(klaar, len(blokken))
        uitkomst = _zoekraster(pad, venster, grond, omgeving)
        with tussenbestand(pad) as tussen:
            kenmerken = _kenmerken(uitkomst, instelling, gebied, omgeving, vraag)
            schrijf_cog(delen, blokken, venster, uitkomst.banden, kenmerken, tussen)
            maak_vast(tussen)
            tussen.replace(pad)
    except (OSError, RasterioError) as fout:
        raise _niet_te_schrijven(pad, fout) from fout
    finally:
        delen.wis_als_leeg()
    delen.wis()
    return uitkomst


def toets_doel(pad: Path) -> None:
    """Controleer vooraf wat een pad onbruikbaar maakt, zodat er niet voor niets gerekend wordt.

    Raises
    ------
    UitvoerFout
        Als het geen .tif is, de map ontbreekt of het pad een map is.
    """
    if pad.suffix.lower() not in (".tif", ".tiff"):
        raise UitvoerFout(f"{pad} is geen GeoTIFF; geef een naam die op .tif eindigt.")
    if not pad.parent.is_dir():
        raise UitvoerFout(f"De map {pad.parent} bestaat niet. Maak haar aan of kies een andere.")
    if pad.is_dir():
        raise UitvoerFout(f"{pad} is een map; geef de naam van een bestand.")


def lees_zoekraster(pad: Path) -> Zoekraster:
    """Open een zoekraster dat eerder gemaakt is.

    Raises
    ------
    BestandFout
        Als het bestand er niet is, beschadigd is, of niet door dit programma gemaakt.
    """
    with _leesbaar(pad) as bestand:
        try:
            gegevens = json.loads(bestand.tags()[_KENMERK])
            a, _, c, _, _, f = tuple(bestand.transform)[:6]
            rooster = Rooster(round(a))
            banden = tuple(
                Band(
                    bestand.descriptions[i],
                    bestand.tags(i + 1).get("omschrijving", ""),
                    bestand.units[i] or "",
                    float(bestand.scales[i]),
                )
                for i in range(bestand.count)
            )
            return Zoekraster(
                pad,
                Venster(
                    rooster,
                    round(c / rooster.cel_m),
                    round(f / rooster.cel_m),
                    bestand.width,
                    bestand.height,
                ),
                banden,
                tuple(gegevens["weging"]),
                tuple(gegevens["regels"]),
                tuple(gegevens["niet_geladen"]),
            )
        except (KeyError, ValueError, TypeError, InvoerFout) as fout:
            raise BestandFout(
                f"{pad} is geen zoekraster van dit programma. Maak het met: locatieplanner "
                "zoekgebieden."
            ) from fout


@contextmanager
def _leesbaar(pad: Path) -> Iterator[rasterio.DatasetReader]:
    try:
        with rasterio.open(pad, driver="GTiff", sharing=False) as bestand:
            yield bestand
    except (RasterioError, OSError) as fout:
        raise BestandFout(f"{pad} is niet te lezen: het is er niet of het is beschadigd.") from fout


def _niet_te_schrijven(pad: Path, fout: Exception) -> UitvoerFout:
    reden = (fout.strerror if isinstance(fout, OSError) else None) or "de oorzaak is onbekend"
    return UitvoerFout(
        f"{pad} is niet te schrijven: {reden}. Maak ruimte vrij of kies een andere map; wat er "
        "stond, staat er nog, en wat gerekend is wordt bij een herhaling gebruikt."
    )


def _zwijg(_klaar: int, _totaal: int) -> None:
    """Wie niet kijkt hoe ver het is, hoort niets."""


def _blok(rooster: Rooster, omgeving: Omgeving) -> int:
    """De zijde van een blok volgens de parameters, naar beneden op hele tegels."""
    zijde = int(omgeving.parameters.getal("zoekgebieden.blok_cellen"))
    return zijde - zijde % rooster.tegel


def _zoekraster(pad: Path, venster: Venster, grond: Grondslag, omgeving: Omgeving) -> Zoekraster:
    eigen: Sequence[str] = [
        f"{bron.raster.naam}: {bron.raster.gebruik}"
        for bron in grond.rasters
        if not bron.raster.waardefunctie
    ]
    return Zoekraster(
        pad=pad,
        venster=venster,
        banden=banden_van(grond),
        weging=tuple(grond.weging.tolist()),
        regels=(*(regel.naam for regel in grond.regels), *eigen),
        niet_geladen=tuple(laag.naam for laag in omgeving.toetslagen if laag.vlakken is None),
    )


def _kenmerken(
    uitkomst: Zoekraster,
    instelling: Instelling,
    gebied: Zoekgebied,
    omgeving: Omgeving,
    vraag: str,
) -> dict[str, str]:
    """Wat er in het bestand over het geheel staat: voor dit programma en voor een lezer."""
    namen = [band.naam for band in uitkomst.banden[1 : 1 + len(SCORES)]]
    namen += [raster.naam for raster in instelling.eigen_criteria]
    gegevens = {
        "weging": list(uitkomst.weging),
        "regels": list(uitkomst.regels),
        "niet_geladen": list(uitkomst.niet_geladen),
        "kenmerk": vraag,
    }
    return {
        _KENMERK: json.dumps(gegevens, ensure_ascii=False),
        "gebied": gebied.naam,
        "capaciteit": f"{instelling.capaciteit} plaatsen",
        "type": instelling.type,
        "doelset": omgeving.doelset.naam,
        "gewichten": "; ".join(
            f"{naam} {deel:.3f}" for naam, deel in zip(namen, uitkomst.weging, strict=True)
        ),
        "regels": "; ".join(f"{n} = {regel}" for n, regel in enumerate(uitkomst.regels, start=1)),
        "nergens_getoetst": "; ".join(uitkomst.niet_geladen),
        "status": "geschat: elke cel is gerekend alsof er op haar midden een locatie komt",
    }
