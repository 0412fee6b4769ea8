"""One door for all commands: every error leaves as a message, never as a traceback."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence

import typer

from custrata.cli import (
    asking,
    building,
    economics,
    planning,
    reviewing,
    scenario,
    steering,
    strategy,
)
from custrata.cli.printing import complain
from custrata.cli.running import assistant, persons, serving
from custrata.errors import CustrataError

CANNOT = 2
INTERRUPTED = 130


def _app() -> typer.Typer:
    app = typer.Typer(
        name="custrata",
        help="Turn a folder of customer data into a living customer strategy, every claim tied to evidence.",
        epilog="Start with: custrata build DIR, custrata draft -C DIR, custrata deck -C DIR --out deck.pptx.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for module in (
        building,
        asking,
        economics,
        planning,
        strategy,
        steering,
        reviewing,
        scenario,
        assistant,
        persons,
        serving,
    ):
        module.register(app)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: The words after ``custrata``.

    Returns:
        0 done, 1 findings, 2 cannot.
    """
    command = typer.main.get_command(_app())
    try:
        command.main(args=_place_last(list(arguments)), prog_name="custrata")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except CustrataError as error:
        complain(error)
        return CANNOT
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped; what stood before still stands\n")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(_from_system(error))
        return CANNOT
    except Exception as error:  # the last door: a fault of ours is said in words, and kept whole in a file
        complain(_fault(error))
        return CANNOT
    return 0


def _place_last(arguments: list[str]) -> list[str]:
    """``custrata -C DIR show revenue`` reads as ``custrata show -C DIR revenue``, as with git."""
    if len(arguments) > 2 and arguments[0] == "-C":
        return [arguments[2], "-C", arguments[1], *arguments[3:]]
    return arguments


def _fault(error: Exception) -> CustrataError:
    """A fault of the program itself: a sentence for the person, the traceback in a file for a report."""
    if os.environ.get("CUSTRATA_TRACEBACK"):
        raise error
    with tempfile.NamedTemporaryFile("w", prefix="custrata-fault-", suffix=".txt", delete=False) as file:
        traceback.print_exception(error, file=file)
    return CustrataError(
        f"a fault of the program itself ({type(error).__name__}); your files are as they were",
        remedy=f"report it with {file.name}, or set CUSTRATA_TRACEBACK=1 to see more",
    )


def _from_system(error: OSError) -> CustrataError:
    return CustrataError(
        f"the system refuses ({error.strerror or error})",
        where=str(error.filename or ""),
        remedy="check that the disk has space and that the file may be written",
    )
