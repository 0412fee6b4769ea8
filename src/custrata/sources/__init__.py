"""From raw tables to the contract: what they mean, what is loaded, what is set aside."""
