# Three commands matter: make demo, make test, make surete. PORT, DONNEES, DATABASE_URL and REDIS_URL are read from the environment
# or the command line (make demo PORT=8001).
.POSIX:
.PHONY: aide demo demo-vider test surete matrice mutants bench chaos exploitation galerie accessibilite guide parcours-utilisateurs verrous deploiement-verif

PREPARER = exec outillage/environnement.sh
VERROU = uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links pyproject.toml

aide:
	@echo "make demo               Tremplin en marche sur http://127.0.0.1:8000 (PORT=, DONNEES=), Ctrl-C l'arrête"
	@echo "make demo-vider         efface les données de la démonstration"
	@echo "make test               toutes les vérifications"
	@echo "make surete             les attaques : matrice, sentinelles, formulaires, concurrence"
	@echo "make matrice            complète la matrice attendue (MATRICE=tout la récrit), à relire"
	@echo "make mutants            une faute à la fois dans ce qui protège, que les essais doivent voir (MODULES=chiffrement.py, PART=3)"
	@echo "make bench              mesure les pages et un lot de 1 000 dossiers (PAGES=journee,partout pour quelques-unes, PAGES= CHARGE=600 pour 32 personnes au travail, JSON=fichier)"
	@echo "make chaos              casse tout ce qui peut l'être et compte ce qui manque (FAUTES=F1,F5 pour quelques-unes)"
	@echo "make exploitation       suit docs/exploitation.md à la lettre, depuis un dossier vide"
	@echo "make galerie            photographie chaque page, large et étroite, claire et sombre (DOSSIER=/chemin, PAGES=pilotage:agenda)"
	@echo "make accessibilite      la même marche, avec axe, les contrôles du navigateur et le poids de chaque page (SUITE=1 reprend)"
	@echo "make guide              reprend les images du guide, make demo étant lancé à côté (PORT=)"
	@echo "make parcours-utilisateurs  chaque travail fait au clavier ou au pouce, ses gestes comptés (TRAVAUX=A1,B3 pour quelques-uns)"
	@echo "make deploiement-verif  vérifie les réglages de production"
	@echo "make verrous            recompile requirements*.txt (OPTIONS=--upgrade pour tout mettre à jour)"

demo:
	@$(PREPARER) demo .venv/bin/python -m outillage.demo

demo-vider:
	@$(PREPARER) demo .venv/bin/python -m outillage.demo --vider

test:
	@$(PREPARER) test .venv/bin/python -m outillage.tester

surete:
	@$(PREPARER) test .venv/bin/python -m outillage.surete

matrice:
	@MATRICE="$${MATRICE:-manquante}" $(PREPARER) test .venv/bin/python -m outillage.surete tests/surete/test_matrice.py

mutants:
	@MODULES="$(MODULES)" PART="$${PART:-1}" $(PREPARER) test .venv/bin/python -m outillage.mutants

bench:
	@$(PREPARER) test .venv/bin/python -m bench

chaos:
	@$(PREPARER) test .venv/bin/python -m chaos

exploitation:
	@$(PREPARER) test .venv/bin/python -m outillage.exploitation

galerie:
	@DOSSIER="$(DOSSIER)" PAGES="$(PAGES)" $(PREPARER) test .venv/bin/python -m galerie

accessibilite:
	@AXE=1 DOSSIER="$(DOSSIER)" PAGES="$(PAGES)" $(PREPARER) test .venv/bin/python -m galerie

guide:
	@$(PREPARER) test .venv/bin/python -m outillage.guide

parcours-utilisateurs:
	@$(PREPARER) test .venv/bin/python -m parcours_utilisateurs

deploiement-verif:
	@$(PREPARER) demo .venv/bin/python -m outillage.production

# The larger set is resolved first; the smaller ones must hold nothing else, for one .venv serves demo and tests.
verrous:
	outillage/environnement.sh demo
	.venv/bin/$(VERROU) $(OPTIONS) --group dev -o requirements-dev.txt
	.venv/bin/$(VERROU) $(OPTIONS) --group demo -o requirements-demo.txt
	.venv/bin/$(VERROU) $(OPTIONS) -o requirements.txt
	@for petit in requirements.txt requirements-demo.txt; do \
		grep -oE '^[a-z0-9._-]+==[^ ]+' $$petit | while read -r paquet; do \
			grep -qF "$$paquet " requirements-dev.txt || { echo "$$petit : $$paquet diffère de requirements-dev.txt"; exit 1; }; \
		done || exit 1; \
	done
