"""The settings of a project, changed key by key; what a person wrote around them stays."""
