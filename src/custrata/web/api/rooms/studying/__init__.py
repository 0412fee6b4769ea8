"""Studies that a program can ask for: the strategy played, revisions of a segment beside each other."""
