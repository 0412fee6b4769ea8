"""How the strategy of a project is steered: what comes first, how mature it is, how complete it is."""
