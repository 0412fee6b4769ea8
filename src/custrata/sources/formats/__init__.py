"""How text stands for dates, numbers and flags: seen in samples, and parsed as expressions."""
