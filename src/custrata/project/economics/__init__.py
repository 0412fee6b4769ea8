"""Questions of customer economics to a project: what if."""
