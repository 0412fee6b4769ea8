"""The appendix: where every printed figure comes from."""
