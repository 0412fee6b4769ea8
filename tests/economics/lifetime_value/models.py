"""A buying model that can be worked by hand: everybody orders by chance at one rate, and stays for a mean
time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class Plain:
    """A rate of a customer's own past plus a prior, and a constant risk a day of leaving."""

    prior: float = 1.0
    leaving: float = 0.001
    name: str = "Pareto/NBD"
    n: int = 3
    spread: float = 0.1

    @property
    def parameters(self):
        return {"prior": self.prior, "leaving": self.leaving}

    @property
    def standard_errors(self):
        return {name: value * self.spread for name, value in self.parameters.items()}

    def shifted(self, k, by=1.0):
        name = list(self.parameters)[k]
        return replace(self, **{name: self.parameters[name] * float(np.exp(by * self.spread))})

    def rate(self, x, T):
        return (x + self.prior) / (T + 100)

    def probability_alive(self, x, t_x, T):
        return np.exp(-self.leaving * (T - t_x))

    def expected_orders(self, horizon, x, t_x, T):
        return self.discounted_expected_orders(0.0, x, t_x, T, horizon)

    def discounted_expected_orders(self, rate, x, t_x, T, horizon=np.inf):
        gone = self.leaving + rate
        return self.probability_alive(x, t_x, T) * self.rate(x, T) * -np.expm1(-gone * horizon) / gone

    def variance_of_orders(self, horizon, x, t_x, T):
        mean = self.expected_orders(horizon, x, t_x, T)
        return mean + mean**2 / (x + self.prior)
