# On a machine with only Python 3.11 or newer: `make cards` prints the cards, `make test` runs the tests.

PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Every process of the tests imports the same modules: they are compiled once.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: cards test test-all lint clean help
.DELETE_ON_ERROR:

help: ## show what can be made
	@echo "make cards     render content/ to output/"
	@echo "make test      run the tests, of what is much a part: about 2 minutes of work"
	@echo "make test-all  run all of them, and build and install the package"
	@echo "make lint      ruff, mypy, import contracts"
	@echo "make clean     remove the environment and everything generated"

cards: $(VENV)/installed
	$(BIN)/cardgen render content -o output

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

test-all: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto -m "slow or not slow" --hypothesis-profile=thorough

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f output/*.pdf output/*.png output/*.svg output/cardgen-manifest.json
	find cardgen tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps stand in for the environment: a changed pyproject.toml installs again.
$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'cardgen needs Python 3.11 or newer; say which with: make PYTHON=python3.12'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) ..."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "installing the tools for tests and checks ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@
