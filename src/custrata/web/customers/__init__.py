"""Customers one by one and by segment, asked live of the snapshot."""
