"""The chapters of the board deck: each function makes one slide, or None where there is nothing to show."""
