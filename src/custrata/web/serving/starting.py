"""One command: tables, server, worker, and the way in."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from custrata.errors import CustrataError, SettingError
from custrata.project.demo import samples_in
from custrata.web.serving.alone import NO_WORKER, SERVER, WORKER, held
from custrata.web.serving.ports import answers, free_port, is_local
from custrata.web.serving.preparing import home_of, open_site, site_folder, take_in, was_turned_down
from custrata.web.serving.supervising import Child, GaveUp, keep_running, until_interrupted

CHILD = "custrata.web.serving.child"
HOSTS = "CUSTRATA_HOSTS"
"""As the site's surroundings call it; to name it there would load Django before it is asked for."""
PATIENCE = 30.0
"""Seconds after which a server that does not answer yet is said to be still starting."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Serving:
    """How a site is served.

    Attributes:
        host: Where to listen; only on this machine itself the owner's link is made.
        port: None takes the first free one.
        browser: Whether the browser is opened.
        workers: How many processes answer requests.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    browser: bool = True
    workers: int = 0

    @property
    def processes(self) -> int:
        """Processes that answer: as asked, else two where the machine has two cores."""
        return self.workers or min(2, os.cpu_count() or 1)


def serve(folder: Path, how: Serving, say: Say, *, samples: Sequence[Path] = ()) -> None:
    """Serve the site of a folder until Ctrl-C.

    Args:
        folder: A project, which becomes a workspace, or any folder for a site without one.
        how: Where and with how many processes.
        say: Told what people should know.
        samples: Projects that become workspaces of sample data; those of the folder where it is the demo.

    Raises:
        CustrataError: The site is served already, the port is taken, others would be turned away, packages
            are missing, or a process could not be kept running.
    """
    _require_names(how.host)
    site = site_folder(folder)
    port = free_port(how.host, how.port)
    with held(site / SERVER, f"http://{'localhost' if is_local(how.host) else _named()[0]}:{port}") as other:
        if other is not None:
            raise SettingError(
                f"this site is served already: {other}",
                where=str(site),
                remedy="open it there (custrata owner --at ADDRESS lets you in), or stop that one first",
            )
        _serve(folder, how, port, say, list(samples))


def _serve(folder: Path, how: Serving, port: int, say: Say, asked: list[Path]) -> None:
    site = open_site(folder)
    samples = asked or list(samples_in(folder))
    # Samples that were removed come back only for who asks for them by name, which `custrata demo` does.
    wanted = [one for one in samples if asked or not was_turned_down(one)]
    for told in [*take_in([] if samples else [folder]), *take_in(wanted, sample=True)]:
        say(told)
    if len(wanted) < len(samples):
        say("Samples that were removed stay away; custrata demo brings them back.")
    landing = home_of((*samples, folder)[0])
    server = Child("server", _command("server", how.host, str(port), str(how.processes)))
    worker = Child("worker", _command("worker"))
    say(f"The site is kept in {site}.")
    with until_interrupted() as stop:
        threading.Thread(target=_greet, args=(how, port, say, stop, landing), daemon=True).start()
        try:
            keep_running((server, worker), stop, say)
        except GaveUp as error:
            raise CustrataError(
                str(error), remedy="read what it said above, mend it, and start again"
            ) from error
    say("Stopped; everything that was saved is kept.")


def work(folder: Path, say: Say) -> None:
    """Be a worker alone, beside a server that somebody else runs.

    Args:
        folder: Where the site lies, unless ``CUSTRATA_SITE`` says it.
        say: Told what people should know.
    """
    from custrata.web.serving.child import work as be_worker

    site = open_site(folder)
    with held(site / SERVER, "") as server:
        pass
    with held(site / WORKER, "a worker") as other:
        say(f"Working for the site in {site}.")
        # Several share the work; only who did not mean to start a second one has to know.
        if server is not None and NO_WORKER not in server:
            say(f"It is served at {server}, which has a worker of its own: this one helps it.")
        elif other is not None:
            say(f"Another one works for it already ({other}): they share what is to be done.")
        be_worker()


def owner_link(base: str, to: str = "") -> str:
    """An address that lets the owner in, once.

    Args:
        base: Where the site is reached, without a slash at its end.
        to: Path of the page to which it leads; empty for the front.
    """
    from custrata.web.accounts.owner_link import first_owner, make

    return f"{base}{make(first_owner(), to)}"


def owner_with_password(email: str, password: str) -> str:
    """Give somebody a way in by address and password; a user who is there keeps all else.

    Args:
        email: The address.
        password: The password.

    Returns:
        What was done, in words.

    Raises:
        SettingError: The address is none, or the password too weak.
    """
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction

    from custrata.web.accounts.models import User
    from custrata.web.audit.record import record

    try:
        validate_email(email)
        validate_password(password, User(email=email))
    except ValidationError as error:
        raise SettingError(
            " ".join(error.messages).rstrip("."), where=email, remedy="choose another"
        ) from error
    with transaction.atomic():
        user = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email)
        user.set_password(password)
        # Who holds the machine names the owner; another person who is one already stays the only one.
        user.is_superuser = user.is_superuser or not User.objects.filter(is_superuser=True).exists()
        user.save()
        record("owner.password_set", workspace=None, actor=user)
    return f"{user.email} can come in."


def _named() -> list[str]:
    """The names under which people may ask, where somebody gave them."""
    return [name.strip() for name in os.environ.get(HOSTS, "").split(",") if name.strip()]


def _require_names(host: str) -> None:
    """Refuse to listen for other machines whose every request would be turned away."""
    if not is_local(host) and not _named():
        raise SettingError(
            "people on other machines would be turned away, as this site does not know its name there",
            where=host,
            remedy=f"set {HOSTS} to the name or address by which they ask for it, or leave out --host",
        )


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", CHILD, *words]


def _greet(how: Serving, port: int, say: Say, stop: threading.Event, landing: str) -> None:
    """Say where the site is, once it answers; on the machine itself with the link that lets the owner in."""
    said = False
    while not answers(how.host, port, PATIENCE):
        if stop.is_set():
            return
        # On a busy machine the start takes minutes: without its link nobody would ever come in.
        if not said:
            say("The server is still starting; the way in is told here as soon as it answers.")
            said = True
    if stop.is_set():
        return
    if not is_local(how.host):
        say(f"Serving {_named()[0]}, port {port}. The owner comes in by: custrata owner --email ADDRESS.")
        say("Others come in by invitation. Without TLS in front nothing is encrypted. Stop with Ctrl-C.")
        return
    link = owner_link(f"http://localhost:{port}", landing)
    say(f"Open {link}")
    say("This link lets you in once, within ten minutes, from this machine. Stop with Ctrl-C.")
    if how.browser:
        webbrowser.open(link)
