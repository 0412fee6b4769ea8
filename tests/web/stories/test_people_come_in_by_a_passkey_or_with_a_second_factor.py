"""Coming in without a password by a key of the device, or with one and a code of an app or of a paper."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

WORDS = "four plain words together"
PLATFORM = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device that asks for a finger, and gets it."""


@pytest.fixture
def device(door):
    """A browser on a machine with keys of its own; it asks for the site by name, as keys belong to names."""
    page = door.open()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})
    return page


@pytest.fixture
def site(door) -> str:
    return f"http://localhost:{urlsplit(door.site.url).port}"


@pytest.fixture
def email(person, door) -> str:
    """The address of somebody with a password."""
    key = door.key_of(person("editor", name="Ada", password=WORDS))
    with door.site.database() as database:
        return str(database.execute("SELECT email FROM accounts_user WHERE id = ?", (key,)).fetchone()[0])


def come_in(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/account/login/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(WORDS)
    page.get_by_role("button", name="Come in").click()


def sign_out(page: Page, site: str) -> None:
    page.goto(f"{site}/account/logout/")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/account/login/|/$"))


def give(page: Page, code: str) -> None:
    """Type a code and send it."""
    page.locator("[name=code]").fill(code)
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^(Activate|Sign In)$")).click()


def give_of_app(page: Page, secret: str) -> None:
    """Give the code that an app shows now; where its half minute went by on the way, the next one."""
    for _ in range(4):
        give(page, str(format_hotp_value(hotp_value(secret, int(time.time()) // 30))))
        if page.get_by_text("Incorrect code").count() == 0:
            return


def prove(page: Page) -> None:
    """Type the password once more: ways in are changed only by who has just proven who they are."""
    page.wait_for_url(re.compile("/account/reauthenticate/"))
    page.locator("[name=password]").fill(WORDS)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(lambda url: "reauthenticate" not in url)


def make_a_key(page: Page, site: str, email: str, company: Any) -> None:
    """Come in by the password, and make a key of this device a way in."""
    come_in(page, site, email)
    page.wait_for_url(f"{site}/w/{company.slug}/")
    page.goto(f"{site}/you/")
    page.get_by_role("link", name="Passkeys", exact=True).click()
    page.locator("main").get_by_role("link", name="Add").click()
    prove(page)
    page.locator("[name=name]").fill("Laptop")
    page.locator("[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile(r"recovery-codes|webauthn/$"))
    page.goto(f"{site}/account/2fa/webauthn/")
    expect(page.locator("main")).to_contain_text("Laptop")


def test_a_passkey_is_made_and_lets_its_owner_in_without_a_password(device, site, email, company):
    make_a_key(device, site, email, company)
    sign_out(device, site)
    device.goto(f"{site}/you/")
    expect(device).to_have_url(re.compile("/account/login/"))
    device.get_by_role("button", name="Use a passkey").click()
    device.wait_for_url(f"{site}/you/")
    expect(device.locator("main")).to_contain_text(email)


def test_a_passkey_that_was_taken_out_lets_nobody_in(device, site, email, company):
    make_a_key(device, site, email, company)
    device.locator('main a[href*="remove"]').first.click()
    device.locator("main button[type=submit]").first.click()
    device.wait_for_url(re.compile(r"webauthn/$|2fa/$"))
    sign_out(device, site)
    device.goto(f"{site}/account/login/?next=/you/")
    device.get_by_role("button", name="Use a passkey").click()
    expect(device.locator("main")).to_contain_text("Incorrect code")
    device.goto(f"{site}/you/")
    expect(device).to_have_url(re.compile("/account/login/"))


def test_a_code_of_an_app_is_asked_for_and_a_code_on_paper_serves_once(door, site, email, company):
    page = door.open()
    come_in(page, site, email)
    page.wait_for_url(f"{site}/w/{company.slug}/")
    page.goto(f"{site}/account/2fa/totp/activate/")
    prove(page)
    secret = page.locator("#authenticator_secret").input_value()
    give_of_app(page, secret)
    page.wait_for_url(re.compile("recovery-codes"))
    page.goto(f"{site}/account/2fa/recovery-codes/")
    papers = page.locator("#recovery_codes").input_value().split()
    assert len(papers) == 10

    def before_the_second_door() -> Page:
        other = door.open()
        come_in(other, site, email)
        other.wait_for_url(re.compile("/account/2fa/authenticate/"))
        return other

    refused, by_app, by_paper, by_used_paper = (before_the_second_door() for _ in range(4))
    refused.goto(f"{site}/you/")
    expect(refused).to_have_url(re.compile("/account/2fa/authenticate/"))
    give(refused, "no code")
    expect(refused.locator("main")).to_contain_text("Incorrect code")
    give_of_app(by_app, secret)
    by_app.wait_for_url(f"{site}/w/{company.slug}/")
    give(by_paper, papers[0])
    by_paper.wait_for_url(f"{site}/w/{company.slug}/")
    give(by_used_paper, papers[0])
    expect(by_used_paper.locator("main")).to_contain_text("Incorrect code")
