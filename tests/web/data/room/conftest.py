import shutil

import pytest

from custrata.project.place import locate, settings_of
from custrata.project.supplying.correcting import choice_of
from custrata.project.supplying.looking import look, looked_at, mapping_at
from custrata.web.data.room.meaning import mark_of


@pytest.fixture(scope="session")
def company_looked_at(built, tmp_path_factory):
    """The generated company after a look at its files, made once; never change it, copy it."""
    folder = tmp_path_factory.mktemp("looked") / "tessel"
    shutil.copytree(built, folder)
    place = locate(folder)
    look(place, settings_of(place))
    return folder


@pytest.fixture
def looked(workspace, company_looked_at):
    """What was kept of a look at the files of the workspace."""
    shutil.copytree(company_looked_at, workspace.folder, dirs_exist_ok=True)
    return looked_at(workspace.place)


@pytest.fixture
def form(workspace, looked):
    """What the page of the mapping sends when nothing was touched, by names of tables and columns."""
    mapping, sent = mapping_at(workspace.place), {"mark": mark_of(workspace.place)}
    for at, table in enumerate(looked.tables):
        choice = choice_of(mapping, table)
        sent[f"t{at}"] = choice.table
        sent |= {f"f{at}-{n}": choice.fields[column.name] for n, column in enumerate(table.columns)}
        if choice.asked:
            asked = choice.asked
            sent |= {f"i{at}": asked.instrument, f"l{at}": asked.low, f"h{at}": asked.high}
    return sent
