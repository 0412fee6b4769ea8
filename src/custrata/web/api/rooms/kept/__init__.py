"""What people keep beside the strategy: views of the table, and files that were made."""
