"""What the company is for and how its business stands, as far as data can say it."""
