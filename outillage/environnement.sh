#!/bin/sh
# Prepares this checkout, then runs a command in it:
#
#     outillage/environnement.sh demo|test [command...]
#
# .venv is built from a hashed requirements file and left alone while that file has not changed. requirements-dev.txt
# holds all of requirements-demo.txt, so an environment made for the tests serves the demo as it is.
set -eu
cd "$(dirname "$0")/.."
but=$1
shift
TREMPLIN_DEBUT=${TREMPLIN_DEBUT:-$(date +%s)}
export TREMPLIN_DEBUT
journal=$(mktemp)
trap 'rm -f "$journal"' EXIT
trap 'exit 130' INT TERM HUP

dire() { printf '[%5d s] %s\n' "$(($(date +%s) - TREMPLIN_DEBUT))" "$1"; }

abandonner() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# Shows the end of the journal of a command that failed, then stops.
echouer() {
    tail -n 15 "$journal" >&2
    abandonner "$1"
}

a_le_droit() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Notes a missing package: its name for apt-get, then for brew.
manquer() {
    paquets_apt="$paquets_apt $1"
    paquets_brew="$paquets_brew $2"
}

# Installs what is missing where we may; elsewhere names the one command that does.
installer_les_manquants() {
    [ -n "$paquets_apt" ] || return 0
    if a_le_droit; then
        dire "Paquets du système :$paquets_apt"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 -- a list of names
        { apt-get update -q && apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=120 $paquets_apt; } \
            >"$journal" 2>&1 </dev/null || echouer "apt-get n'a pas pu installer :$paquets_apt"
    elif [ "$(uname)" = Darwin ]; then
        abandonner "Il manque des paquets à ce Mac. Lancez : brew install$paquets_brew"
    else
        abandonner "Il manque des paquets à ce système. Lancez : sudo apt-get install$paquets_apt"
    fi
}

# Prints the first interpreter that is recent enough.
trouver_python() {
    for candidat in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidat" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidat"
            return
        fi
    done
    return 1
}

assurer_python() {
    python=$(trouver_python) || abandonner "Python 3.11 ou plus récent est nécessaire.
Debian et Ubuntu : apt-get install python3 python3-venv ; macOS : brew install python@3.13
Un autre Python se désigne ainsi : make $but PYTHON=/chemin/de/python3"
    venv_utilisable || "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        manquer "$(basename "$python")-venv" python@3.13
}

venv_utilisable() {
    .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# uv is pinned in the same file as the rest; where pip cannot bring it, pip does the work itself.
installer_paquets() {
    awk '/^uv==/ { bloc = 1 } bloc { print } bloc && !/\\$/ { exit }' "$1" >.venv/uv.txt
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r .venv/uv.txt \
        >"$journal" 2>&1 &&
        .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes --compile-bytecode -r "$1" \
            >>"$journal" 2>&1 && return
    dire "uv n'a pas abouti : pip prend le relais"
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$1" \
        >"$journal" 2>&1 || echouer "Les paquets Python de $1 n'ont pas pu être installés."
}

# True when .venv was built from this very file by a Python that is still there.
est_a_jour() {
    cmp -s "requirements-$1.txt" ".venv/verrou-$1" && venv_utilisable
}

assurer_venv() {
    est_a_jour dev && return
    [ "$1" = demo ] && est_a_jour demo && return
    dire "Environnement Python : installation des paquets (une fois)"
    if ! venv_utilisable; then
        rm -rf .venv
        "$python" -m venv .venv >"$journal" 2>&1 || echouer "L'environnement Python n'a pas pu être créé dans .venv."
    fi
    rm -f .venv/verrou-demo .venv/verrou-dev
    installer_paquets "requirements-$1.txt"
    cp "requirements-$1.txt" ".venv/verrou-$1"
}

se_chargent() {
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(nom) for nom in sys.argv[1:]]' "$@" 2>/dev/null
}

# The libraries that WeasyPrint draws PDFs with.
assurer_bibliotheques() {
    if [ "$(uname)" = Darwin ]; then
        lib=$(brew --prefix 2>/dev/null || echo /usr/local)/lib
        DYLD_FALLBACK_LIBRARY_PATH="$lib:${DYLD_FALLBACK_LIBRARY_PATH:-/usr/local/lib:/usr/lib}"
        export DYLD_FALLBACK_LIBRARY_PATH
        [ -e "$lib/libpango-1.0.dylib" ] || manquer "" pango
    else
        se_chargent libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0 libfontconfig.so.1 ||
            manquer "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1" ""
    fi
}

trouver_navigateur() {
    if [ -n "${CHROMIUM:-}" ]; then
        set -- "$CHROMIUM"
    else
        set -- chromium chromium-browser google-chrome google-chrome-stable \
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
            /Applications/Chromium.app/Contents/MacOS/Chromium
    fi
    for candidat; do
        if "$candidat" --version >/dev/null 2>&1; then
            command -v "$candidat"
            return
        fi
    done
    return 1
}

# What the tests alone need. docker compose only reads a file there: installed where that costs nothing, not asked for.
assurer_de_quoi_tester() {
    trouver_navigateur >/dev/null || manquer chromium google-chrome
    command -v pdftoppm >/dev/null || manquer poppler-utils poppler
    [ "$(uname)" = Darwin ] || se_chargent libatomic.so.1 || manquer libatomic1 ""  # the driver of Playwright
    if a_le_droit && ! docker compose version >/dev/null 2>&1 && ! command -v docker-compose >/dev/null; then
        manquer docker-compose ""
    fi
}

paquets_apt='' paquets_brew=''
assurer_python
assurer_bibliotheques
case $but in
    demo)
        installer_les_manquants
        assurer_venv demo
        ;;
    test)
        assurer_de_quoi_tester
        installer_les_manquants
        CHROMIUM=$(trouver_navigateur) || abandonner "Aucun Chromium utilisable. Installez Chromium ou Google Chrome, \
ou désignez-le : make test CHROMIUM=/chemin/du/navigateur"
        export CHROMIUM
        assurer_venv dev
        ;;
    *) abandonner "Usage : outillage/environnement.sh demo|test [commande...]" ;;
esac
dire "Environnement Python prêt"
rm -f "$journal"
[ $# = 0 ] || exec "$@"
