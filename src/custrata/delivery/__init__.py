"""Deliverables: values first (slides, pages, charts), then the writers that place them."""
