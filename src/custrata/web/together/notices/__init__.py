"""Notices for people, and the mail that sums them up."""
