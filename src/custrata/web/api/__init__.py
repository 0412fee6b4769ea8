"""The same for programs: every page's deeds under /api/v1/."""
