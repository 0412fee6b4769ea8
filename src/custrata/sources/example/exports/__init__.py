"""The tables of the example company as its systems export them, one module a system."""
