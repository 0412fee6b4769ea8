"""What was done, by whom, when: added to, never changed."""
