"""Before any page: who really asks, whether the site is well, and what is said when it is not."""
