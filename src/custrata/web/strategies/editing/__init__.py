"""Any block of a strategy as a form: fields by what they hold, what was typed read back."""
