# The one entrance for people and machines. `make run` on a fresh Debian 12 installs what is missing and opens the desk.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
BOOTSTRAP := installer/bootstrap
PY := .venv/bin/python
ARGS ?=
# Where a machine forbids it, every one of the hundreds of programs that the tests start would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run demo check coverage dist soak bench forms lock pictures guide ready ready-run

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

ready-run:
	@$(BOOTSTRAP)/system.sh run
	@$(BOOTSTRAP)/environment.sh run

ready:
	@$(BOOTSTRAP)/system.sh check
	@$(BOOTSTRAP)/environment.sh check

run: ready-run  ## open the desk in trial mode (ARGS="…" is handed on)
	@$(BOOTSTRAP)/run.sh $(ARGS)

demo:  ## a centre with its own PostgreSQL, two desks and the bureau: an item travels, told step by step; nothing stays behind
	@$(BOOTSTRAP)/system.sh demo
	@$(BOOTSTRAP)/environment.sh run
	@$(PY) -m installer.demo

check: ready  ## format, lint, types, layers, all tests (ARGS="tests/domain" for some tests)
	@$(BOOTSTRAP)/check.sh $(ARGS)

coverage: ready  ## the same tests with lines counted, against the floors of tests/ratchet.toml (takes three times as long)
	@$(BOOTSTRAP)/check.sh --coverage

dist: ready  ## Windows setup, Debian packages, zips for upgrades, list of what is inside and checksums into dist/ (ARGS="--twice --root root.json")
	@$(BOOTSTRAP)/system.sh dist
	@$(BOOTSTRAP)/environment.sh dist
	@rm -rf dist
	@$(PY) -m installer.dist dist $(ARGS)

soak: ready  ## the long tests: fault injection to the end, 10,000 labels, random days, an hour of the whole province (seeds go on in a ledger)
	@$(BOOTSTRAP)/system.sh soak
	@$(BOOTSTRAP)/environment.sh dist
	@KT1DESK_SOAK_DIR="$${KT1DESK_SOAK_DIR:-$${XDG_CACHE_HOME:-$$HOME/.cache}/kt1desk-soak}" $(PY) -m pytest -m soak -n 2 $(ARGS)

bench: ready  ## measure; prints figures, judges nothing (desks of KT1DESK_BENCH_ITEMS=1000000 and KT1DESK_BENCH_CASES=50000 are made once)
	@KT1DESK_BENCH_DIR="$${KT1DESK_BENCH_DIR:-$${XDG_CACHE_HOME:-$$HOME/.cache}/kt1desk-bench}" \
	  KT1DESK_BENCH_ITEMS="$${KT1DESK_BENCH_ITEMS:-1000000}" KT1DESK_BENCH_CASES="$${KT1DESK_BENCH_CASES:-50000}" \
	  KT1DESK_BENCH_EVENTS="$${KT1DESK_BENCH_EVENTS:-4000000}" $(PY) -m pytest -m bench -s -q $(ARGS)

forms: ready  ## compile ui/*.ui
	@$(BOOTSTRAP)/forms.sh

lock: ready  ## write requirements*.txt from pyproject.toml (ARGS=--upgrade lifts the rest)
	@$(BOOTSTRAP)/lock.sh $(ARGS)

pictures: ready  ## every page in every look on contact sheets in .run/pictures, and a day's pages (ARGS="record printers-" for some pages)
	@$(PY) -m tests.support.contact_sheet .run/pictures $(ARGS)
	@[ -n "$(ARGS)" ] || KT1DESK_PICTURES="$(CURDIR)/.run/pictures" $(PY) -m pytest -q -m pictures

guide: ready  ## take the pictures of the clerk's guide from the running program, and write it to .run/huong-dan.pdf
	@xvfb-run -a -s "-screen 0 1366x768x24" $(PY) -m tests.support.guide_pictures
	@$(PY) -m kt1desk guide --out .run/huong-dan.pdf
