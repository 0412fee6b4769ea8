#!/bin/sh
# What tests need beside Python: a browser, PostgreSQL, LibreOffice, pdftoppm. As root on Debian or Ubuntu they are installed;
# elsewhere this says what is missing, and the tests that need it skip with a word.
set -eu

wanted=""
want() { # want COMMAND PACKAGE
    command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"
}

command -v chromium >/dev/null 2>&1 || want chromium-browser chromium
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || want postgres postgresql
want soffice libreoffice-impress
want pdftoppm poppler-utils

[ -n "$wanted" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$wanted"
    apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086  (a list of packages)
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1 && exit 0
    echo "Could not install$wanted: tests that need them skip."
else
    echo "Not here:$wanted. Tests that need them skip; to run them too, install these packages."
fi
