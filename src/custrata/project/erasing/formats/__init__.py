"""How files of one kind each are written again without a person."""
