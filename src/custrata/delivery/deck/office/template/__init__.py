"""A company's own template: read with care, measured, used."""
