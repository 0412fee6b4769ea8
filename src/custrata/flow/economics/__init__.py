"""The steps that say what customers cost and are worth."""
