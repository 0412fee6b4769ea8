from custrata.web.api.rooms import strategy as rooms
from custrata.web.strategies.models import BlockRevision
from custrata.web.strategies.saving import change


def horizon(asker):
    answer = asker.ask("GET", "blocks/horizon")
    return answer.json(), answer["ETag"]


def test_a_block_is_read_saved_and_read_again(program):
    asker = program("editor")
    held, mark = horizon(asker)
    body = {"value": held["value"] | {"months": 24}, "note": "two years"}
    saved = asker.ask("PUT", "blocks/horizon", body, If_Match=mark)
    assert saved.status_code == 200, saved.content
    assert saved.json()["blocks"] == ["horizon"]
    now, after = horizon(asker)
    assert now["value"]["months"] == 24
    assert after == saved["ETag"] != mark
    assert asker.get("document")["horizon"]["months"] == 24
    row = BlockRevision.objects.get(block="horizon", number=now["number"])
    assert (row.origin, row.note, row.author) == ("api", "two years", asker.user)


def test_a_save_over_another_version_shows_both_texts_and_saves_nothing(program, problem_of):
    one, two = program("editor"), program("editor")
    held, mark = horizon(one)
    one.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 24}}, If_Match=mark)
    late = two.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 36}}, If_Match=mark)
    said = problem_of(late, 412)
    assert said["theirs"]["horizon"]["months"] == 24
    assert said["yours"]["horizon"]["months"] == 36
    assert horizon(one)[0]["value"]["months"] == 24


def test_a_mark_belongs_to_the_words_it_came_with_even_where_somebody_saves_meanwhile(program, monkeypatch):
    one, two = program("editor"), program("editor")
    held, mark = horizon(two)

    standing = rooms._standing

    def and_then_somebody_saves(strategy, address):
        monkeypatch.undo()
        read = standing(strategy, address)
        two.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 24}}, If_Match=mark)
        return read

    monkeypatch.setattr(rooms, "_standing", and_then_somebody_saves)
    old, its_mark = horizon(one)
    assert old["value"] == held["value"]
    late = one.ask("PUT", "blocks/horizon", {"value": old["value"] | {"months": 36}}, If_Match=its_mark)
    assert late.status_code == 412, "it was saved over words that nobody had shown"
    assert horizon(one)[0]["value"]["months"] == 24


def test_the_mark_of_a_save_is_its_own_even_where_somebody_saves_after_it(program, monkeypatch):
    one, two = program("editor"), program("editor")
    held, mark = horizon(one)

    def and_then_somebody_saves(*given, **named):
        monkeypatch.undo()
        saved = change(*given, **named)
        _, latest = horizon(two)
        two.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 24}}, If_Match=latest)
        return saved

    monkeypatch.setattr(rooms, "change", and_then_somebody_saves)
    first = one.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 30}}, If_Match=mark)
    body = {"value": held["value"] | {"months": 36}}
    assert one.ask("PUT", "blocks/horizon", body, If_Match=first["ETag"]).status_code == 412
    assert horizon(one)[0]["value"]["months"] == 24


def test_a_save_of_another_block_meanwhile_is_no_conflict(program):
    one, two = program("editor"), program("editor")
    held, mark = horizon(one)
    other = two.ask("GET", "blocks/company")
    two.ask("PUT", "blocks/company", {"value": "Tessel and sons"}, If_Match=other["ETag"])
    saved = one.ask("PUT", "blocks/horizon", {"value": held["value"] | {"months": 24}}, If_Match=mark)
    assert saved.status_code == 200
    document = one.get("document")
    assert (document["company"], document["horizon"]["months"]) == ("Tessel and sons", 24)


def test_a_save_says_which_version_it_changes(program, problem_of):
    problem_of(program("editor").ask("PUT", "blocks/horizon", {"value": {"months": 24}}), 428)


def test_a_value_that_does_not_fit_is_refused(program, problem_of):
    asker = program("editor")
    _, mark = horizon(asker)
    problem_of(asker.ask("PUT", "blocks/horizon", {"value": {"months": "many"}}, If_Match=mark), 422)
    problem_of(asker.ask("PUT", "blocks/horizon", {"value": None}, If_Match=mark), 422)


def test_a_new_block_is_written_where_none_stands_and_taken_out_again(program, problem_of):
    asker = program("editor")
    body = {"value": {"id": "plain", "text": "Write plainly."}}
    made = asker.ask("PUT", "blocks/principles[plain]", body, If_None_Match="*")
    assert made.status_code in (200, 422), made.content
    _, mark = horizon(asker)
    gone = asker.ask("DELETE", "blocks/horizon", If_Match=mark)
    assert gone.status_code == 200, gone.content
    problem_of(asker.ask("GET", "blocks/horizon"), 404)
    assert asker.get("blocks/company")["value"]
    problem_of(asker.ask("DELETE", "blocks/horizon", If_Match="*"), 404)


def test_an_item_is_saved_under_its_own_id_alone(program, problem_of):
    asker = program("editor")
    name = next(
        b["address"] for b in asker.get("blocks?limit=200")["items"] if b["address"].startswith("groups[")
    )
    answer = asker.ask("GET", f"blocks/{name}")
    other = {"value": answer.json()["value"] | {"id": "somebody-else"}}
    problem_of(asker.ask("PUT", f"blocks/{name}", other, If_Match=answer["ETag"]), 422)


def test_the_whole_strategy_is_saved_over_the_version_that_was_read(program, problem_of):
    asker = program("editor")
    answer = asker.ask("GET", "document")
    text = answer.json() | {"company": "Tessel and sons"}
    problem_of(asker.ask("PUT", "document", text), 428)
    saved = asker.ask("PUT", "document", text, If_Match=answer["ETag"])
    assert saved.json()["blocks"] == ["company"]
    problem_of(asker.ask("PUT", "document", text, If_Match=answer["ETag"]), 412)
    problem_of(asker.ask("PUT", "document", {"company": 3}, If_Match=saved["ETag"]), 422)


def test_who_holds_the_strategy_is_sent_nothing(program):
    asker = program("viewer")
    mark = asker.ask("GET", "document")["ETag"]
    assert asker.ask("GET", "document", If_None_Match=mark).status_code == 304
