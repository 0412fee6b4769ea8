"""Forms of the document beside YAML: JSON with its schema, Markdown, and sheets of a workbook."""
