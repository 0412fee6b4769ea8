import pytest

from custrata.errors import SettingError
from custrata.project.place import settings_of
from custrata.web.audit.models import Entry
from custrata.web.workspaces.asking import asking_of
from custrata.web.workspaces.configuring.saving import save_display, save_settings, want_second_factor
from custrata.web.workspaces.models import Workspace


@pytest.fixture
def asking(workspace, member):
    return asking_of(member("admin"), workspace.slug)


def test_what_is_refused_is_neither_saved_nor_on_record(asking):
    assert save_settings(asking, {"currency": "EUR"}).currency == "EUR"
    with pytest.raises(SettingError):
        save_settings(asking, {"fiscal_year_start": 13})
    assert settings_of(asking.workspace.place).fiscal_year_start == 1
    with pytest.raises(SettingError):
        save_display(asking, "x" * 121, {})
    assert list(Entry.objects.values_list("act", flat=True)) == ["settings.saved"]


def test_what_another_admin_chose_in_the_meantime_stays(asking):
    save_display(asking_of(asking.user, asking.workspace.slug), "Tessel", {"timezone": "Europe/Berlin"})
    save_display(asking, "Tessel", {})
    assert Workspace.objects.get(pk=asking.workspace.pk).display["timezone"] == "Europe/Berlin"


def test_name_zone_and_second_factor_are_kept_here_and_not_next_door(asking, other_workspace):
    save_display(asking, " Tessel Ltd ", {"timezone": "Europe/Berlin"})
    want_second_factor(asking, wanted=True)
    kept = Workspace.objects.get(pk=asking.workspace.pk)
    assert (kept.name, kept.display["timezone"], kept.second_factor) == ("Tessel Ltd", "Europe/Berlin", True)
    beside = Workspace.objects.get(pk=other_workspace.pk)
    assert (beside.name, beside.second_factor) == (other_workspace.name, False)
