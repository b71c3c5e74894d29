"""Opdrachtregel.

Elke opdracht heeft een eigen module; `programma` voegt ze samen. Afsluitcodes: 0 in orde,
1 problemen in de invoer of het resultaat, 2 verkeerd gebruik, 3 een fout in het programma zelf.
"""


def main() -> None:
    """Start het programma op de opdrachtregel."""
    from locatieplanner.cli.programma import programma

    programma(prog_name="locatieplanner")
