# Everything happens in this folder: packages in .venv, Prefect's database in .prefect.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
export PREFECT_HOME := $(CURDIR)/.prefect

.PHONY: help digest example serve test test-all coverage check docs bench clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

digest: .venv/installed ## the digest of seeds/, through the Prefect flow
	$(BIN)/python -m flows

example: .venv/installed ## the committed digest of the seeds, outputs/example
	$(BIN)/bidigest build seeds --output outputs/example --no-editions --date 2026-11-22

serve: .venv/installed ## server, work pool, a deployment a subject, worker and watcher on this machine
	$(BIN)/python -m flows.serve $(SUBJECTS)

test: .venv/dev ## all tests but the slow ones
	$(BIN)/python -m pytest

test-all: .venv/all ## also with real servers, workers, a Dask cluster and kills
	$(BIN)/python -m pytest -m ""

coverage: .venv/dev ## the tests, and which lines of the library they run; fails below the floor
	$(BIN)/python -m pytest --cov=bidigest --cov-report=term-missing:skip-covered

check: .venv/dev ## style, types, docstrings and which room knows of which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest tests/test_docstrings.py

docs: .venv/dev ## the documentation as a site, build/site/index.html
	$(BIN)/python -m mkdocs build --quiet

bench: .venv/bench ## what orchestration costs; what everything costs, with a verdict a row
	-$(BIN)/python -m benchmarks.orchestration
	$(BIN)/python -m benchmarks.cost --docs

clean: ## forget packages, database and stored results; outputs/ stays
	rm -rf .venv .prefect

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("bidigest needs Python 3.11 or newer; try: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	@echo "installing what a digest needs into .venv: some minutes, the first time"
	$(INSTALL) -e '.[prefect]'
	$(BIN)/python -m compileall -q bidigest tasks flows
	$(BIN)/python -m flows.prepare
	touch $@

.venv/dev: .venv/installed ## what tests and checks need
	@echo "installing what tests and checks need"
	$(INSTALL) -e '.[dev]'
	touch $@

.venv/all: .venv/dev ## what the tests of options need that are off by default
	$(INSTALL) -e '.[dask,embeddings]'
	touch $@

# Before 23.3, pip takes html_clean and html-clean, as two of them ask of lxml, for two extras.
.venv/bench: .venv/dev ## other summarizers, to be measured beside
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=23.3'
	$(INSTALL) -e '.[bench,dask]'
	touch $@
