"""Wording by a language model, held to the evidence."""
