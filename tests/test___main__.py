import subprocess
import sys

from locatieplanner import __version__


def test_python_m_locatieplanner():
    uitkomst = subprocess.run(
        [sys.executable, "-m", "locatieplanner", "--versie"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert uitkomst.stdout == f"locatieplanner {__version__}\n"
    assert uitkomst.stderr == ""
