# Everything runs in the checkout's own environment, .venv; nothing is installed outside it.
# make            what there is
# make demo       build a real grocer's year, draft a strategy, write deck and report
# make test       all tests

PYTHON =
BIN = .venv/bin
STAMP = .venv/installed
TESTS = tests src/custrata
WORKERS = auto

.PHONY: help setup system serve demo test test-postgresql check style format docs docs-check pictures bench soak clean

help:
	@echo "make setup    the environment in .venv"
	@echo "make demo     a real grocer's year: build, draft, deck; then the workspace in the browser"
	@echo "make serve    the workspace on the demo, in the browser"
	@echo "make test     all tests, in random order"
	@echo "make test-postgresql  the tests of the workspace on PostgreSQL"
	@echo "make check    format, lint, types, layers, docs, tests"
	@echo "make format   put the code in order"
	@echo "make docs     write docs/reference anew from the code"
	@echo "make pictures the picture of the README, from the demo's deck"
	@echo "make bench    how long things take here"
	@echo "make soak     the long tests: hundreds of kills, thousands of damaged files"
	@echo "make clean    take away everything that make can make again"

setup: $(STAMP)

$(STAMP): pyproject.toml tools/environment.sh
	@PYTHON="$(PYTHON)" sh tools/environment.sh
	@touch $(STAMP)

demo: $(STAMP)
	$(BIN)/custrata demo

serve: $(STAMP)
	$(BIN)/custrata serve -C demo

# A browser, PostgreSQL and LibreOffice: installed as root on Debian, else the tests that need them skip.
system:
	@sh tools/system.sh

test: $(STAMP) system
	$(BIN)/python -m pytest -n $(WORKERS) $(TESTS)

# What a browser shows and who may do what are the same on every database: WEB=… chooses fewer.
WEB = $(filter-out tests/web/browser tests/web/stories tests/web/attacks tests/web/%.py tests/web/__pycache__,$(wildcard tests/web/*)) tests/journeys/test_site_kills.py
test-postgresql: $(STAMP) system
	sh tools/with_postgresql.sh $(BIN)/python -m pytest -n $(WORKERS) $(WEB)

check: style docs-check test-postgresql test

style: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMP)
	$(BIN)/python tools/reference

docs-check: $(STAMP)
	$(BIN)/python tools/reference --check

pictures: $(STAMP)
	$(BIN)/python tools/pictures.py demo/deck.pptx

bench: $(STAMP)
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_models.py $(if $(PEER),--peer-python $(PEER))

# What a database decides is killed on PostgreSQL, too.
KILLED = tests/web/strategies tests/journeys/test_site_kills.py tests/journeys/test_editors.py
soak: $(STAMP)
	CUSTRATA_KILLS=300 CUSTRATA_FUZZ=200000 $(BIN)/python -m pytest -n $(WORKERS) -m "soak or rounds" $(TESTS)
	CUSTRATA_KILLS=300 sh tools/with_postgresql.sh $(BIN)/python -m pytest -n $(WORKERS) -m "soak or rounds" $(KILLED)

clean:
	rm -rf .venv demo .custrata dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
