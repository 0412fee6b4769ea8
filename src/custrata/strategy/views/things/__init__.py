"""What a strategy needs, thing by thing, as predicates over the document."""
