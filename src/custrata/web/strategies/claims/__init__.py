"""One claim: what it says, how it stands, what carries it and where it is used."""
