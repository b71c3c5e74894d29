import multiprocessing
import signal
import subprocess
import sys
import threading

import pytest

from locatieplanner.bronnen.werkprocessen import afbreken_later


def _blokkeert(pijp) -> None:
    pijp.send(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))


def test_een_proces_dat_in_het_blok_begint_hoort_ctrl_c_niet():
    soort = multiprocessing.get_context("spawn")
    gehoord = []
    for binnen in (True, False):
        hier, daar = soort.Pipe(duplex=False)
        kind = soort.Process(target=_blokkeert, args=(daar,))
        if binnen:
            with afbreken_later():
                kind.start()
        else:
            kind.start()
        assert hier.poll(60)
        gehoord.append(hier.recv())
        kind.join(60)
    assert gehoord == [True, False]


def test_dit_proces_krijgt_het_sein_na_het_blok():
    na_het_blok = []

    def onderbroken() -> None:
        with afbreken_later():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            na_het_blok.append("eerst af")

    with pytest.raises(KeyboardInterrupt):
        onderbroken()
    assert na_het_blok == ["eerst af"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_zonder_blokkades_verandert_er_niets():
    opdracht = (
        "import signal; del signal.pthread_sigmask\n"
        "from locatieplanner.bronnen.werkprocessen import afbreken_later\n"
        "with afbreken_later(): print('gewoon')"
    )
    gedaan = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True)
    assert gedaan.stdout == "gewoon\n"
