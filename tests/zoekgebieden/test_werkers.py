"""Wie de blokken rekent maakt niets uit: hier, in processen, of op een cluster waar er een valt."""

import contextlib
import os
import signal
from concurrent.futures.process import BrokenProcessPool

import pytest
from distributed import LocalCluster

from locatieplanner.fouten import DienstFout, InvoerFout, RekenFout
from locatieplanner.zoekgebieden import werkers
from locatieplanner.zoekgebieden.delen import reken_deel
from locatieplanner.zoekgebieden.grondslag import leg_grondslag
from locatieplanner.zoekgebieden.rooster import Rooster
from locatieplanner.zoekgebieden.werkers import op_cluster, op_deze_computer
from tests.zoekgebieden.proef import FLEX, aardam

VENSTERS = list(Rooster().venster_om((100_000, 400_000, 110_000, 410_000)).blokken(32))


@pytest.fixture(scope="module")
def grond(rijk):
    return leg_grondslag(rijk, FLEX, aardam(rijk))


@pytest.fixture(scope="module")
def zelf(grond):
    return {venster: reken_deel(grond, venster) for venster in VENSTERS}


@pytest.fixture(scope="module")
def cluster():
    """Een verdeler met twee werkers, elk een eigen proces, op loopback."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
        dashboard_address=None,
    ) as dit:  # fmt: skip
        yield dit


def test_eigen_processen_geven_dezelfde_bytes(grond, zelf):
    assert dict(op_deze_computer(grond, VENSTERS, 2)) == zelf


def test_een_proces_gaat_op_volgorde(grond, zelf):
    assert list(op_deze_computer(grond, VENSTERS[:3], 1)) == [
        (venster, zelf[venster]) for venster in VENSTERS[:3]
    ]
    assert list(op_deze_computer(grond, [])) == []


def test_een_gestopt_proces_wordt_gemeld(grond, monkeypatch):
    class Gestopt(werkers.ProcessPoolExecutor):
        def submit(self, *args, **kwargs):
            raise BrokenProcessPool

    monkeypatch.setattr(werkers, "ProcessPoolExecutor", Gestopt)
    with pytest.raises(RekenFout, match="herhaal de opdracht om verder te gaan"):
        list(op_deze_computer(grond, VENSTERS, 2))


def test_een_cluster_geeft_dezelfde_bytes(grond, zelf, cluster):
    assert dict(op_cluster(grond, VENSTERS, cluster.scheduler_address)) == zelf


def test_ook_als_er_halverwege_een_werker_valt(grond, zelf, cluster):
    uit = {}
    for venster, inhoud in op_cluster(grond, VENSTERS, cluster.scheduler_address):
        uit[venster] = inhoud
        if len(uit) == 3:
            werker = next(iter(cluster.workers.values()))
            with contextlib.suppress(ProcessLookupError):
                os.kill(werker.process.process.pid, signal.SIGKILL)
    assert uit == zelf


def test_een_blok_dat_niet_lukt_wordt_gemeld(grond, cluster):
    class Kapot:
        """Geen venster."""

    with pytest.raises(RekenFout, match=r"is op het cluster .* niet gelukt"):
        list(op_cluster(grond, [Kapot], cluster.scheduler_address))


@pytest.mark.parametrize("adres", ["127.0.0.1:8786", "http://x:1", "tcp://x", "tcp://x:1/pad"])
def test_een_adres_dat_geen_verdeler_is_wordt_geweigerd(grond, adres):
    with pytest.raises(InvoerFout, match="geen adres van een cluster"):
        list(op_cluster(grond, VENSTERS, adres))


def test_een_cluster_dat_niet_antwoordt_wordt_gemeld(grond, monkeypatch):
    monkeypatch.setattr(werkers, "_WACHTTIJD_S", 0.5)
    with pytest.raises(DienstFout, match="antwoordt niet"):
        list(op_cluster(grond, VENSTERS, "tcp://127.0.0.1:9"))
