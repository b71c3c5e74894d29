"""Wat er in docs/beheer.md staat, bestaat en is te lezen door wie het gebruiken moet."""

import configparser
import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from locatieplanner.cli.aanmelding import lees_aanmelding
from locatieplanner.cli.programma import programma
from locatieplanner.domein.claims import Rolregeling
from locatieplanner.opslag.adres import is_sqlite, lees_adres

TEKST = (Path(__file__).resolve().parents[1] / "docs" / "beheer.md").read_text(encoding="utf-8")


def _blok(taal: str) -> str:
    gevonden = re.search(rf"```{taal}\n(.*?)```", TEKST, re.DOTALL)
    assert gevonden is not None
    return gevonden.group(1)


def _opties(opdracht: str) -> set[str]:
    """De opties van een opdracht van het programma."""
    groep = get_command(programma)
    for woord in opdracht.split():
        groep = groep.commands[woord]
    return {naam for optie in groep.params for naam in (*optie.opts, *optie.secondary_opts)}


def test_het_voorbeeld_van_de_aanmelding_is_te_gebruiken(tmp_path):
    pad = tmp_path / "aanmelding.toml"
    pad.write_text(_blok("toml"), encoding="utf-8")
    assert lees_aanmelding(pad) == pad
    assert set(tomllib.loads(_blok("toml"))) == {"auth"}


def test_het_voorbeeld_van_de_rollen_en_van_de_database_zijn_te_lezen():
    (rollen,) = re.findall(r'LOCATIEPLANNER_ROLLEN="(.*)"', TEKST)
    assert len(Rolregeling.lees(rollen).rollen) == 3
    (adres,) = re.findall(r"LOCATIEPLANNER_DATABASE=(postgresql\S+?)`", TEKST)
    assert not is_sqlite(lees_adres(adres))


def test_elke_genoemde_opdracht_bestaat():
    for opdracht in re.findall(r"locatieplanner (database \w+)", TEKST):
        assert _opties(opdracht) is not None
    assert {"--aanmelding", "--zonder-aanmelding"} <= _opties("app")


def test_de_dienst_start_de_app_met_opties_die_bestaan(tmp_path):
    lezer = configparser.ConfigParser(strict=False, interpolation=None)
    lezer.optionxform = str
    lezer.read_string(_blok("ini"))
    start = lezer["Service"]["ExecStart"].split()
    assert start[0].endswith("/locatieplanner")
    assert start[1] == "app"
    assert {deel for deel in start if deel.startswith("--")} <= _opties("app")
    controle = shutil.which("systemd-analyze")
    if controle is None:
        return
    # Het programma staat hier niet op die plek; al het andere moet kloppen.
    eenheid = tmp_path / "locatieplanner.service"
    eenheid.write_text(
        _blok("ini").replace(start[0], shutil.which("true") or "/bin/true"), encoding="utf-8"
    )
    uitkomst = subprocess.run(
        [controle, "verify", "--man=no", str(eenheid)], capture_output=True, text=True, check=False
    )
    over_deze = [
        regel for regel in uitkomst.stderr.splitlines() if eenheid.name in regel.split(":")[0]
    ]
    assert over_deze == []


@pytest.mark.parametrize("woord", ["FROM", "USER", "EXPOSE", "CMD", "VOLUME"])
def test_de_container_zegt_alles_wat_nodig_is(woord):
    assert re.search(rf"^{woord} ", _blok("dockerfile"), re.MULTILINE)


def test_de_container_start_de_app_met_opties_die_bestaan():
    (opdracht,) = re.findall(r"^CMD (\[.*\])$", _blok("dockerfile"), re.MULTILINE)
    delen = json.loads(opdracht)
    assert delen[0].endswith("locatieplanner")
    assert {deel for deel in delen if deel.startswith("--")} <= _opties("app")
    # Op alle adressen, dus alleen met aanmelding.
    assert "--aanmelding" in delen
    gekopieerd = _blok("dockerfile")
    assert "USER locatieplanner" in gekopieerd


def test_de_proxy_geeft_door_wat_de_websocket_nodig_heeft():
    nginx = _blok("nginx")
    assert nginx.count("{") == nginx.count("}")
    for kop in ("Upgrade", "Connection", "Host", "X-Forwarded-For"):
        assert f"proxy_set_header {kop} " in nginx
    for kop in ("Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options"):
        assert f"add_header {kop} " in nginx
