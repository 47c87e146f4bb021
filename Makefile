# Each target makes what it needs; `make demo` and `make test` work on a bare machine with Python 3.11+.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHELL := /bin/sh

.PHONY: demo test check bench picture clean help

help:           ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST)

demo: $(VENV)/.run        ## open the app on a sample session (a private copy)
	@$(BIN)/factcheck demo

test: $(VENV)/.dev        ## run the whole test suite
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev       ## ruff, mypy strict, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev       ## print every figure with its target
	@$(BIN)/python -m benchmarks

picture: $(VENV)/.dev     ## let the app draw the pictures of README and docs/ anew
	@$(BIN)/python docs/pictures.py

$(VENV)/.run: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "factcheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "this Python has no venv module; install it (on Debian: python3-venv)" >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:          ## remove the environment and what was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
