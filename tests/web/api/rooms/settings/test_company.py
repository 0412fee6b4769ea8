from custrata.project.place import settings_of
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Workspace

COSTS = {"low": 1.0, "likely": 2.0, "high": 3.5}


def test_settings_are_read_and_changed_over_what_was_read(program, problem_of, other_workspace):
    asker, reader = program("admin"), program("viewer")
    read = reader.ask("GET", "settings")
    assert (read.json()["fiscal_year_start"], read.json()["week_start"]) == (1, "monday")
    assert reader.ask("GET", "settings", If_None_Match=read["ETag"]).status_code == 304
    wanted = {
        "currency": "EUR",
        "fiscal_year_start": 4,
        "week_start": "sunday",
        "tier_shares": {"platinum": 0.1, "gold": 0.2, "silver": 0.4, "bronze": 0.3},
        "serving": {"order": COSTS},
        "name": "Tessel Ltd",
        "timezone": "Europe/Berlin",
    }
    problem_of(reader.ask("PATCH", "settings", wanted, If_Match=read["ETag"]), 403)
    problem_of(asker.ask("PATCH", "settings", wanted), 428)
    saved = asker.ask("PATCH", "settings", wanted, If_Match=read["ETag"])
    assert saved.status_code == 200, saved.content
    told = saved.json()
    assert {
        key: told[key] for key in ("currency", "fiscal_year_start", "week_start", "timezone", "name")
    } == {key: wanted[key] for key in ("currency", "fiscal_year_start", "week_start", "timezone", "name")}
    stands = settings_of(asker.workspace.place)
    assert (stands.tier_shares.platinum, stands.serving.order.high) == (0.1, 3.5)
    late = problem_of(asker.ask("PATCH", "settings", {"currency": "GBP"}, If_Match=read["ETag"]), 412)
    assert late["theirs"]["currency"] == "EUR"
    freed = asker.ask(
        "PATCH", "settings", {"serving": {"order": None}, "tier_shares": None}, If_Match=saved["ETag"]
    )
    assert (freed.json()["serving"]["order"], freed.json()["tier_shares"]["platinum"]) == (None, 0.05)
    assert freed.json()["currency"] == "EUR", "what is left out stays"
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts.count("settings.saved") == 2
    assert acts.count("workspace.shown") == 1
    assert settings_of(other_workspace.place).fiscal_year_start == 1
    assert Workspace.objects.get(pk=other_workspace.pk).name == other_workspace.name


def test_a_value_out_of_range_is_refused_with_its_place_and_nothing_is_saved(program, problem_of):
    asker = program("admin")
    mark = asker.ask("GET", "settings")["ETag"]
    for wrong in (
        {"fiscal_year_start": 13},
        {"week_start": "noday"},
        {"tier_shares": {"platinum": 0.5, "gold": 0.5, "silver": 0.5, "bronze": 0.5}},
        {"serving": {"order": {"low": 3, "likely": 2, "high": 1}}},
        {"timezone": "Mars"},
        {"name": " "},
        {"name": "Other", "currency": "much too long a code"},
        {"moons": 3},
    ):
        problem_of(asker.ask("PATCH", "settings", wrong, If_Match=mark), 422)
    assert asker.ask("GET", "settings")["ETag"] == mark
    assert not Entry.objects.filter(act__in=("settings.saved", "workspace.shown")).exists()


def test_a_second_factor_is_wanted_by_an_admin_alone(program, problem_of):
    asker = program("admin")
    problem_of(program("analyst").ask("PUT", "second-factor", {"wanted": True}), 403)
    problem_of(program("admin", "read", "write").ask("PUT", "second-factor", {"wanted": True}), 403)
    assert asker.ask("PUT", "second-factor", {"wanted": True}).json()["second_factor"] is True
    assert Entry.objects.filter(act="workspace.second_factor").count() == 1
