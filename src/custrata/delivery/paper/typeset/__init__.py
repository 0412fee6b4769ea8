"""From pages as values to PDF: plain data, one-page fitting, typst."""
