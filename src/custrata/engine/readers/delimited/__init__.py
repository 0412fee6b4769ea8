"""Text files with one record a line: charset, dialect, header, rows."""
