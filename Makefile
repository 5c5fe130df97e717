# Every chore of the project. All set-up goes into .venv of this folder; nothing is installed elsewhere.

PYTHON ?= python3
OUT ?= out
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
MADE := $(VENV)/.made
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
PACKAGE := $(VENV)/.package-installed
COMPILE := uv pip compile --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: bundle help run studio test lint types bench board docs golden format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(PACKAGE) ## Run the five theories against the record; results in out/
	$(BIN)/thermidor run --out $(OUT)

studio: $(PACKAGE) ## Open the studio, the laboratory as pages in a browser
	$(BIN)/thermidor studio

test: $(DEV) $(PACKAGE) ## Check the style and run all tests
	$(BIN)/ruff check .
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

lint: $(DEV) ## Check style and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV) $(PACKAGE) ## Check the types
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright --pythonpath $(BIN)/python

bench: $(DEV) $(PACKAGE) ## Measure the speed
	$(BIN)/python -m pytest benchmarks --benchmark-only
	$(BIN)/python benchmarks/planning/side_by_side.py
	$(BIN)/python -m benchmarks.studio
	$(BIN)/python benchmarks/fit_quality.py 5

board: $(PACKAGE) ## Put all claims to record and theories anew; the docs and the report read what is written
	$(BIN)/python -m thermidor.lab.shelved

docs: $(PACKAGE) ## Write the pages that are made from what the code reads
	$(BIN)/python -m thermidor.lab.pages docs
	$(BIN)/python -m thermidor.outside.pages docs
	$(BIN)/python -m thermidor.lab.claim_pages docs
	$(BIN)/python -m thermidor.lab.rivals_page docs
	$(BIN)/python -m thermidor.planning.pages docs
	$(BIN)/python -m thermidor.planning.execution.page docs
	$(BIN)/python -m thermidor.lab.macro_plan.page docs
	$(BIN)/python -m thermidor.lab.fitted_page docs
	$(BIN)/python -m thermidor.lab.slots_page docs
	$(BIN)/python -m thermidor.lab.tournament_page docs

golden: $(DEV) $(PACKAGE) ## Write the golden runs anew; look at the difference before committing
	$(BIN)/python -m pytest tests/test_golden.py tests/studio/test_golden_links.py --update-golden

bundle: ## Build the pages of the studio anew (needs Node); commit what changes
	cd studio && npm ci && npm run check && npm test && npm run build

format: $(DEV) ## Lay out the code in the project's style
	$(BIN)/ruff check --fix --exit-zero --quiet .
	$(BIN)/ruff format .

lock: ## Write the locked requirements anew (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs the program 'uv': pip install uv" >&2; exit 1; }
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) pyproject.toml --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --group build --constraints requirements-dev.txt --output-file requirements-build.txt

clean: ## Remove the environment, caches and results
	rm -rf $(VENV) $(OUT) dist build .pytest_cache .ruff_cache .hypothesis .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Thermidor needs Python 3.11 or newer; '$(PYTHON)' is older or missing. Set PYTHON=..., as in: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "'$(PYTHON)' lacks the modules venv and ensurepip. Install them (on Debian and Ubuntu: apt-get install python3-venv) and run make again." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN): requirements.txt requirements-build.txt | $(MADE)
	$(PIP) install --require-hashes -r requirements.txt -r requirements-build.txt
	@touch $@

$(DEV): requirements-dev.txt | $(RUN)
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(PACKAGE): pyproject.toml $(RUN)
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@
