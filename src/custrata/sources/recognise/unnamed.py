"""Is each row of a table a customer, where no column says whose row it is?"""

from __future__ import annotations

from custrata.sources.profile import TableProfile
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.synonyms import table_names

_ASKED = frozenset(("survey", "surveys", "respondent", "respondents", "panel", "responses", "clientele"))
_PERSON = frozenset(
    (
        *("age", "gender", "sex", "income", "education", "marital", "married", "occupation"),
        *("birth", "birthday", "birthdate", "dob", "born", "surname", "firstname", "email"),
        *("household", "kids", "children", "geschlecht", "alter", "einkommen", "sexe", "edad"),
        *("customer", "client", "kunde", "cliente", "respondent", "newbie"),
    )
)
_BEHAVIOUR = frozenset(
    (
        *("segment", "spend", "spending", "spent", "visit", "visits", "satisfaction", "satisfied"),
        *("loyalty", "churn", "churned", "tenure", "signup", "nps", "subscribed", "subscriber"),
    )
)
_OTHER_THINGS = frozenset(
    (
        *("campaign", "impressions", "clicks", "keyword", "store", "shop", "product", "sku", "item"),
        *("device", "sensor", "station", "page", "url", "keyphrase", "machine", "vehicle"),
    )
)
"""What rows are of when a column is called so: their spend and visits are no person's."""


def speaks_of_customers(profile: TableProfile) -> bool:
    """Whether columns or name say that each row is a customer.

    One column about a person, such as age or income, is enough, or the table's own name. What customers
    do, such as spend and visits, is enough unless a column says that rows are campaigns, shops or products.
    """
    named = {w for c in profile.columns for w in words(c.column.header or c.name)}
    if is_called_customers(profile) or named & _PERSON:
        return True
    return bool(named & _BEHAVIOUR) and not named & _OTHER_THINGS


def is_called_customers(profile: TableProfile) -> bool:
    """Whether the table's own name speaks of customers or of people who were asked."""
    called = {w for n in table_names("customers") for w in n} | _ASKED
    return bool(called & set(table_words(profile.table.file, profile.table.part)))
