import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from custrata.web.audit.models import Entry
from custrata.web.together.models import Comment, Notice, NoticeKind
from custrata.web.together.talking import threads
from custrata.web.together.talking.threads import (
    LONGEST,
    counts,
    reword,
    say,
    settle,
    take_back,
    threads_at,
)


def kinds(user):
    return list(Notice.objects.filter(person=user).order_by("pk").values_list("kind", flat=True))


def test_an_answer_hangs_under_what_began_the_thread_one_level_deep(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    first = say(workspace, ann, "E01", "Why?")
    answer = say(workspace, bob, "E99", "Because.", first)
    again = say(workspace, ann, "E01", "I see.", answer)
    assert (answer.parent, again.parent) == (first, first)
    assert answer.address == "E01"
    (thread,) = threads_at(workspace, "E01", ann)
    assert [a.words for a in thread.answers] == ["Because.", "I see."]
    assert thread.last_at == again.created_at


def test_words_that_were_taken_back_do_not_come_again_from_a_page_that_is_behind(workspace, named):
    ann = named("Ann")
    said = say(workspace, ann, "E01", "Too harsh")
    seen = Comment.objects.get(pk=said.pk)
    take_back(said, ann)
    with pytest.raises(PermissionDenied):
        reword(seen, ann, "Still harsh")
    with pytest.raises(PermissionDenied):
        take_back(Comment.objects.get(pk=said.pk), ann)
    assert Comment.objects.get().text == ""
    assert Entry.objects.filter(act__in=("comment.removed", "comment.reworded")).count() == 1


def test_who_settles_a_thread_first_has_settled_it(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    said = say(workspace, ann, "E01", "Why?")
    seen = Comment.objects.get(pk=said.pk)
    settle(said, ann, resolved=True)
    settle(seen, bob, resolved=True)
    assert Comment.objects.get().resolved_by == ann
    assert Entry.objects.filter(act="comment.resolved").count() == 1


def test_who_is_named_is_told_and_who_began_the_thread_is_told_of_answers(workspace, named):
    ann, bob, eve = named("Ann"), named("Bob"), named("Eve")
    first = say(workspace, ann, "E01", "@Bob, why?")
    say(workspace, bob, "E01", "Ask @Eve", first)
    assert kinds(bob) == [NoticeKind.MENTION]
    assert kinds(ann) == [NoticeKind.ANSWER]
    assert kinds(eve) == [NoticeKind.MENTION]


def test_nobody_is_told_what_they_say_themselves(workspace, named):
    ann = named("Ann")
    first = say(workspace, ann, "E01", "@Ann remember")
    say(workspace, ann, "E01", "Done", first)
    assert kinds(ann) == []


def test_a_notice_does_not_repeat_the_words(workspace, named):
    bob = named("Bob")
    say(workspace, named("Ann"), "E01", "@Bob the secret plan")
    assert "secret" not in Notice.objects.get(person=bob).text


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST + 1)])
def test_a_comment_needs_words_and_not_too_many(workspace, named, text):
    with pytest.raises(ValidationError):
        say(workspace, named("Ann"), "E01", text)
    assert Comment.objects.count() == 0


def test_one_changes_ones_own_words_and_nobody_elses(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    mine, theirs = say(workspace, ann, "E01", "Why?"), say(workspace, bob, "E01", "No")
    reword(mine, ann, "Why, @Bob?")
    with pytest.raises(PermissionDenied):
        reword(theirs, ann, "Yes")
    mine.refresh_from_db(), theirs.refresh_from_db()
    assert (mine.text, theirs.text) == ("Why, @Bob?", "No")
    assert mine.edited_at is not None
    assert kinds(bob) == [NoticeKind.MENTION]


def test_taking_back_empties_the_words_and_leaves_the_answers(workspace, named):
    ann, bob = named("Ann"), named("Bob")
    first = say(workspace, ann, "E01", "Wrong")
    answer = say(workspace, bob, "E01", "Right", first)
    with pytest.raises(PermissionDenied):
        take_back(answer, ann)
    take_back(first, ann)
    first.refresh_from_db(), answer.refresh_from_db()
    assert (first.text, answer.text) == ("", "Right")
    (thread,) = threads_at(workspace, "E01", ann)
    assert thread.first.words == ""


def test_a_thread_whose_only_comment_was_taken_back_is_gone_from_the_page(workspace, named):
    ann = named("Ann")
    take_back(say(workspace, ann, "E01", "Wrong"), ann)
    assert threads_at(workspace, "E01", ann) == ()
    assert Comment.objects.count() == 1


def test_settled_threads_come_last_and_are_not_counted(workspace, named):
    ann = named("Ann")
    first, second = say(workspace, ann, "E01", "One"), say(workspace, ann, "E01", "Two")
    say(workspace, ann, "E01", "Under one", first)
    settle(first, ann, resolved=True)
    assert [t.first.comment.pk for t in threads_at(workspace, "E01", ann)] == [second.pk, first.pk]
    assert counts(workspace) == {"E01": 1}
    settle(first, ann, resolved=False)
    assert counts(workspace) == {"E01": 3}


def test_comments_of_the_neighbour_are_neither_shown_nor_counted(workspace, other_workspace, named):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    say(other_workspace, bob, "E01", "Ours")
    assert threads_at(workspace, "E01", ann) == ()
    assert counts(workspace) == {}
    assert counts(other_workspace) == {"E01": 1}


def test_every_act_is_on_record_and_none_of_the_words(workspace, named):
    ann = named("Ann")
    comment = say(workspace, ann, "E01", "Unrepeatable")
    reword(comment, ann, "Unrepeatable too")
    settle(comment, ann, resolved=True)
    settle(comment, ann, resolved=False)
    take_back(comment, ann)
    rows = Entry.objects.filter(act__startswith="comment.").order_by("pk")
    acts = ["made", "reworded", "resolved", "reopened", "removed"]
    assert [r.act.partition(".")[2] for r in rows] == acts
    assert not any("Unrepeatable" in str(r.detail) + r.thing for r in rows)


def test_the_newest_comments_are_shown_and_earlier_ones_are_a_step_away(workspace, named, monkeypatch):
    monkeypatch.setattr(threads, "MOST", 3)
    ann = named("Ann")
    first, *rest = [say(workspace, ann, "E01", f"{n}.") for n in range(4)]
    say(workspace, ann, "E01", "late answer", first)
    newest = threads_at(workspace, "E01", ann)
    assert [t.first.words for t in newest] == ["0.", "2.", "3."], "a thread begins where it began"
    assert newest.before == rest[1].pk
    earlier = threads_at(workspace, "E01", ann, before=newest.before)
    assert [t.first.words for t in earlier] == ["0.", "1."]
    assert earlier.before == 0
