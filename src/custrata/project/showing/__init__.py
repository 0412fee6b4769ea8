"""What is shown of a project: snapshot, strategy and everything that follows from both."""
