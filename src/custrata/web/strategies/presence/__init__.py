"""Who is here, and which block they edit."""
