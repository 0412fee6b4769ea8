"""The deck: composed as a value, written as a file."""
