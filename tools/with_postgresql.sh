#!/bin/sh
# Runs a command beside a PostgreSQL of its own, which is gone afterwards: tools/with_postgresql.sh make test
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")
if [ ! -x "$bin/initdb" ]; then
    echo "PostgreSQL is not installed: this run is left out. To do: apt install postgresql"
    exit 0
fi

# PostgreSQL refuses to run as root.
as() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

folder=$(mktemp -d "${TMPDIR:-/tmp}/custrata-pg.XXXXXX")
chmod 755 "$folder"
[ "$(id -u)" != 0 ] || chown postgres "$folder"
stop() {
    as "$bin/pg_ctl" -D "$folder/data" -m immediate -s stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT INT TERM

port=${PGPORT:-$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')}
cd "$folder"
as "$bin/initdb" -D "$folder/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -s -w -l "$folder/log" \
    -o "-p $port -h 127.0.0.1 -k $folder -c max_connections=200" start
cd "$OLDPWD"
CUSTRATA_DATABASE="postgresql://postgres@127.0.0.1:$port/postgres" "$@"
