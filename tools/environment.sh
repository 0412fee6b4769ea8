#!/bin/sh
# Makes .venv with the first Python of at least 3.11 that can make one, and installs the project into it.
# PYTHON=/path/to/python chooses one by hand.
set -eu
cd "$(dirname "$0")/.."

suits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

can_make_one() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

choose() {
    seen=""
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        suits "$candidate" || continue
        can_make_one "$candidate" && { command -v "$candidate"; return 0; }
        seen="$candidate"
    done
    if [ -n "$seen" ]; then
        echo "$seen is new enough but cannot make an environment: its venv or ensurepip module is missing." >&2
        echo "To do: install it (Debian and Ubuntu: apt install python3-venv), then run make again." >&2
    else
        echo "No Python of version 3.11 or later was found." >&2
        echo "To do: install one (https://www.python.org/downloads), or name it: make PYTHON=/path/to/python3.12 setup" >&2
    fi
    return 1
}

if ! { [ -x .venv/bin/python ] && suits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    python=$(choose)
    echo "Making .venv with $python"
    "$python" -m venv --clear .venv
fi
echo "Installing custrata, its demo data and the tools of development into .venv (the first time takes a minute or two)"
# --group came with pip 25.1.
.venv/bin/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[demo,web,mcp]' --group dev
