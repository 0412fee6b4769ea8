from custrata.web.together.leaving import forget
from custrata.web.together.models import Comment, Notice, NoticeKind, Task
from custrata.web.together.notices.telling import tell
from custrata.web.together.talking.mentions import REMOVED
from custrata.web.together.talking.threads import say
from custrata.web.together.tasks.keeping import make


def test_whoever_is_removed_leaves_places_and_the_others_their_words(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    first = say(workspace, ann, "E01", "My words")
    answer = say(workspace, bob, "E01", "Thanks @Ann, and @Annabel", first)
    task = make(workspace, ann, "Call them", owner=ann)
    assert forget(ann) == 1
    for row in (first, answer, task):
        row.refresh_from_db()
    assert (first.text, first.removed_at is not None) == ("", True)
    assert answer.text == f"Thanks {REMOVED}, and @Annabel"
    assert Comment.objects.count() == 2
    assert Task.objects.count() == 1
    assert Notice.objects.filter(person=ann).count() == 0


def test_deleting_a_person_forgets_them_wherever_that_is_done(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    comment = Comment.objects.create(workspace=workspace, address="E01", author=ann, text="My words")
    kept = Comment.objects.create(workspace=workspace, address="E01", author=bob, text="Other words")
    tell(workspace, NoticeKind.MENTION, [bob.pk], "Ann names you", "E01", ann)
    ann.delete()
    comment.refresh_from_db(), kept.refresh_from_db()
    assert (comment.author, comment.text) == (None, "")
    assert kept.text == "Other words"
    assert Notice.objects.count() == 0
