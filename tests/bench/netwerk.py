"""Afstand over straten: dit programma naast pandana, en naast osmnx met networkx.

Tienduizend kandidaten, twaalf categorieën voorzieningen, een half miljoen knopen. Elke aanpak meet
in een eigen proces, zodat het piekgeheugen van die ene is.

Gebruik: ``python -m tests.bench.netwerk`` drukt alle metingen af.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from tests.bench.geheugen import piek_mb

KANDIDATEN = 10_000
CATEGORIEEN = {
    **{f"gewoon {nummer}": (2_000, 1_800.0, 6_000.0) for nummer in range(6)},
    **{f"zeldzaam {nummer}": (20, 10_000.0, 25_000.0) for nummer in range(6)},
}
"""Per categorie het aantal voorzieningen, het bereik waarbinnen geteld wordt, en verder dan er een
te vinden is, meters. Het laatste krijgt alleen pandana: zonder zo'n grens zoekt het veel langer."""

KEER = {"locatieplanner": 3, "van schijf": 3, "pandana": 1, "osmnx en networkx": 2}
"""Hoe vaak de vragen gesteld worden; wie bouwt, bouwt één keer per proces."""

_VOORBEELDEN = (0, 6)
_MAAL = 6
"""De andere twee meten één gewone en één zeldzame categorie; hun tijd telt maal zes."""

_ZAAD = 28992
_ZIJDE = 720
_STAP_M = 70.0
_SCHUIF_M = 20.0
_BLIJFT = 0.79
_HOOFDSTRAAT = 8
"""Elke achtste straat loopt recht door; de andere kronkelen en lopen soms dood."""
_VERST_M = 500.0
_NAAST_KNOOP_M = 10.0
_OP_KNOOP_GELIJK_M = 0.5
"""Andere pakketten ronden elk stuk straat af; over honderden stukken loopt dat op."""
_NAAST_KNOOP_GELIJK_M = 45.0
"""Wat een plek 10 m naast een knoop scheelt: 10 m toegang, en tot 20 m langs een straat die tot
1,6 keer de rechte lijn is."""


@dataclass(frozen=True)
class Meting:
    """Tijden van één aanpak (seconden) en het piekgeheugen (MB) van zijn proces.

    `bouwen` is van straten tot klaar om te vragen, `dichtstbij` alle categorieën samen, `tellen`
    wat het aantal binnen bereik daarbij kost; leeg wat een aanpak niet doet.
    """

    bouwen: list[float]
    dichtstbij: list[float]
    tellen: list[float]
    piek_mb: float

    @property
    def totaal(self) -> float:
        """Bouwen en één keer alle categorieën, mediaan."""
        return statistics.median(self.bouwen) + statistics.median(self.dichtstbij)


def metingen() -> dict[str, Meting]:
    """Meet elke aanpak en controleer dat alle hetzelfde antwoord geven."""
    with tempfile.TemporaryDirectory() as map_:
        thuis = Path(map_)
        _maak_gegevens(thuis)
        uitkomst = {}
        for aanpak in KEER:
            opdracht = [sys.executable, "-m", "tests.bench.netwerk", aanpak, str(thuis)]
            proces = subprocess.run(opdracht, check=True, capture_output=True, text=True)
            uitkomst[aanpak] = Meting(**json.loads(proces.stdout.splitlines()[-1]))
            _controleer(thuis, aanpak)
        return uitkomst


def _controleer(thuis: Path, aanpak: str) -> None:
    """Op een knoop zijn de antwoorden gelijk; ernaast scheelt het wat de stap naar de knoop is."""
    ander, eigen = (np.load(thuis / f"{naam}.npy") for naam in (aanpak, "locatieplanner"))
    verschil_m = np.abs(ander - (eigen if len(ander) == len(eigen) else eigen[[*_VOORBEELDEN]]))
    op_knoop, ernaast = verschil_m[:, ::2].max(), verschil_m[:, 1::2].max()
    if not (op_knoop <= _OP_KNOOP_GELIJK_M and ernaast <= _NAAST_KNOOP_GELIJK_M):
        raise SystemExit(f"{aanpak} geeft andere afstanden ({op_knoop:.2f} en {ernaast:.2f} m)")


def _maak_gegevens(thuis: Path) -> None:
    """Maak een grillig raster van straten, met kandidaten en voorzieningen.

    Voorzieningen liggen op een knoop, kandidaten om en om op een knoop en ernaast.
    """
    toeval = np.random.default_rng(_ZAAD)
    aantal = _ZIJDE * _ZIJDE
    rooster = np.stack(np.meshgrid(np.arange(_ZIJDE), np.arange(_ZIJDE)), axis=-1)
    xy = rooster.reshape(-1, 2) * _STAP_M + [100_000.0, 400_000.0]
    xy += toeval.uniform(-_SCHUIF_M, _SCHUIF_M, xy.shape)
    nummer = np.arange(aantal).reshape(_ZIJDE, _ZIJDE)
    van = np.concatenate([nummer[:, :-1].ravel(), nummer[:-1].ravel()])
    naar = np.concatenate([nummer[:, 1:].ravel(), nummer[1:].ravel()])
    straat = np.concatenate([nummer[:, :-1].ravel() // _ZIJDE, nummer[:-1].ravel() % _ZIJDE])
    recht = straat % _HOOFDSTRAAT == 0
    blijft = recht | (toeval.random(len(van)) < _BLIJFT)
    omweg = np.where(recht, 1.0, toeval.uniform(1, 1.6, len(van)))
    van, naar, omweg = van[blijft], naar[blijft], omweg[blijft]
    buren = csr_array((np.ones(len(van)), (van, naar)), shape=(aantal, aantal))
    _, deel = connected_components(buren, directed=False)
    grootste = deel == np.argmax(np.bincount(deel))
    houdt = grootste[van]
    van, naar, omweg = van[houdt], naar[houdt], omweg[houdt]
    pd.DataFrame(
        {
            "van": van,
            "naar": naar,
            "x_van": xy[van, 0],
            "y_van": xy[van, 1],
            "x_naar": xy[naar, 0],
            "y_naar": xy[naar, 1],
            "lengte_m": np.hypot(*(xy[van] - xy[naar]).T) * omweg,
            "lopen": True,
        }
    ).to_parquet(thuis / "straten.parquet")
    knopen = np.flatnonzero(grootste)
    kandidaten = xy[toeval.choice(knopen, KANDIDATEN)]
    hoek = toeval.uniform(0, 2 * np.pi, KANDIDATEN // 2)
    kandidaten[1::2] += _NAAST_KNOOP_M * np.column_stack([np.cos(hoek), np.sin(hoek)])
    np.save(thuis / "kandidaten.npy", kandidaten)
    voorzieningen = [xy[toeval.choice(knopen, hoeveel)] for hoeveel, *_ in CATEGORIEEN.values()]
    np.savez(thuis / "voorzieningen.npz", *voorzieningen)


@dataclass(frozen=True)
class _Gegevens:
    """Kandidaten, en per categorie de voorzieningen en het bereik."""

    thuis: Path
    kandidaten: np.ndarray
    voorzieningen: list[np.ndarray]
    bereiken_m: list[float]

    @classmethod
    def lees(cls, thuis: Path) -> "_Gegevens":
        with np.load(thuis / "voorzieningen.npz") as bestand:
            voorzieningen = [bestand[naam] for naam in bestand.files]
        bereiken_m = [bereik_m for _, bereik_m, _ in CATEGORIEEN.values()]
        return cls(thuis, np.load(thuis / "kandidaten.npy"), voorzieningen, bereiken_m)

    def straten(self) -> pd.DataFrame:
        return pd.read_parquet(self.thuis / "straten.parquet")

    def knopen(self, straten: pd.DataFrame) -> pd.DataFrame:
        """De knopen als tabel met x en y, zoals de andere twee ze vragen."""
        delen = [
            straten[[kant, f"x_{kant}", f"y_{kant}"]].set_axis(["knoop", "x", "y"], axis=1)
            for kant in ("van", "naar")
        ]
        return pd.concat(delen).drop_duplicates("knoop").set_index("knoop")


def _locatieplanner(gegevens: _Gegevens) -> tuple[dict[str, list[float]], np.ndarray]:
    from locatieplanner.netwerk.bewaring import bewaar
    from locatieplanner.netwerk.stratennet import bouw

    straten = gegevens.straten()
    net, bouwen = _tijd(lambda: bouw(straten, "lopen"))
    bewaar(net, gegevens.thuis / "net")
    return _vraag(gegevens, net, bouwen, KEER["locatieplanner"])


def _van_schijf(gegevens: _Gegevens) -> tuple[dict[str, list[float]], np.ndarray]:
    from locatieplanner.netwerk.bewaring import open_net

    net, openen = _tijd(lambda: open_net(gegevens.thuis / "net"))
    return _vraag(gegevens, net, openen, KEER["van schijf"])


def _vraag(gegevens, net, bouwen, keer):
    from locatieplanner.netwerk.netwerkafstand import Netwerkafstand

    meter = Netwerkafstand(net, _VERST_M)

    def afstanden(bereiken_m: list[float]) -> np.ndarray:
        return np.stack(
            [
                meter.dichtstbij(gegevens.kandidaten, punten, bereik_m).afstand_m
                for punten, bereik_m in zip(gegevens.voorzieningen, bereiken_m, strict=True)
            ]
        )

    zonder = [_tijd(lambda: afstanden([0.0] * len(CATEGORIEEN))) for _ in range(keer)]
    met_tellen = [_tijd(lambda: afstanden(gegevens.bereiken_m))[1] for _ in range(keer)]
    dichtstbij = [seconden for _, seconden in zonder]
    tellen = [max(0.0, tijd - statistics.median(dichtstbij)) for tijd in met_tellen]
    tijden = {"bouwen": [bouwen], "dichtstbij": dichtstbij, "tellen": tellen}
    return tijden, zonder[0][0]


def _pandana(gegevens: _Gegevens) -> tuple[dict[str, list[float]], np.ndarray]:
    import pandana

    straten = gegevens.straten()
    knopen = gegevens.knopen(straten)
    net, bouwen = _tijd(
        lambda: pandana.Network(
            knopen["x"], knopen["y"], straten["van"], straten["naar"], straten[["lengte_m"]]
        )
    )

    def vasthechten() -> pd.Series:
        return net.get_node_ids(*gegevens.kandidaten.T)

    def afstanden(eigen: pd.Series) -> np.ndarray:
        rijen = []
        for nummer in _VOORBEELDEN:
            naam, (_, _, verst_m) = list(CATEGORIEEN.items())[nummer]
            punten = gegevens.voorzieningen[nummer]
            net.set_pois(naam, verst_m, 1, *(pd.Series(as_) for as_ in punten.T))
            bij_knoop = net.nearest_pois(verst_m, naam, num_pois=1)
            rijen.append(bij_knoop.loc[eigen, 1].to_numpy())
        return np.stack(rijen)

    return _herhaald(vasthechten, afstanden, bouwen, KEER["pandana"])


def _osmnx(gegevens: _Gegevens) -> tuple[dict[str, list[float]], np.ndarray]:
    import networkx as nx
    import osmnx as ox

    straten = gegevens.straten()
    knopen = gegevens.knopen(straten)

    def bouw() -> nx.MultiDiGraph:
        graaf = nx.MultiDiGraph(crs="EPSG:28992")
        graaf.add_nodes_from(
            (knoop, {"x": x, "y": y})
            for knoop, x, y in zip(knopen.index, knopen["x"], knopen["y"], strict=True)
        )
        for van, naar in (("van", "naar"), ("naar", "van")):
            graaf.add_edges_from(
                (u, v, {"length": lengte_m})
                for u, v, lengte_m in zip(
                    straten[van], straten[naar], straten["lengte_m"], strict=True
                )
            )
        return graaf

    graaf, bouwen = _tijd(bouw)

    def vasthechten() -> list[np.ndarray]:
        # Alle plekken in één keer: elke aanroep zet de hele graaf om.
        voorzieningen = [gegevens.voorzieningen[nummer] for nummer in _VOORBEELDEN]
        punten = np.concatenate([gegevens.kandidaten, *voorzieningen])
        grenzen = np.cumsum([KANDIDATEN, *map(len, voorzieningen)])[:-1]
        return np.split(ox.distance.nearest_nodes(graaf, *punten.T), grenzen)

    def afstanden(knopen: list[np.ndarray]) -> np.ndarray:
        eigen, *bronnen = knopen
        rijen = []
        for bron in bronnen:
            tot = nx.multi_source_dijkstra_path_length(graaf, set(bron), weight="length")
            rijen.append([tot[knoop] for knoop in eigen])
        return np.array(rijen)

    return _herhaald(vasthechten, afstanden, bouwen, KEER["osmnx en networkx"])


def _herhaald(vasthechten: Callable, afstanden: Callable, bouwen: float, keer: int):
    """Meet `keer` keer: plekken vasthechten eenmaal, en zoeken maal het aantal categorieën."""
    tijden = []
    for _ in range(keer):
        knopen, vast = _tijd(vasthechten)
        afstand_m, zoeken = _tijd(lambda knopen=knopen: afstanden(knopen))
        tijden.append(vast + _MAAL * zoeken)
    return {"bouwen": [bouwen], "dichtstbij": tijden, "tellen": []}, afstand_m


def _tijd(doe: Callable[[], object]):
    begin = time.perf_counter()
    return doe(), time.perf_counter() - begin


_AANPAKKEN = {
    "locatieplanner": _locatieplanner,
    "van schijf": _van_schijf,
    "pandana": _pandana,
    "osmnx en networkx": _osmnx,
}


def _meet(aanpak: str, thuis: Path) -> None:
    tijden, afstand_m = _AANPAKKEN[aanpak](_Gegevens.lees(thuis))
    np.save(thuis / f"{aanpak}.npy", afstand_m)
    sys.stdout.write("\n" + json.dumps(tijden | {"piek_mb": piek_mb()}))


def main() -> None:
    if len(sys.argv) > 1:
        _meet(sys.argv[1], Path(sys.argv[2]))
        return
    for aanpak, meting in metingen().items():
        sys.stdout.write(f"{aanpak}: {meting.totaal:.2f} s totaal, {meting}\n")


if __name__ == "__main__":
    main()
