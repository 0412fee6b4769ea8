"""What a page fetches when somebody asks for more: specifications, queries, definitions."""
