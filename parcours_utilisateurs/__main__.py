"""python -m parcours_utilisateurs (`make parcours-utilisateurs`). TRAVAUX=A1,B3 chooses some of the jobs; SITE is the
address of a demonstration already running, whose settings are in the environment."""

import os
import sys
import traceback
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser, sync_playwright

from outillage.affichage import Abandon, dire, ecrire
from outillage.demo import en_marche
from outillage.dossier import dossier_passager
from outillage.processus import interruptible, port_libre, s_arreter_aux_signaux

LARGE, ETROIT = {"width": 1360, "height": 768}, {"width": 390, "height": 844}


def main() -> int:
    s_arreter_aux_signaux()
    try:
        with ExitStack() as pile:
            site = os.environ.get("SITE") or pile.enter_context(_demonstration())
            _ouvrir_django()
            with interruptible():
                resultats = _faire_tout(site, pile.enter_context(_navigateur()))
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : rien ne reste.")
        return 130
    from .tableau import tableau  # noqa: PLC0415 -- after setup

    tableau(resultats)
    return int(not all(un.tenu for un in resultats))


@contextmanager
def _demonstration():
    """A private demonstration for the time of the block; gives its address, and its settings to this process."""
    port = port_libre()
    with dossier_passager("parcours-utilisateurs") as dossier, en_marche(dossier, port) as reglages:
        os.environ.update(reglages)
        yield reglages["SITE_URL"]


def _ouvrir_django() -> None:
    import django  # noqa: PLC0415 -- the settings are known now

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs an event loop in this thread
    django.setup()


@contextmanager
def _navigateur():
    with sync_playwright() as playwright:
        options = {"args": ["--no-sandbox", "--disable-gpu"]}
        if chemin := os.environ.get("CHROMIUM"):
            options["executable_path"] = chemin
        yield playwright.chromium.launch(**options)


def _faire_tout(site: str, navigateur: Browser) -> list:
    from . import accompagner, encadrer, rendre_compte  # noqa: F401, PLC0415 -- they declare the jobs, after setup
    from .terrain import Terrain  # noqa: PLC0415 -- after setup
    from .travaux import TRAVAUX  # noqa: PLC0415 -- after setup

    voulus = list(filter(None, os.environ.get("TRAVAUX", "").split(","))) or list(TRAVAUX)
    if inconnus := set(voulus) - set(TRAVAUX):
        raise Abandon(f"Travaux inconnus : {', '.join(sorted(inconnus))}. Il y a : {', '.join(TRAVAUX)}.")
    terrain = Terrain()
    return [_faire(TRAVAUX[code], site, navigateur, terrain) for code in voulus]


def _faire(travail, site: str, navigateur: Browser, terrain):
    """One job, by somebody who has just signed in; one that stops on its way is a failure, not the end of the run."""
    from .mains import Clavier, Pouce  # noqa: PLC0415 -- after setup
    from .tableau import Resultat  # noqa: PLC0415 -- after setup

    dire(f"{travail.code} · {travail.titre}")
    taille = {"viewport": ETROIT, "has_touch": True, "is_mobile": True} if travail.pouce else {"viewport": LARGE}
    contexte = navigateur.new_context(locale="fr-FR", timezone_id="Europe/Paris", **taille)
    contexte.grant_permissions(["clipboard-read", "clipboard-write"])
    main = (Pouce if travail.pouce else Clavier)(contexte.new_page(), site)
    try:
        entrer(main.page, site, terrain.comptes[travail.role])
        travail.faire(main, terrain)
    except Exception as echec:  # noqa: BLE001 -- the other jobs are still to be done; the traceback says where
        traceback.print_exc()
        main.defauts.append(f"arrêté en chemin : {type(echec).__name__} {str(echec)[:200].strip()}")
    finally:
        resultat = Resultat(travail, main.gestes, main.deplacements, main.pages, main.secondes, main.defauts)
        contexte.close()
    return resultat


def entrer(page, site: str, courriel: str) -> None:
    """Sign in by the real page."""
    from pilotage.demonstration.structures import MOT_DE_PASSE  # noqa: PLC0415 -- after setup

    page.goto(f"{site}/compte/login/")
    page.get_by_label("E-mail").fill(courriel)
    page.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("navigation", name="Navigation principale").wait_for()
    page.wait_for_load_state()


if __name__ == "__main__":
    sys.exit(main())
