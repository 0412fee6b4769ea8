"""Which customers are meant: rules over what is known of each, from their text to the query."""
