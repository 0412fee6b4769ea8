from custrata.web.together.models import Comment, Notice, NoticeKind, Task
from custrata.web.together.notices.telling import tell
from custrata.web.together.persons import REMOVED, erase_words, forget, naming, persons_in
from custrata.web.together.talking.threads import say
from custrata.web.together.tasks.keeping import make


def test_the_data_map_names_every_free_text_and_counts_its_rows(workspace, named):
    say(workspace, named("Ann"), "E01", "Jane Roe left")
    found = {(h.model, h.field): h.number for h in persons_in(workspace)}
    assert found[("Comment", "text")] == 1
    assert found[("Task", "title")] == 0
    assert ("Notice", "text") in found


def test_a_name_is_found_and_erased_here_and_left_at_the_neighbour(workspace, other_workspace, named):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    here, there = say(workspace, ann, "E01", "Ask jane roe"), say(other_workspace, bob, "E01", "Ask Jane Roe")
    make(workspace, ann, "Call Jane Roe")
    assert set(naming(workspace, "Jane Roe")) == {"Comment.text", "Task.title"}
    assert erase_words(workspace, "Jane Roe", ann) == 2
    here.refresh_from_db(), there.refresh_from_db()
    assert here.text == f"Ask {REMOVED}"
    assert there.text == "Ask Jane Roe"
    assert naming(workspace, "Jane Roe") == {}


def test_no_words_erase_nothing(workspace, named):
    comment = say(workspace, named("Ann"), "E01", "Stay")
    assert erase_words(workspace, " ", None) == 0
    comment.refresh_from_db()
    assert comment.text == "Stay"


def test_whoever_is_removed_leaves_places_and_the_others_their_words(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    first = say(workspace, ann, "E01", "My words")
    answer = say(workspace, bob, "E01", "Thanks @Ann", first)
    task = make(workspace, ann, "Call them", owner=ann)
    assert forget(ann) == 1
    for row in (first, answer, task):
        row.refresh_from_db()
    assert (first.text, first.removed_at is not None) == ("", True)
    assert answer.text == f"Thanks {REMOVED}"
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
