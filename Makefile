# The commands of this project. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := caseapp tests packaging bench
STRICT := $(filter-out caseapp/gui caseapp/__pycache__,$(wildcard caseapp/*/)) $(wildcard caseapp/*.py)

.DEFAULT_GOAL := help
.PHONY: help run test test-long check bench demo translations lock wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(VENV)/app: requirements/app.txt packaging/setup.sh
	@bash packaging/setup.sh app $(PYTHON)
	@touch $@

$(VENV)/dev: requirements/dev.txt packaging/setup.sh
	@bash packaging/setup.sh dev $(PYTHON)
	@touch $(VENV)/app $@

translations/zh_CN/LC_MESSAGES/caseapp.mo: $(wildcard translations/zh_CN/*.po) | $(VENV)/app
	@$(BIN)/python packaging/translations.py compile

run: $(VENV)/app translations/zh_CN/LC_MESSAGES/caseapp.mo ## set everything up and open the window (without a display: the demo)
	@bash packaging/run.sh $(BIN)/python

test: $(VENV)/dev translations/zh_CN/LC_MESSAGES/caseapp.mo ## set everything up and run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not long"

test-long: $(VENV)/dev translations/zh_CN/LC_MESSAGES/caseapp.mo ## fault and scale runs (half an hour)
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n 2 -m long

check: $(VENV)/dev translations/zh_CN/LC_MESSAGES/caseapp.mo ## ruff, mypy, layers, translations, budgets
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy caseapp
	PYTHONPATH=. $(BIN)/lint-imports --no-cache
	$(BIN)/python packaging/translations.py check
	$(BIN)/python packaging/architecture.py --check
	$(BIN)/python -m pytest -q tests/test_budget.py tests/test_words.py

bench: $(VENV)/dev translations/zh_CN/LC_MESSAGES/caseapp.mo ## speed as ratios against a named floor, as JSON
	@$(BIN)/python -m bench

demo: $(VENV)/app translations/zh_CN/LC_MESSAGES/caseapp.mo ## the whole main job on the samples, headless, into demo-out
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m caseapp demo demo-out

translations: $(VENV)/app ## compile the catalogues
	@$(BIN)/python packaging/translations.py compile

lock: ## pin every dependency anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/dev.txt pyproject.toml -o requirements/app.txt

wheel: $(VENV)/dev ## build the wheel into dist/
	$(BIN)/python -m pip wheel -q --no-deps -w dist .

clean: ## remove what make made
	rm -rf $(VENV) dist build demo-out bench-out translations/*/LC_MESSAGES
