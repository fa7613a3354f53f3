# Everything happens in this folder: packages in .venv, Prefect's database in .prefect.
PYTHON ?= python3
BIN := .venv/bin
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

test: .venv/installed ## all tests but the slow ones
	$(BIN)/python -m pytest

test-all: .venv/all ## also with real servers, workers, a Dask cluster and kills
	$(BIN)/python -m pytest -m ""

coverage: .venv/installed ## the tests, and which lines of the library they run; fails below the floor
	$(BIN)/python -m pytest --cov=bidigest --cov-report=term-missing:skip-covered

check: .venv/installed ## style, types, docstrings and which room knows of which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest tests/test_docstrings.py

docs: .venv/installed ## the documentation as a site, build/site/index.html
	$(BIN)/python -m mkdocs build --quiet

bench: .venv/bench ## what orchestration costs; what everything costs, with a verdict a row
	$(BIN)/python -m benchmarks.orchestration
	$(BIN)/python -m benchmarks.cost --docs

clean: ## forget packages, database and stored results; outputs/ stays
	rm -rf .venv .prefect

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("bidigest needs Python 3.11 or newer; try: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q bidigest tasks flows
	touch $@

.venv/all: .venv/installed ## what the tests of options need that are off by default
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dask,embeddings]'
	touch $@

.venv/bench: .venv/installed ## other summarizers, to be measured beside
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench,dask]'
	touch $@
