import os
import signal
import subprocess
import sys

import pytest

from locatieplanner.bronnen.slot import slot
from locatieplanner.fouten import UitvoerFout

HOUDER = """
import sys, time
from pathlib import Path
from locatieplanner.bronnen.slot import slot
with slot(Path(sys.argv[1]), "x"):
    print("vast", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def houder(tmp_path):
    proces = subprocess.Popen(
        [sys.executable, "-c", HOUDER, str(tmp_path / "slot")], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout.readline() == "vast\n"
    yield proces
    proces.kill()
    proces.wait()
    proces.stdout.close()


def test_een_ander_proces_krijgt_een_melding(tmp_path, houder):
    melding = rf"^De laag a wordt op dit moment al opgehaald \(proces {houder.pid}\)\. Wacht"
    with pytest.raises(UitvoerFout, match=melding), slot(tmp_path / "slot", "De laag a"):
        pass


def test_slot_van_een_proces_dat_er_niet_meer_is(tmp_path, houder):
    os.kill(houder.pid, signal.SIGKILL)
    houder.wait()
    with slot(tmp_path / "slot", "De laag a"):
        assert (tmp_path / "slot").read_text() == str(os.getpid())


def test_ook_binnen_een_proces_een_tegelijk(tmp_path):
    pad = tmp_path / "slot"
    with slot(pad, "De laag a"), pytest.raises(UitvoerFout), slot(pad, "De laag a"):
        pass
    with slot(pad, "De laag a"):
        assert pad.is_file()


def test_na_een_fout_is_het_los(tmp_path):
    with pytest.raises(KeyError), slot(tmp_path / "slot", "De laag a"):
        raise KeyError
    with slot(tmp_path / "slot", "De laag a"):
        pass
