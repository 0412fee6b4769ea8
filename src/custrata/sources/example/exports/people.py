"""The people at each account, some of them entered twice."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Listing
from custrata.sources.example.columns import Ints, blank, ids, joined, words, yes_no


def list_people(
    rng: np.random.Generator, accounts: Accounts, listing: Listing, first: int
) -> tuple[Any, Any, Ints]:
    """``contacts``, the true pairs of entries that are one person, and the first contact of each account.

    Args:
        rng: The source of chance.
        accounts: The accounts.
        listing: Their names.
        first: Number of the first contact id.
    """
    heads = 1 + rng.binomial(4, 0.3, len(accounts.numbers)).astype(np.int64)
    account = np.repeat(np.arange(len(heads)), heads)
    begins = np.cumsum(heads) - heads
    place = np.arange(len(account)) - begins[account]
    people = _draw(rng, listing, account, place)
    twice = np.flatnonzero(rng.random(len(account)) < plan.DUPLICATE_PEOPLE_SHARE)
    again = _misspell(rng, people.take(pa.array(twice)))
    contact = ids("CON", first + rng.permutation(len(account) + len(twice)), 7)
    both = pa.concat_tables([people, again])
    both = both.add_column(1, "Account ID", accounts.ids.take(both["account"].combine_chunks()))
    table = both.drop_columns(["account"]).add_column(0, "Contact ID", contact)
    pairs = pa.table(
        {
            "contact_id": contact.take(pa.array(twice)),
            "same_as": contact.take(pa.array(len(account) + np.arange(len(twice)))),
        }
    )
    return table.sort_by("Contact ID"), pairs, contact.take(pa.array(begins))


def _draw(rng: np.random.Generator, listing: Listing, account: Ints, place: Ints) -> Any:
    rows = len(account)
    given = words(wording.GIVEN_NAMES, rng.integers(0, len(wording.GIVEN_NAMES), rows))
    family = words(wording.FAMILY_NAMES, rng.integers(0, len(wording.FAMILY_NAMES), rows))
    domain = pc.utf8_lower(pc.replace_substring_regex(listing.names, pattern="[^A-Za-z]", replacement=""))
    local = pc.utf8_lower(joined(given, family, by="."))
    number = pc.utf8_lpad(pa.array(rng.integers(0, 10_000_000, rows)).cast(pa.string()), width=7, padding="0")
    role = np.where(place == 0, 0, rng.integers(0, len(wording.ROLES), rows))
    phone = joined("+49 30", number)
    return pa.table(
        {
            "account": account,
            "Full Name": joined(given, family),
            "Email": joined(local, joined(domain.take(pa.array(account)), "example", by="."), by="@"),
            "Phone Number": blank(phone, rng.random(rows) < 0.25),
            "Job Title": words(wording.ROLES, role),
            "Billing Contact": yes_no((place == 1) | (role == wording.ROLES.index("Buyer"))),
            "Product User": yes_no((place == 0) | (rng.random(rows) < 0.7)),
            "Marketing Opt-in": yes_no(rng.random(rows) < 0.62),
        }
    )


def _misspell(rng: np.random.Generator, people: Any) -> Any:
    """The same people entered again: a letter lost, a name turned round, a number or address left out."""
    rows = people.num_rows
    kind = rng.integers(0, 3, rows)
    name = people["Full Name"].combine_chunks()
    turned = pc.replace_substring_regex(name, pattern=r"^(\S+) (.+)$", replacement=r"\2, \1")
    short = pc.replace_substring_regex(name, pattern=r"^(\S)\S* ", replacement=r"\1. ")
    lost = pc.replace_substring_regex(name, pattern=r"(.)(.)$", replacement=r"\2")
    spelt = pc.choose(pa.array(kind), turned, short, lost)
    email = blank(people["Email"].combine_chunks(), rng.random(rows) < 0.3)
    phone = blank(people["Phone Number"].combine_chunks(), rng.random(rows) < 0.5)
    return (
        people.set_column(1, "Full Name", spelt)
        .set_column(2, "Email", pc.if_else(pa.array(kind == 0), pc.utf8_upper(email), email))
        .set_column(3, "Phone Number", phone)
    )
