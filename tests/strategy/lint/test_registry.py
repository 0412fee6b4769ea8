from __future__ import annotations

import pkgutil
import re
import subprocess
import sys

import pytest

from custrata.strategy import pitfalls
from custrata.strategy.lint.registry import all_pitfalls, one_file_a_code, pitfall_of, said_in_the_name


def test_every_module_that_begins_with_a_code_is_a_pitfall():
    modules = [f.name for f in pkgutil.iter_modules(pitfalls.__path__) if re.match(r"\w\w\d\d\d", f.name)]
    assert sorted(modules) == [f"{p.code.lower()}_{p.slug}" for p in all_pitfalls()]


def test_a_pitfall_is_found_by_its_code():
    assert pitfall_of("GO101").slug == "too_many_goals"
    assert pitfall_of("XX000") is None


def test_a_file_whose_name_says_something_else_is_refused():
    said_in_the_name("go101_too_many_goals", pitfall_of("GO101"))
    with pytest.raises(ValueError, match="GO101 too_many_goals"):
        said_in_the_name("go102_too_many_goals", pitfall_of("GO101"))


def test_a_code_stands_in_one_file():
    one_file_a_code(all_pitfalls())
    with pytest.raises(ValueError, match="GO101"):
        one_file_a_code((pitfall_of("GO101"), pitfall_of("GO101")))


def test_naming_the_linter_reads_no_pitfall_until_it_is_asked():
    program = (
        "import sys, custrata.strategy.lint\n"
        "print([m for m in sys.modules if m.startswith('custrata.strategy.pitfalls.') and '101' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
