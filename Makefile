# make site    build the yearbook into site/ (no root needed)
# make test    every check that guards the project
# make bench   measure the build and the rules
# make bench-serve  measure the preview, from a save to the page in Chromium
# make mutate  put mistakes into copies of the content and count those that the rules find
# make cover   the tests again, naming the lines that none of them reaches
# make docs    build the documentation of the project into build-docs/
# make lock    settle the versions in requirements/ anew (UPGRADE=1: the newest ones)
# make clean   remove everything that was made, but for what is kept in dist/
#
# Another Python: make PYTHON=python3.12 site

export PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK := 1

venv := .venv/bin/python
# As many files of tests at a time as there are processors; a file's tests share what it built.
by_file := --numprocesses auto --maxprocesses 4 --dist loadfile
typed := $(wildcard src tests build.py scripts/access-results scripts/bench scripts/bench-serve scripts/failures scripts/kills scripts/lighthouse scripts/mutate scripts/outlines scripts/screenshots)

.DEFAULT_GOAL := site
.NOTPARALLEL:
.PHONY: site test bench bench-serve mutate cover docs lock clean

site:
	@sh scripts/venv requirements/run.txt requirements/test.txt
	@$(venv) build.py build

test:
	@sh scripts/venv requirements/test.txt
	@sh scripts/test-packages
	@$(venv) -m ruff check --quiet
	@$(venv) -m ruff format --check --quiet
	@$(venv) -m mypy --no-error-summary $(typed)
	@$(venv) -m pytest $(by_file)

bench:
	@sh scripts/venv requirements/run.txt requirements/test.txt
	@$(venv) scripts/bench

bench-serve:
	@sh scripts/venv requirements/test.txt
	@$(venv) scripts/bench-serve

mutate:
	@sh scripts/venv requirements/test.txt
	@$(venv) scripts/mutate

cover:
	@sh scripts/venv requirements/test.txt
	@sh scripts/test-packages
	@$(venv) -m pytest $(by_file) --cov --cov-report=term-missing

docs:
	@VENV=.venv-docs sh scripts/venv requirements/docs.txt
	@.venv-docs/bin/python -m mkdocs build --quiet --clean --strict

lock:
	@sh scripts/lock $(if $(UPGRADE),--upgrade)

clean:
	@rm -rf .venv .venv-docs .venv-fuzz .browser .editor .lighthouse .fuzz build-docs site yearbook.zip .site.releases .site.lock .site.builder build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
