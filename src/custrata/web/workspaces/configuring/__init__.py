"""Settings of a workspace: what a build computes with, how things are shown, tokens of programs."""
