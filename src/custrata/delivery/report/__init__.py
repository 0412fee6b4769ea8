"""The report: the same slides as the deck, as one web page that needs no network."""
