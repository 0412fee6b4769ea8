"""The whole strategy as a typeset book."""
