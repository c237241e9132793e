# Every target first sets up what it needs: packaging/bootstrap.sh, quick when nothing is missing.

PY := .venv/bin/python
COVERED := backcare/core/*,backcare/figure/*,backcare/store/*
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: .venv bench check clean format help lock run screen screenshots soak test

help: ## show this list
	@awk -F ':[^#]*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: .venv ## start backcare; ARGS="list --json" passes arguments
	@$(PY) -m backcare $(ARGS)

# Half of the tests run beside the others: two cores, half the time. With ARGS only what they
# choose is run, by itself and without a look at the coverage.
BESIDE := $(addprefix tests/,accessibility controllers core faults figure properties services store) \
    $(wildcard tests/test_shipped*.py)
test: screen check ## check, then every test; core, figure and store must be covered in full
ifneq ($(ARGS),)
	@$(PY) -m pytest $(ARGS)
else
	@COVERAGE_FILE=.coverage.beside $(PY) -m pytest --cov --cov-report= --quiet $(BESIDE) \
	    >.beside.log 2>&1 & beside=$$!; trap 'kill $$beside' INT TERM; \
	COVERAGE_FILE=.coverage.others $(PY) -m pytest --cov --cov-report= \
	    $(BESIDE:%=--ignore=%); others=$$?; \
	wait $$beside; half=$$?; cat .beside.log; rm -f .beside.log; \
	exit $$((others + half))
	@$(PY) -m coverage combine --quiet
	@$(PY) -m coverage report --include='$(COVERED)' --fail-under=100 >/dev/null || { \
	    echo 'Not every line and branch of core, figure and store is covered:'; \
	    $(PY) -m coverage report --include='$(COVERED)'; exit 1; }
endif

soak: screen ## the tests with other examples every time, to find what the usual ones miss
	@BACKCARE_SEARCH=1 $(PY) -m pytest $(ARGS)

check: .venv ## ruff, its formatter and mypy, all read-only
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

format: .venv ## put every file into ruff's form and mend what ruff can mend
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

screenshots: .venv ## draw the pictures of docs/ anew
	@$(PY) docs/make_screenshots.py $(ARGS)

bench: .venv ## measure against the goals of docs/benchmarks.md
	@$(PY) -m benchmarks $(ARGS)

lock: ## write requirements.lock anew, with the newest allowed versions
	@packaging/bootstrap.sh lock

clean: ## remove everything that these targets have made, .venv too
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist htmlcov
	rm -f .coverage .coverage.*
	find backcare tests packaging docs benchmarks -name __pycache__ -prune \
	    -exec rm -rf {} + 2>/dev/null || true

.venv:
	@packaging/bootstrap.sh

screen:
	@packaging/bootstrap.sh screen
