"""The roles that suggest themselves as owners, by the kind of company."""

from __future__ import annotations

from custrata.drafting.desk import Desk

CHIEF = "chief customer officer"
SPONSOR = "chief executive"
FINANCE = "head of finance"
SERVICE = "head of customer service"
PRODUCT = "head of product"
DATA = "head of data"
PEOPLE = "head of people"
MARKETING = "head of marketing"


def keeper(desk: Desk) -> str:
    """Who answers for customers that the company has."""
    return "head of customer success" if desk.by_contract else "head of customer marketing"


def winner(desk: Desk) -> str:
    """Who answers for new customers."""
    return "head of sales" if desk.by_contract or desk.value("win_rate") is not None else MARKETING
