from custrata.web.strategies.models import Dispute, fresh_mark


def test_no_mark_comes_again():
    assert len({fresh_mark() for _ in range(100)}) == 100


def test_a_strategy_and_a_dispute_say_what_they_are(strategy):
    assert str(strategy) == f"strategy of {strategy.workspace}, revision {strategy.number}"
    assert "the file says something else" in str(Dispute(strategy=strategy, block="horizon", base=1))
