"""The command line: thin commands over the project, exit codes 0 done, 1 findings, 2 cannot."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from custrata.cli.run import run

    sys.exit(run(sys.argv[1:]))
