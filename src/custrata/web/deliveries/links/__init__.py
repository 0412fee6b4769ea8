"""Links that show one object, without persons, to whoever holds them."""
