"""The steps of the main flow: each asks builders, lets the engine run, hands rows to estimators."""
