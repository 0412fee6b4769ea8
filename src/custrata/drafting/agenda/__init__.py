"""Agendas of reviews, written from what changed."""
