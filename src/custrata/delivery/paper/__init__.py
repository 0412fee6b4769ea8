"""Paper: the report and the one-pagers as PDF, set by typst."""
