"""Binding numbers of claims to readings: what can be read, compared with what."""
