from custrata.web.audit.models import Entry
from custrata.web.customers.person.seeing import seen


def test_whoever_looks_at_a_person_is_on_record(asking):
    who = asking("analyst", persons=True)
    seen(who, "x" * 400)
    (entry,) = Entry.objects.filter(act="customer.seen")
    assert (entry.actor_id, len(entry.thing)) == (who.user.pk, 300)
