# The commands of this project. `make help` lists them.
PYTHON ?= python3
VENV := .venv/bin
LOKAAL := $(PYTHON) -m samenwerkingswijzer.lokaal.opzetten
# Settings of an installation as it should be, to check the project against.
PRODUCTIE := env -u SW_DEMO -u SW_DEBUG SW_SECRET_KEY=$$($(VENV)/python -c 'import secrets; print(secrets.token_urlsafe(60))') SW_ALLOWED_HOSTS=portaal.voorbeeld.nl
SLOT := uv pip compile -q --generate-hashes --universal --no-annotate --no-emit-index-url --python-version 3.11 --custom-compile-command 'make vergrendel'

.DEFAULT_GOAL := help
.PHONY: help demo demo-opnieuw test check fix bench schermen static vergrendel lokaal gereed-voor-toetsen

help: ## toon deze lijst
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

demo: lokaal ## start het portaal met een voorbeeldgemeente op http://127.0.0.1:8000 (PORT= kiest een andere poort)
	@exec $(VENV)/python -m samenwerkingswijzer.lokaal.demo

demo-opnieuw: lokaal ## gooi de gegevens van de demo weg en start opnieuw
	@exec $(VENV)/python -m samenwerkingswijzer.lokaal.demo --opnieuw

test: gereed-voor-toetsen controleer ## voer alle controles en toetsen uit, ook die in een browser
	$(VENV)/pytest -n auto

check: gereed-voor-toetsen controleer ## voer alleen de snelle controles uit: stijl, typen, invoer, migraties, instellingen

.PHONY: controleer
controleer:
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/djlint templates --lint --quiet
	$(VENV)/mypy .
	$(VENV)/lint-imports --no-cache
	$(PRODUCTIE) $(VENV)/python manage.py makemigrations --check --dry-run
	$(PRODUCTIE) $(VENV)/python manage.py check --deploy --fail-level WARNING

fix: gereed-voor-toetsen ## herstel wat de controles zelf kunnen herstellen
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench: gereed-voor-toetsen ## meet de snelheid van bladzijden, zoeken, drukpers en sessie, en hoe goed het zoeken is
	$(VENV)/python tests/prestaties/bench.py
	$(VENV)/python -m tests.prestaties.zoekkwaliteit
	$(VENV)/python tests/prestaties/sessie.py
	$(VENV)/python -m tests.prestaties.drukpers

schermen: gereed-voor-toetsen ## maak beelden van de bladzijden in var/schermen, voor de handleiding en voor de README
	$(VENV)/python tests/browser/schermen.py

static: lokaal ## bouw de statische bestanden uit npm
	@$(VENV)/python -m samenwerkingswijzer.lokaal.statisch

vergrendel: ## maak de sloten van de pakketten opnieuw (na een wijziging in pyproject.toml of package.json)
	$(SLOT) pyproject.toml -o requirements/basis.txt
	$(SLOT) pyproject.toml --group lokaal -o requirements/lokaal.txt
	$(SLOT) pyproject.toml --group lokaal --group test -o requirements/test.txt
	$(SLOT) --group node -o requirements/node.txt
	$(SLOT) --group uv -o requirements/uv.txt
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

lokaal:
	@$(LOKAAL) lokaal

gereed-voor-toetsen:
	@$(LOKAAL) test
	@$(VENV)/python -m samenwerkingswijzer.lokaal.systeem
	@$(VENV)/python -m samenwerkingswijzer.lokaal.statisch
