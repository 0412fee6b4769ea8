"""What is needed of propositions, offers, channels and service."""

from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.offering.proposition import Level, Proposition
from custrata.strategy.views.presence import Presence, Thing, block, each_has, said, some
from custrata.strategy.views.things.groups import kept_or_grown


def speaks(proposition: Proposition) -> bool:
    """Whether a proposition says what is provided, or makes a promise; one of gaps alone does not."""
    return said(proposition.we_provide) or any(said(p.statement) for p in proposition.promises)


STANDS_FOR = some(
    "It is said what the company stands for",
    "propositions",
    lambda p: p.level is Level.STANDS_FOR and speaks(p),
)


def offers(document: Document) -> tuple[Proposition, ...]:
    """Propositions that say what is offered, and are no gap."""
    return tuple(p for p in document.propositions if p.level is Level.OFFERS and speaks(p))


def groups_with(document: Document, meant: tuple[Proposition, ...]) -> Presence:
    """Which groups that are kept or grown have a proposition of their own among these.

    Args:
        document: The strategy.
        meant: Propositions that count.

    Returns:
        The groups' names as missing where there is none.
    """
    wanted = [g for g in document.groups if kept_or_grown(g)]
    served = {p.group for p in meant if p.group}
    missing = tuple(f"{g.id}: proposition" for g in wanted if g.id not in served)
    return Presence(
        bool(wanted) and not missing,
        tuple(f"propositions[{p.id}]" for p in meant),
        missing if wanted else ("groups",),
    )


OWN_OFFER = Thing(
    "Every group that is kept or grown has a proposition of its own",
    lambda document: groups_with(document, offers(document)),
)
TESTED = Thing(
    "Every group's proposition was tested with customers",
    lambda document: groups_with(document, tuple(p for p in offers(document) if was_tested(p))),
)
STOOD = Thing(
    "Every group's proposition stood the test with customers",
    lambda document: groups_with(document, tuple(p for p in offers(document) if stood_test(p))),
)


def was_tested(proposition: Proposition) -> bool:
    """Whether customers were asked, and something came of it."""
    return any(test.n > 0 and test.passed is not None for test in proposition.tests)


def stood_test(proposition: Proposition) -> bool:
    """Whether the latest test with customers was passed."""
    done = [test for test in proposition.tests if test.n > 0 and test.passed is not None]
    return bool(done) and bool(done[-1].passed)


SENTENCE = each_has("Every proposition is one whole sentence", "propositions", "sentence")
ALTERNATIVES = some(
    "An alternative is answered, doing nothing included",
    "propositions",
    lambda p: any(a.nothing and said(a.answer) for a in p.alternatives),
)
IMPACT = each_has("Every proposition says what it is worth to customers", "propositions", "impact")


def _proof(document: Document) -> Presence:
    promises = [(p, promise) for p in document.propositions for promise in p.promises]
    missing = tuple(
        f"{promise.id}: proof"
        for _, promise in promises
        if not any(said(x.statement) for x in promise.proofs)
    )
    where = tuple(f"propositions[{p.id}].promises[{promise.id}]" for p, promise in promises)
    return Presence(bool(promises) and not missing, where, missing if promises else ("promises",))


PROOF = Thing("Every promise has a proof that customers can check", _proof)
OFFERS = some("Products and services are named", "offers")
SHORTFALLS = some("It is said where an offer falls short", "offers", lambda o: said(o.falls_short))
MESSAGES = some(
    "A message map carries the promises", "message_maps", lambda m: any(said(x.statement) for x in m.messages)
)

CHANNELS = some("Channels have charters", "channel_charters")
CHANNEL_ROLES = each_has("Every channel has a role and a motion", "channel_charters", "role", "motion")
CHANNEL_GUARDS = each_has(
    "Every channel has goals, guardrails and measures", "channel_charters", "goals", "guardrails", "kpis"
)
CHANNEL_LIMITS = each_has("Every channel says what it does not do", "channel_charters", "does_not")

STANDARDS = each_has(
    "Service standards have a measure and a number that is promised",
    "service_standards",
    "measure",
    "promise",
)
ATTAINED = each_has("It is measured whether standards are kept", "service_standards", "attained")
ESCALATION = each_has(
    "Escalation, authority and knowledge stand beside every standard",
    "service_standards",
    *("escalation", "authority", "knowledge"),
)
EFFORT = some("Customers' effort is measured", "service_standards", lambda s: said(s.effort_measure))
LOOPS = each_has(
    "Causes reach those who can remove them, and customers hear of it",
    "service_standards",
    "loop_to_product",
    "loop_to_customer",
)

CAPABILITIES = some("Capabilities that are needed are named", "capabilities")
CAPABILITY_GAPS = each_has(
    "Every capability says what is missing and what closes it", "capabilities", "gap", "investment"
)
RETURN = block("It is said what the business gets back", "business_value_proposition")
