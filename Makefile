# The two commands: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?= python3
BIN := .venv/bin
DATA := $(or $(DRAGOMAN_DATA),../shared/data)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test setup check golden model names sentences world bench docs screenshots clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

# the base: what the program needs, and nothing for its tests
.venv/.base: pyproject.toml constraints.txt
	@test -d .venv || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dragoman needs Python 3.11 or newer; name one with make PYTHON=python3.12" >&2; exit 1; }
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable .
	@touch $@

.venv/.dev: .venv/.base
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

setup: .venv/.dev ## make .venv with everything that tests and benches use

demo: .venv/.base ## read the example articles and show the brief
	@$(BIN)/dragoman demo

test: .venv/.dev ## run every test
	$(BIN)/python -m pytest

check: .venv/.dev ## formatting, lint, types, generated pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tools.generate --check

golden: .venv/.dev ## write the golden files anew; read the diff
	DRAGOMAN_GOLDEN=write $(BIN)/python -m pytest -m "not slow"

docs: .venv/.dev ## write the generated pages anew
	$(BIN)/python -m tools.generate

screenshots: .venv/.dev ## take the pictures of the pages anew; needs chromium
	$(BIN)/python -m tools.screenshots

model: .venv/.dev ## train all models: parser, names, sentences (within 90 minutes on two cores)
	$(BIN)/python -m training.model
	$(BIN)/python -m training.names
	$(BIN)/python -m training.sentences

names: .venv/.dev ## train the recogniser of names from the marked sets (a minute on one core)
	$(BIN)/python -m training.names

sentences: .venv/.dev ## train the model of sentence boundaries from the treebanks (two minutes on one core)
	$(BIN)/python -m training.sentences

world: .venv/.dev ## build the tables of states and bodies from the open sets
	$(BIN)/python tools/build_world.py

bench: .venv/.dev ## measure parsing and names against the public sets
	$(BIN)/python bench/parsing.py
	$(BIN)/python bench/names.py

clean: ## remove what was set up and built
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
