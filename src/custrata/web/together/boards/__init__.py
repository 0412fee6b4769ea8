"""Boards of teams."""
