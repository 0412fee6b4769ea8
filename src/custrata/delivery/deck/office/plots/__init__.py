"""Plots with two axes as native charts."""
