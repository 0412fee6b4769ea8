"""One person taken out of a project, or given everything that is known of them."""
