from custrata.web.together.models import Comment, NoticeKind, Preference, Task


def test_rows_say_what_they_are(workspace, named):
    ann = named("Ann")
    task = Task.objects.create(workspace=workspace, title="Call them", owner=ann)
    comment = Comment.objects.create(workspace=workspace, address="E01", author=ann, text="Why?")
    assert str(task) == "Call them"
    assert str(comment) == f"comment {comment.pk} on E01"
    assert "Ann" in str(Preference(workspace=workspace, person=ann))


def test_every_kind_of_notice_says_when_it_comes():
    assert all(len(kind.label) > 10 for kind in NoticeKind)


def test_tasks_without_a_day_come_last(workspace):
    Task.objects.create(workspace=workspace, title="some day")
    Task.objects.create(workspace=workspace, title="dated", due_on="2026-11-30")
    assert [t.title for t in Task.objects.all()] == ["dated", "some day"]
