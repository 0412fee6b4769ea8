"""Working papers of a first draft: what the data can say, and gaps for the rest."""
