"""The contract: which canonical tables there are, and what each column means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "date", "instant", "money", "number", "integer", "flag"]
"""``date`` is a day, ``instant`` a UTC timestamp, ``money`` and ``number`` exact decimals with six places."""

IBIS_TYPES: dict[Kind, str] = {
    "id": "string",
    "text": "string",
    "date": "date",
    "instant": "timestamp",
    "money": "decimal(18, 6)",
    "number": "decimal(18, 6)",
    "integer": "int64",
    "flag": "boolean",
}
"""Decimals, not floats: their sums do not depend on the order of rows, so a fingerprint can stand on them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a canonical table."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One canonical table: what a row is, its key, its columns, and what happens when (``happens``)."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: str | None = None
    happens: tuple[str, ...] = ()
    attributes: bool = False

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return next(c for c in self.columns if c.name == name) if self.has(name) else _no_column(self, name)

    def has(self, name: str) -> bool:
        """Whether the contract knows a column of that name."""
        return any(c.name == name for c in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns without which a row cannot stand."""
        return tuple(c.name for c in self.columns if c.required)


def _no_column(table: Table, name: str) -> Column:
    raise KeyError(f"{table.name} has no column {name!r}")


def _c(name: str, kind: Kind, meaning: str, *values: str) -> Column:
    return Column(name, kind, meaning, False, values)


def _r(name: str, kind: Kind, meaning: str, *values: str) -> Column:
    return Column(name, kind, meaning, True, values)


_CUSTOMER = _r("customer_id", "id", "Key of the customer.")

CUSTOMERS = Table(
    "customers",
    "one customer",
    (
        _CUSTOMER,
        _c("name", "text", "Name of the customer."),
        _c("kind", "text", "Person or organisation.", "person", "organisation"),
        _c("status", "text", "Customer or prospect.", "customer", "prospect"),
        _c("parent_id", "id", "Key of the customer this one belongs to."),
        _c("acquired_on", "date", "Day on which the relationship began."),
        _c("acquisition_channel", "text", "How the customer found the company."),
        _c("country", "text", "Country."),
        _c("region", "text", "Region, state or sales area."),
        _c("industry", "text", "Industry or sector."),
        _c("employees", "number", "Number of employees."),
        _c("owner", "text", "Who looks after the customer."),
        _c(
            "reported_revenue",
            "money",
            "Revenue to date as the source reports it, where no transactions say it.",
        ),
    ),
    key="customer_id",
    happens=("acquired_on",),
    attributes=True,
)
PEOPLE = Table(
    "people",
    "one person of a customer",
    (
        _r("person_id", "id", "Key of the person."),
        _CUSTOMER,
        _c("name", "text", "Name."),
        _c("email", "text", "E-mail address."),
        _c("phone", "text", "Telephone number."),
        _c("role", "text", "Role or job title."),
        _c("pays", "flag", "Whether the person pays."),
        _c("uses", "flag", "Whether the person uses the product."),
        _c("consents", "flag", "Whether the person agreed to be contacted."),
    ),
    key="person_id",
)
TRANSACTIONS = Table(
    "transactions",
    "one line of a sale, refund or fee",
    (
        _r("transaction_id", "id", "Key of the line."),
        _r("customer_id", "id", "Key of the customer; empty for anonymous revenue, which is kept and said."),
        _r("occurred_at", "instant", "When it happened."),
        _r("amount", "money", "Money received, net of tax; negative when it was given back."),
        _c("currency", "text", "Code of the currency."),
        _c("kind", "text", "Sale, refund or fee (fees include adjustments).", "sale", "refund", "fee"),
        _c("order_id", "id", "Key of the order that the line belongs to."),
        _c("product_id", "id", "Key of the product."),
        _c("quantity", "number", "Units, or weight, or whatever the product is measured in."),
        _c("discount", "money", "Money taken off, as a positive amount."),
        _c("cost", "money", "What the goods cost the company."),
        _c("channel", "text", "Channel of the sale."),
        _c("campaign_id", "id", "Campaign that led to the sale."),
        _c("due_on", "date", "Day the payment is due."),
        _c("paid_on", "date", "Day it was paid."),
    ),
    key="transaction_id",
    happens=("occurred_at",),
)
PRODUCTS = Table(
    "products",
    "one product",
    (
        _r("product_id", "id", "Key of the product."),
        _c("name", "text", "Name."),
        _c("category", "text", "Category."),
        _c("unit_cost", "money", "Cost of one unit."),
    ),
    key="product_id",
)
SUBSCRIPTIONS = Table(
    "subscriptions",
    "one spell of a contract at one price",
    (
        _r("subscription_id", "id", "Key of the spell."),
        _CUSTOMER,
        _r("started_on", "date", "First day of the spell."),
        _r("mrr", "money", "Revenue a month while the spell lasts."),
        _c("ended_on", "date", "Day on which the spell ended; empty while it lasts."),
        _c("plan", "text", "Plan, contract type or product."),
        _c("seats", "number", "Seats or licences."),
        _c("currency", "text", "Code of the currency."),
        _c("renews_on", "date", "Next renewal."),
        _c("end_reason", "text", "Why the spell ended."),
    ),
    key="subscription_id",
    happens=("started_on", "ended_on"),
)
USAGE = Table(
    "usage",
    "one use of the product, or one count of uses",
    (
        _CUSTOMER,
        _r("occurred_at", "instant", "When it happened."),
        _r("event", "text", "What happened."),
        _c("person_id", "id", "Who did it."),
        _c("feature", "text", "Part of the product."),
        _c("quantity", "number", "How often or how much."),
        _c("properties", "text", "Further facts as JSON."),
    ),
    happens=("occurred_at",),
)
TICKETS = Table(
    "tickets",
    "one request for help",
    (
        _r("ticket_id", "id", "Key of the ticket."),
        _CUSTOMER,
        _r("opened_at", "instant", "When it was opened."),
        _c("first_response_at", "instant", "When it was first answered."),
        _c("resolved_at", "instant", "When it was resolved."),
        _c("channel", "text", "Channel."),
        _c("category", "text", "Subject area."),
        _c("priority", "text", "Priority."),
        _c("minutes", "number", "Minutes of work."),
        _c("effort", "number", "Effort the customer reports."),
        _c("subject", "text", "Subject line."),
        _c("text", "text", "What the customer wrote."),
    ),
    key="ticket_id",
    happens=("opened_at", "first_response_at", "resolved_at"),
)
FEEDBACK = Table(
    "feedback",
    "one answer",
    (
        _r("feedback_id", "id", "Key of the answer."),
        _r("answered_at", "instant", "When it was given."),
        _r(
            "instrument",
            "text",
            "How it was asked.",
            "nps",
            "csat",
            "ces",
            "review",
            "survey",
            "interview",
            "sales_note",
            "advisory_board",
            "employee",
            "operation",
        ),
        _c("customer_id", "id", "Key of the customer."),
        _c("person_id", "id", "Who answered."),
        _c("question", "text", "The question."),
        _c("rating", "number", "The rating."),
        _c("rating_min", "number", "Lowest rating possible."),
        _c("rating_max", "number", "Highest rating possible."),
        _c("text", "text", "What was said."),
    ),
    key="feedback_id",
    happens=("answered_at",),
)
CAMPAIGNS = Table(
    "campaigns",
    "one campaign",
    (
        _r("campaign_id", "id", "Key of the campaign."),
        _c("name", "text", "Name."),
        _c("channel", "text", "Channel."),
        _c("started_on", "date", "First day."),
        _c("ended_on", "date", "Last day."),
        _c("budget", "money", "Budget."),
        _c("randomised", "flag", "Whether customers were drawn by chance."),
    ),
    key="campaign_id",
)
TOUCHES = Table(
    "touches",
    "one contact of a campaign with a customer",
    (
        _CUSTOMER,
        _r("campaign_id", "id", "Key of the campaign."),
        _c("occurred_at", "instant", "When it happened."),
        _c("channel", "text", "Channel."),
        _c("arm", "text", "Treated, control or the name of a variant."),
        _c("kind", "text", "Sent, opened, redeemed and so on."),
        _c("cost", "money", "What the contact cost."),
    ),
    happens=("occurred_at",),
)
OPPORTUNITIES = Table(
    "opportunities",
    "one chance of a sale",
    (
        _r("opportunity_id", "id", "Key of the opportunity."),
        _r("customer_id", "id", "Key of the customer or prospect; empty while none is named, which is said."),
        _r("created_on", "date", "Day it was opened."),
        _c("stage", "text", "Stage of the sale."),
        _c("amount", "money", "Value."),
        _c("closed_on", "date", "Day it was won or lost."),
        _c("won", "flag", "Won, lost, or empty while open."),
        _c("reason", "text", "Why it was won or lost."),
        _c("competitor", "text", "Competitor."),
        _c("kind", "text", "New, expansion or renewal.", "new", "expansion", "renewal"),
        _c("product_id", "id", "Product on offer."),
        _c("owner", "text", "Who leads the sale."),
    ),
    key="opportunity_id",
    happens=("created_on", "closed_on"),
)
REFERRALS = Table(
    "referrals",
    "one recommendation",
    (
        _r("referrer_id", "id", "Customer who recommended."),
        _r("referred_id", "id", "Customer who came."),
        _c("occurred_on", "date", "Day."),
    ),
    happens=("occurred_on",),
)
COSTS = Table(
    "costs",
    "one cost of serving in one period",
    (
        _r("driver", "text", "What causes the cost."),
        _r("period", "date", "First day of the period."),
        _r("amount", "money", "Money."),
        _c("customer_id", "id", "Customer, where the cost is theirs alone."),
        _c("quantity", "number", "Units of the driver."),
    ),
    happens=("period",),
)
SPEND = Table(
    "spend",
    "what acquiring cost in one channel and period",
    (
        _r("channel", "text", "Channel."),
        _r("period", "date", "First day of the period."),
        _r("amount", "money", "Money."),
    ),
    happens=("period",),
)
TARGETS = Table(
    "targets",
    "one target",
    (
        _r("measure", "text", "Id of the measure."),
        _r("period", "date", "First day of the period."),
        _r("value", "number", "Value aimed at."),
        _c("team", "text", "Team."),
        _c("segment", "text", "Segment."),
        _c("product_id", "id", "Product."),
    ),
)
EXCHANGE_RATES = Table(
    "exchange_rates",
    "one rate on one day",
    (
        _r("currency", "text", "Code of the currency."),
        _r("on", "date", "Day."),
        _r("rate", "number", "Units of the base currency for one unit."),
    ),
)

CONTRACT: dict[str, Table] = {
    table.name: table
    for table in (
        CUSTOMERS,
        PEOPLE,
        TRANSACTIONS,
        PRODUCTS,
        SUBSCRIPTIONS,
        USAGE,
        TICKETS,
        FEEDBACK,
        CAMPAIGNS,
        TOUCHES,
        OPPORTUNITIES,
        REFERRALS,
        COSTS,
        SPEND,
        TARGETS,
        EXCHANGE_RATES,
    )
}
"""All canonical tables by name."""

ANONYMOUS_ALLOWED = frozenset({"transactions", "opportunities", "feedback"})
"""Tables that keep a row without a customer: its money or answer counts for the company, and it is said."""
