"""Een adres in het netwerk: kan alleen deze computer zelf erbij?"""

import ipaddress


def is_lokaal(adres: str) -> bool:
    """Of alleen deze computer zelf bij het adres kan.

    >>> is_lokaal("127.0.0.1"), is_lokaal("0.0.0.0"), is_lokaal("127.voorbeeld.nl")
    (True, False, False)
    """
    if adres == "localhost":
        return True
    try:
        return ipaddress.ip_address(adres).is_loopback
    except ValueError:
        return False
