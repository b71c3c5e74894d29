"""Diensten op loopback waar de tests mee praten: echte servers, en een loket dat kan haperen."""
