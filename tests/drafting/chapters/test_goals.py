from __future__ import annotations

from tests.snapshots import YEAR, Book, bare, every_company, grocer, phone_company, shop_with_profit

from custrata.drafting.chapters.goals import (
    MOST_GOALS,
    THEMES,
    belief_of,
    called_for,
    draft_goals,
    draft_initiatives,
    goal_of,
    role_of,
)
from custrata.drafting.chapters.groups import draft_groups
from custrata.drafting.desk import Desk
from custrata.drafting.findings import findings
from custrata.drafting.findings.ranking import FINDERS
from custrata.drafting.pen import Pen
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.lint.awaited import AWAITED
from custrata.vocabulary import Relationship


def test_themes_follow_what_matters_most():
    assert next(t.id for t in called_for(findings(phone_company()))) == "keep"
    assert "repair" in [t.id for t in called_for(findings(shop_with_profit()))]
    assert called_for(findings(bare())) == ()


def test_goals_are_few_worded_and_measured_early_and_late():
    for snapshot in every_company():
        pen = Pen(Desk(snapshot))
        themes = called_for(findings(snapshot))
        goals = draft_goals(pen, themes, {"retention": "E01"}, ())
        assert len(goals) <= MOST_GOALS
        assert all(g.leading and g.lagging and g.owner.role for g in goals)


def test_every_measure_of_a_theme_is_in_the_catalogue_or_awaited():
    named = {m for t in THEMES for m in (*t.leading, *t.lagging)}
    assert named <= set(CATALOGUE) | AWAITED


def test_a_topic_calls_for_one_theme_only():
    topics = [topic for theme in THEMES for topic in theme.topics]
    assert len(set(topics)) == len(topics)
    assert FINDERS


def test_goals_rest_on_claims_and_initiatives_serve_goals_and_groups():
    snapshot = shop_with_profit()
    pen = Pen(Desk(snapshot))
    themes = called_for(findings(snapshot))
    groups = draft_groups(pen)
    goals = draft_goals(pen, themes, {"retention": "E07"}, groups)
    initiatives = draft_initiatives(pen, themes, groups)
    assert next(g for g in goals if g.id == "goal-keep").rests_on == ("E07",)
    assert [i.goal for i in initiatives] == [g.id for g in goals]
    repair = next(i for i in initiatives if i.goal == "goal-repair")
    assert repair.groups == ("group-tier-bronze",)


def test_the_role_of_a_theme_follows_the_company():
    roles = {role_of(Pen(Desk(phone_company())), theme) for theme in THEMES}
    assert roles == {"head of customer success", "head of finance", "head of sales"}


def test_nothing_is_said_of_losses_where_no_margin_is_known():
    repair = next(t for t in THEMES if t.id == "repair")
    for say in (goal_of, belief_of):
        assert "at a loss" in say(Pen(Desk(shop_with_profit())), repair)
        assert "loss" not in say(Pen(Desk(grocer())), repair)


def test_a_habit_that_nearly_all_have_calls_for_no_goal():
    def themes(rate: float) -> list[str]:
        book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
        book.add("repeat_rate", rate, "share", 500)
        return [theme.id for theme in called_for(findings(book.snapshot({})))]

    assert themes(0.6) == ["begin"]
    assert themes(0.99) == []


def test_customers_who_bring_as_much_as_before_call_for_no_goal_to_keep_them():
    def themes(kept: float) -> list[str]:
        book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
        book.add("net_revenue_retention", kept, "share", 500, period="current")
        return [theme.id for theme in called_for(findings(book.snapshot({})))]

    assert themes(0.8) == ["keep"]
    assert themes(1.2) == []
