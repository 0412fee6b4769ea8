from django.apps import apps

from custrata.strategy.text import load
from custrata.web.strategies.saving import change, saved, strategy_of


def other_words(document):
    return document.model_copy(update={"groups": document.groups[:1]})


def test_whatever_process_is_ready_writes_the_file_after_a_save(
    workspace, django_capture_on_commit_callbacks
):
    file, strategy = workspace.place.strategy, strategy_of(workspace)
    saved.disconnect(dispatch_uid="the file follows")
    before = file.read_text(encoding="utf-8")
    try:
        with django_capture_on_commit_callbacks(execute=True):
            change(strategy, None, other_words, None)
        assert file.read_text(encoding="utf-8") == before
    finally:
        apps.get_app_config("strategies").ready()
    with django_capture_on_commit_callbacks(execute=True):
        change(strategy, None, lambda now: now.model_copy(update={"company": "Other"}), None)
    assert load(file.read_text(encoding="utf-8")).company == "Other"
