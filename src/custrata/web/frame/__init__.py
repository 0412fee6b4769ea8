"""The frame of every page: rail, bar, head, numbers that explain themselves, charts."""
