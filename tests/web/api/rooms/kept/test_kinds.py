from dataclasses import replace

from custrata.delivery.kinds import kinds


def test_every_kind_of_file_is_listed_and_one_is_made(program, problem_of):
    asker = program("viewer")
    assert {d["kind"] for d in asker.get("deliverables?limit=200")["items"]} == set(kinds())
    answer = asker.ask("GET", "deliverables/markdown/file")
    assert answer.content.startswith(b"# ")
    assert answer["Content-Disposition"] == 'attachment; filename="markdown.md"'
    problem_of(asker.ask("GET", "deliverables/nothing/file"), 404)
    problem_of(asker.ask("GET", "deliverables/markdown/file?group=nobody"), 404)


def test_a_file_tells_a_program_nothing_of_few(program, monkeypatch):
    """The attack: what the list of readings holds back is read out of a deck or a workbook."""
    from custrata.project.live.small import held_back
    from custrata.web.api.rooms.kept import kinds as room
    from custrata.web.strategies.staging import scene_of

    made = []

    def write(given, out):
        made.append(given)
        out.write_bytes(b"written")

    monkeypatch.setattr(room, "deliverable", lambda kind: replace(kinds()[kind], write=write))
    whole = scene_of(program("viewer").workspace).snapshot.readings
    assert held_back(whole) != whole, "there are few somewhere"
    assert program("viewer").ask("GET", "deliverables/workbook/file").content == b"written"
    assert program("analyst", persons=True).ask("GET", "deliverables/workbook/file").content == b"written"
    assert [given.snapshot.readings for given in made] == [held_back(whole), whole]
    assert [r.now for e in made[0].evidence for r in e.figures] != [
        r.now for e in made[1].evidence for r in e.figures
    ]
