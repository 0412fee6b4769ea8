import shutil

import pytest

from custrata.project.place import locate, settings_of
from custrata.project.supplying.looking import look, looked_at


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
