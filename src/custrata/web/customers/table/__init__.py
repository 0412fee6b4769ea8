"""The table of customers: filters, order, pages, saved views, and what is done with a selection."""
