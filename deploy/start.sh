#!/bin/sh
# What runs in a container: `server` or `worker`.
set -eu
mkdir -p "$CUSTRATA_SITE/static"
case "${1:-server}" in
server)
    python -m custrata.web.serving.tables
    exec python -m custrata.web.serving.child server 0.0.0.0 8000 "${CUSTRATA_PROCESSES:-3}" --alone
    ;;
worker) exec python -m custrata.web.serving.child worker --alone ;;
*) exec "$@" ;;
esac
