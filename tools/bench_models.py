"""How fast the models of buying are fitted and used here, beside a peer.

The peer, lifetimes, needs an older NumPy: give the Python of an environment that holds it with --peer-python.
Without it the seconds that were recorded for it on a quiet machine of two processors stand in its column,
marked with a star.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

WEEKS = (39, 78)
RECORDED = {
    ("BG/NBD fit", 2_357): 0.066,
    ("BG/NBD fit", 1_000_000): 9.1,
    ("Pareto/NBD fit", 2_357): 0.35,
    ("Pareto/NBD fit", 1_000_000): 285.0,
    ("gamma-gamma fit", 1_000_000): 2.8,
    ("12-month value", 1_000_000): 11.0,
}
"""Seconds of lifetimes 0.11.3, recorded on two processors of a quiet machine."""

SLOWEST_PEER = 100_000
"""The peer's Pareto/NBD takes minutes beyond this many customers; it is then asked only with --patient."""


def ended_by_order(n: int, seed: int) -> dict[str, np.ndarray]:
    """BG/NBD buyers with the parameters of CDNOW, watched for 39 to 78 weeks, to the day."""
    chance = np.random.default_rng(seed)
    age = chance.integers(WEEKS[0] * 7, WEEKS[1] * 7 + 1, n) / 7
    rate = np.maximum(chance.gamma(0.243, 1 / 4.414, n), 1e-300)
    stop = chance.beta(0.793, 2.426, n)
    x, last, now = np.zeros(n), np.zeros(n), np.zeros(n)
    buying = np.arange(n)
    while buying.size:
        now[buying] += chance.exponential(1.0, buying.size) / rate[buying]
        buying = buying[now[buying] <= age[buying]]
        x[buying] += 1
        last[buying] = now[buying]
        buying = buying[chance.random(buying.size) >= stop[buying]]
    return {"x": x, "t_x": np.minimum(np.ceil(last * 7) / 7, age), "T": age}


def ended_by_time(n: int, seed: int) -> dict[str, np.ndarray]:
    """Pareto/NBD buyers with the parameters of CDNOW, watched for 39 to 78 weeks, to the day."""
    chance = np.random.default_rng(seed)
    age = chance.integers(WEEKS[0] * 7, WEEKS[1] * 7 + 1, n) / 7
    rate = chance.gamma(0.553, 1 / 10.578, n)
    ending = np.maximum(chance.gamma(0.606, 1 / 11.668, n), 1e-300)
    lifetime = np.minimum(chance.exponential(1.0, n) / ending, age)
    x = chance.poisson(rate * lifetime).astype(float)
    last = np.where(x > 0, lifetime * chance.random(n) ** (1 / np.maximum(x, 1)), 0.0)
    return {"x": x, "t_x": np.minimum(np.ceil(last * 7) / 7, age), "T": age}


def with_spend(data: dict[str, np.ndarray], seed: int) -> dict[str, np.ndarray]:
    """The same buyers with a mean value of their repeat orders, gamma-gamma with the parameters of CDNOW."""
    chance = np.random.default_rng(seed)
    scale, orders = chance.gamma(3.745, 1 / 15.448, len(data["x"])), np.maximum(data["x"], 1)
    mean = chance.gamma(6.249 * orders) / (scale * orders)
    return data | {"value": np.where(data["x"] > 0, np.maximum(np.round(mean, 4), 1e-4), 0.0)}


def measured(work: Callable[[], object], times: int) -> dict[str, float]:
    """Medians of wall and processor time; the first call is told apart."""
    walls, processor = [], []
    for _ in range(times):
        wall, used = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - used)
    return {"wall": statistics.median(walls), "processor": statistics.median(processor), "first": walls[0]}


def ours(file: Path, model: str, times: int) -> dict[str, dict[str, float]]:
    """Fit and value with this project."""
    from custrata.intelligence.buying import fit_bg_nbd, fit_pareto_nbd
    from custrata.intelligence.spend import fit_gamma_gamma

    data = dict(np.load(file))
    history = (data["x"], data["t_x"], data["T"])
    fit = {"BG/NBD": fit_bg_nbd, "Pareto/NBD": fit_pareto_nbd}[model]
    found = {f"{model} fit": measured(lambda: fit(*history), times)}
    buying = fit(*history)
    found[f"{model} fit"]["log_likelihood"] = buying.log_likelihood
    if model == "BG/NBD":
        found["gamma-gamma fit"] = measured(lambda: fit_gamma_gamma(data["x"], data["value"]), times)
        spend = fit_gamma_gamma(data["x"], data["value"])
        found["gamma-gamma fit"]["log_likelihood"] = spend.log_likelihood
        worth = lambda: (  # noqa: E731 - the work to be measured, in one place
            buying.discounted_expected_orders(0.0023, *history, horizon=52.0)
            * spend.expected_value(data["x"], data["value"])
        )
        found["12-month value"] = measured(worth, times)
    return found


def theirs(file: Path, model: str, times: int) -> dict[str, dict[str, float]]:
    """The same with lifetimes, in its own environment."""
    import warnings

    warnings.simplefilter("ignore")
    import pandas as pd
    from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter

    data = pd.DataFrame(dict(np.load(file)))
    fit = {"BG/NBD": BetaGeoFitter, "Pareto/NBD": ParetoNBDFitter}[model]
    found = {f"{model} fit": measured(lambda: fit().fit(data.x, data.t_x, data["T"]), times)}
    buying = fit().fit(data.x, data.t_x, data["T"])
    likelihood = -buying._negative_log_likelihood_ * len(data) if model == "BG/NBD" else np.nan
    found[f"{model} fit"]["log_likelihood"] = float(likelihood)
    if model == "BG/NBD":
        again = data[data.x > 0]
        found["gamma-gamma fit"] = measured(lambda: GammaGammaFitter().fit(again.x, again.value), times)
        spend = GammaGammaFitter().fit(again.x, again.value)
        worth = lambda: spend.customer_lifetime_value(  # noqa: E731 - the work to be measured
            buying, data.x, data.t_x, data["T"], data.value, time=12, discount_rate=0.01, freq="W"
        )
        found["12-month value"] = measured(worth, times)
    return found


def in_its_own_process(
    python: str, who: str, file: Path, model: str, times: int
) -> dict[str, dict[str, float]]:
    """One model measured in a fresh process, with the most memory that it held."""
    words = [python, __file__, "--one", who, str(file), model, str(times)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def report(what: str, n: int, own: dict[str, float], peer: dict[str, float] | None, memory: float) -> None:
    """One line: seconds, the peer's seconds, the ratio of processor time, likelihood, memory."""
    recorded = RECORDED.get((what, n))
    beside, ratio = "", ""
    if peer:
        beside, ratio = f"{peer['processor']:9.4f} ", f"{peer['processor'] / own['processor']:8.0f} ×"
    elif recorded:
        beside, ratio = f"{recorded:9.4f}*", f"{recorded / own['wall']:8.0f} ×"
    likelihood = f"{own['log_likelihood']:18.5f}" if "log_likelihood" in own else " " * 18
    sys.stdout.write(
        f"  {what:<16} {n:>9,} {own['processor']:9.4f} {own['wall']:9.4f} {own['first']:9.4f} "
        f"{beside:>10} {ratio:>10} {likelihood} {memory:7.0f} MB\n"
    )
    sys.stdout.flush()


def one(who: str, file: str, model: str, times: str) -> None:
    """Measure in this process and write the figures as JSON."""
    found = (ours if who == "ours" else theirs)(Path(file), model, int(times))
    found["memory"] = {"most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    sys.stdout.write(json.dumps(found) + "\n")


def main() -> None:
    """Measure every model at every size, the peer beside it where it can run."""
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(prog="bench_models", description=__doc__)
    parser.add_argument("--customers", type=int, nargs="*", default=[2_357, 100_000, 1_000_000], metavar="N")
    parser.add_argument("--peer-python", metavar="PATH", help="a Python that can import lifetimes")
    parser.add_argument("--patient", action="store_true", help="also the peer's Pareto/NBD at a million")
    parser.add_argument("--times", type=int, default=7, metavar="N", help="of each, for the median")
    chosen = parser.parse_args()
    sys.stdout.write(
        f"  {'what':<16} {'customers':>9} {'processor':>9} {'wall':>9} {'first':>9} "
        f"{'lifetimes':>10} {'ratio':>10} "
        f"{'log-likelihood':>18} {'memory':>10}\n"
    )
    with tempfile.TemporaryDirectory() as scratch:
        for n in chosen.customers:
            for model, made in (("BG/NBD", ended_by_order), ("Pareto/NBD", ended_by_time)):
                file = Path(scratch) / f"{made.__name__}_{n}.npz"
                np.savez(file, **with_spend(made(n, seed=1), seed=2))
                own = in_its_own_process(sys.executable, "ours", file, model, chosen.times)
                slow = model == "Pareto/NBD" and n > SLOWEST_PEER and not chosen.patient
                peer: dict[str, dict[str, float]] = {}
                if chosen.peer_python and not slow:
                    turns = chosen.times if n < 50_000 else 1
                    peer = in_its_own_process(chosen.peer_python, "theirs", file, model, turns)
                memory = own.pop("memory")["most"]
                for what, figures in own.items():
                    report(what, n, figures, peer.get(what), memory)


if __name__ == "__main__":
    main()
