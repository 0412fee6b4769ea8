"""Who belongs to a workspace: invited, given a role, taken out."""
