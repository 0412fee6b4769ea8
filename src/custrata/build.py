"""The main flow."""
