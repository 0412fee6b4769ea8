"""Workspaces apart from each other, who belongs to them, and what each may do."""
