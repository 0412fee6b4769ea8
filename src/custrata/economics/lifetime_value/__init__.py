"""What is a customer worth: expected orders × their value, or months of a contract × what they pay."""
