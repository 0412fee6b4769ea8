"""How a number is written for people: 95%, $2.1m, 2,400, −3, not known."""

from __future__ import annotations

UNKNOWN = "not known"
MINUS = "\N{MINUS SIGN}"
SIGNS = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "C$",
    "CNY": "CN¥",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "MXN": "MX$",
    "NZD": "NZ$",
    "USD": "$",
}
WHOLE_DAYS = 10
"""From this many days on parts of a day say nothing."""

MONEY_WITHOUT_CODE = frozenset({"", "money", "currency"})


def spell(value: float | None, unit: str) -> str:
    """A number as it stands in text: three significant figures for shares and money, whole counts.

    Args:
        value: The number; None when it is not known.
        unit: ``share`` (0 to 1), ``ratio``, ``days``, ``points``, what is counted, or a currency code.

    Example:
        >>> spell(0.9512, "share"), spell(2_104_000, "USD"), spell(2400, "customers"), spell(-3, "points")
        ('95%', '$2.1m', '2,400', '−3')
        >>> spell(None, "share"), spell(0.0123, "share"), spell(2_104_000, "CHF")
        ('not known', '1.2%', 'CHF 2.1m')
    """
    if value is None:
        return UNKNOWN
    if unit == "share":
        return _minus(_share(value))
    if unit == "days" and abs(value) >= WHOLE_DAYS:
        value = round(value)
    if is_money(unit):
        return _money(value, unit)
    return _minus(_plain(value))


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: three capital letters, or money whose currency nothing states."""
    return unit in MONEY_WITHOUT_CODE or (len(unit) == 3 and unit.isalpha() and unit.isupper())


def _minus(text: str) -> str:
    return text.replace("-", MINUS)


def _share(value: float) -> str:
    percent = 100 * value
    size = abs(percent)
    if size == 0 or (size >= 9.95 and not 99.5 <= size < 100):
        return f"{percent:.0f}%"
    if size < 0.01:
        return "under 0.01%"
    if size < 0.095:
        return f"{percent:.2f}%"
    if 99.95 <= size < 100:
        return "over 99.9%" if percent > 0 else f"{percent:.2f}%"
    return f"{percent:.1f}%".replace(".0%", "%")


def _money(value: float, unit: str) -> str:
    sign = "" if unit in MONEY_WITHOUT_CODE else SIGNS.get(unit, f"{unit} ")
    amount = _amount(abs(value))
    below = value < 0 and any(c in "123456789" for c in amount)
    return f"{MINUS if below else ''}{sign}{amount}"


def _amount(size: float) -> str:
    for scale, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if size >= scale * 0.9995 and size >= 9999.5:
            return f"{_significant(size / scale)}{letter}"
    if size >= 99.995 or size == round(size):
        return f"{size:,.0f}"
    return f"{size:.2f}"


def _significant(value: float) -> str:
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(value: float) -> str:
    if abs(value) >= 999_999.5:
        return ("-" if value < 0 else "") + _amount(abs(value))
    if value == round(value):
        return f"{value:,.0f}"
    if abs(value) >= 99.95:
        return f"{value:,.0f}"
    text = f"{value:.1f}" if abs(value) >= 0.995 else f"{value:.2f}"
    return "0" if float(text) == 0 else text.removesuffix(".0")
