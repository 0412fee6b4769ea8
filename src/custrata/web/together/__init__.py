"""What people do with each other: comments, tasks, notices, the home page, boards of teams."""
