"""Starting is cheap: heavy libraries load when they are used, not when the package is named."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "ibis",
    "duckdb",
    "pyarrow",
    "pptx",
    "altair",
    "scipy",
    "pandas",
    "numpy",
    "sklearn",
    "lightgbm",
    "vl_convert",
)


def loaded_after(statements: str) -> list[str]:
    """The heavy modules that a fresh interpreter has loaded after these statements."""
    program = (
        f"import sys\n{statements}\nprint('loaded:', *(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    last = done.stdout.strip().splitlines()[-1]
    assert last.startswith("loaded:")
    return last.split()[1:]


def test_importing_the_package_loads_nothing_heavy():
    assert loaded_after("import custrata") == []


def test_asking_for_help_loads_nothing_heavy():
    ask = "import contextlib\nfrom custrata.cli import main\nsys.argv = ['custrata', '--help']\n"
    ask += "with contextlib.suppress(SystemExit):\n    main()"
    assert loaded_after(ask) == []


def test_the_rule_sees_a_heavy_module():
    assert loaded_after("import pyarrow") != []
