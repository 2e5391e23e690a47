# Two commands on a fresh machine: `make site` builds the site into site/, `make test` runs every check.
# Each makes what it needs first, and only what is lacking; the first step that fails stops it.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
HASHED := --require-hashes --only-binary :all: --no-binary pyspark # which is there as source alone

.PHONY: site test serve clean lock system
.DELETE_ON_ERROR:

site: .venv/site.stamp
	$(BIN)/python -m macros build

serve: .venv/site.stamp
	$(BIN)/python -m macros serve

test: .venv/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

clean:
	rm -rf .venv site .site.* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The environment. A stamp is older than a file it was made from only when that file has changed.

system:
	@$(PYTHON) .ci/system.py $(if $(filter test,$(MAKECMDGOALS)),test,site)

.venv/site.stamp: requirements.txt pyproject.toml | system
	$(PYTHON) -m venv .venv
	$(PIP) install $(HASHED) -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --no-index -e .
	touch $@

.venv/test.stamp: tests/requirements.txt .venv/site.stamp | system
	$(PIP) install $(HASHED) -r tests/requirements.txt
	touch $@

# Pins both files again, for every platform; `make lock NEWER=--upgrade` moves all pins on. Nothing younger than a week.

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
  --exclude-newer "7 days" $(NEWER)

lock:
	rm -rf .cache/lock
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	.cache/lock/bin/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	.cache/lock/bin/uv pip compile $(LOCK) --group test --constraints requirements.txt --output-file tests/requirements.txt
	rm -rf .cache/lock
