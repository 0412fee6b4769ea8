"""The data room of a workspace: what came in, what it means, what became of it, and when it was built."""
