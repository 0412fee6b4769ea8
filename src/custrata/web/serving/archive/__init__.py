"""A whole site in one file that belongs to no kind of database."""
