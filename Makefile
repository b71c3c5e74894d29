# make app    maakt een omgeving, installeert, start het programma en drukt het adres af
# make test   hetzelfde, en draait alle tests, ook die in een echte browser
# make lint   stijl, typen en de grenzen tussen de kamers
# make bench  meet snelheid en geheugen, naast de gangbare aanpak
# make lagen  leidt de ingebouwde lagen opnieuw af uit hun bronpakketten (vraagt netwerk)
# make versies  zet de versies opnieuw vast

PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3))
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint versies.txt

.PHONY: app test lint bench lagen versies schoon

app: $(VENV)/app.klaar
	@$(BIN)/locatieplanner app

# De tests in een browser apart: zij vragen elk een server en een browser, en de langste eerst.
test: $(VENV)/dev.klaar
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.diensten.mapserver
	@$(BIN)/python -m tests.diensten.spatialite
	@$(BIN)/python -m tests.diensten.postgis
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser

lint: $(VENV)/dev.klaar
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/bench.klaar
	@$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.bench

lagen: $(VENV)/dev.klaar
	$(BIN)/python -m lagen.maak

versies:
	$(PYTHON) -m venv $(VENV)-versies
	$(VENV)-versies/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-versies/bin/python -m pip install --quiet -e . --group dev --group bench
	$(VENV)-versies/bin/python -m pip freeze --exclude-editable --all | LC_ALL=C sort -f > versies.txt
	rm -rf $(VENV)-versies

schoon:
	rm -rf $(VENV)

$(VENV)/pip.klaar: versies.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade pip
	@touch $@

$(VENV)/app.klaar: $(VENV)/pip.klaar pyproject.toml
	@echo "Installeren; de eerste keer duurt dit enkele minuten."
	$(PIP) --editable .
	@touch $@

$(VENV)/dev.klaar: $(VENV)/app.klaar
	$(PIP) --group dev
	@touch $@

$(VENV)/bench.klaar: $(VENV)/dev.klaar
	$(PIP) --group bench
	@touch $@
