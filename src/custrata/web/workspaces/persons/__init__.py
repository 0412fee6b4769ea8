"""Personal data of customers: given to whom they are of, and erased."""
