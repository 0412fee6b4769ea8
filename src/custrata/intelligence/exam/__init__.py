"""Which model of buying may be believed? An exam on a later part of the company's own history."""
