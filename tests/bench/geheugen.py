"""Het piekgeheugen van dit proces, en niet dat van wie het startte.

``ru_maxrss`` blijft over een ``exec`` heen staan: een klein kind van een groot proces meldt dan de
omvang van zijn ouder. ``VmHWM`` telt alleen het eigen geheugen.
"""

from pathlib import Path

_KILO = 1024


def piek_mb() -> float:
    """Geef het piekgeheugen van dit proces (MB), zoals Linux het bijhoudt."""
    for regel in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        naam, _, waarde = regel.partition(":")
        if naam == "VmHWM":
            return int(waarde.split()[0]) / _KILO
    raise SystemExit("Dit systeem houdt geen piekgeheugen bij (VmHWM in /proc/self/status).")
