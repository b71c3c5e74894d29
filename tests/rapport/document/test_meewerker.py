import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from locatieplanner.rapport.document.meewerker import begin

WACHT_S = 20

OUDER = """
import multiprocessing, time
from locatieplanner.rapport.document.meewerker import begin

def werk():
    begin()
    time.sleep(600)

if __name__ == "__main__":
    kind = multiprocessing.get_context("fork").Process(target=werk)
    kind.start()
    print(kind.pid, flush=True)
    kind.join()
"""


def _leeft(pid: int) -> bool:
    try:
        stand = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return stand.rpartition(")")[2].split()[0] != "Z"


def test_zonder_ouder_blijft_een_proces_niet_over(tmp_path):
    pad = tmp_path / "ouder.py"
    pad.write_text(OUDER, encoding="utf-8")
    ouder = subprocess.Popen([sys.executable, str(pad)], stdout=subprocess.PIPE, text=True)
    kind = int(ouder.stdout.readline())
    assert _leeft(kind)
    ouder.kill()
    ouder.wait()
    tot = time.monotonic() + WACHT_S
    while _leeft(kind) and time.monotonic() < tot:
        time.sleep(0.05)
    assert not _leeft(kind)


def test_afbreken_is_aan_wie_het_proces_startte():
    begin()
    try:
        assert multiprocessing.parent_process() is None
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
