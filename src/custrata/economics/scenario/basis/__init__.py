"""On what a scenario begins: the customers of a snapshot, and how they are going to behave by themselves."""
