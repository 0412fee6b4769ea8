"""The ground of the strategy: what the company is for, and what the business needs of its customers."""
