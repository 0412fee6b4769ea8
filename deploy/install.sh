#!/bin/sh
# Put Custrata on a Debian or Ubuntu machine, or upgrade it. As root, from this folder: sh install.sh [WHEEL-OR-NAME]
# Files in /etc/custrata that you have edited are left as they are.
set -eu
what="${1:-custrata[web]}"
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

apt-get install -y --no-install-recommends python3-venv postgresql
id custrata >/dev/null 2>&1 || useradd --system --home-dir /var/lib/custrata --shell /usr/sbin/nologin custrata
install -d -o custrata -g custrata -m 750 /var/lib/custrata /var/lib/custrata/static /var/backups/custrata
install -d -m 755 /etc/custrata
[ -f /etc/custrata/custrata.env ] || install -o root -g custrata -m 640 "$here/custrata.env" /etc/custrata/custrata.env

# The database belongs to the system's user of the same name; it comes in over the socket, without a password.
as_postgres() { su postgres -s /bin/sh -c "$1"; }
as_postgres "psql -tAc \"SELECT 1 FROM pg_roles WHERE rolname='custrata'\"" | grep -q 1 || as_postgres "createuser custrata"
as_postgres "psql -tAc \"SELECT 1 FROM pg_database WHERE datname='custrata'\"" | grep -q 1 || as_postgres "createdb -O custrata custrata"

[ -x /opt/custrata/bin/python ] || python3 -m venv /opt/custrata
/opt/custrata/bin/pip install --upgrade "$what"

for unit in custrata-server.service custrata-worker@.service custrata-backup.service custrata-backup.timer; do
    install -m 644 "$here/$unit" "/etc/systemd/system/$unit"
done
systemctl daemon-reload
systemctl enable custrata-server.service custrata-worker@1.service custrata-backup.timer
systemctl restart custrata-server.service custrata-worker@1.service custrata-backup.timer
echo "Custrata runs on 127.0.0.1:8000. Put Caddyfile or nginx.conf in front, then let the first owner in:"
echo "  see docs/how-to/run-for-a-team.md"
