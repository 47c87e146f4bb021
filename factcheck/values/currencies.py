"""Signs and codes of currencies."""

CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
}

CURRENCY_CODES = frozenset(CURRENCIES.values()) | {"CHF", "CNY", "SEK", "NOK", "DKK", "PLN"}
"""Codes that may stand before a number: EUR 5 million."""
