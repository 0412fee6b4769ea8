"""Groups of customers: who they are by what they do, need and are worth."""
