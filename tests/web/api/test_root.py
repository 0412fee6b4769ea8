import re
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]


def test_the_description_is_for_who_has_come_in(program, client, problem_of, db):
    problem_of(client.get("/api/v1/openapi.json"), 401)
    assert program("viewer").get("/openapi.json")["openapi"].startswith("3.1")


def test_every_error_in_the_description_is_a_problem(program):
    described = program("viewer").get("/openapi.json")
    for operations in described["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert list(answer["content"]) == ["application/problem+json"]


def test_every_operation_says_how_one_comes_in(program):
    described = program("viewer").get("/openapi.json")
    for operations in described["paths"].values():
        assert all(len(operation["security"]) == 2 for operation in operations.values())


def test_no_page_of_documentation_needs_another_site(client, db):
    assert client.get("/api/v1/docs").status_code == 404


@pytest.mark.skipif(not shutil.which("curl"), reason="the examples are commands for curl")
def test_the_examples_of_the_manual_run_and_lose_nothing(live_server, program, tmp_path):
    asker = program("analyst", persons=True)
    before = asker.get("blocks/horizon")["value"]
    page = (REPOSITORY / "docs" / "how-to" / "api.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    given = f"TOKEN={asker.token} SITE={live_server.url}/api/v1/workspaces/{asker.workspace.slug}\n"
    told = re.sub(r"^TOKEN=.*\n", given, "\n".join(blocks), count=1, flags=re.MULTILINE)
    assert given in told
    for name in ("orders.csv", "notes.csv"):
        (tmp_path / name).write_text("id,day,total\n1,2026-01-02,10\n2,2026-01-03,20\n", encoding="utf-8")
    done = subprocess.run(
        [
            "bash",
            "-euo",
            "pipefail",
            "-c",
            'curl() { command curl --fail-with-body "$@"; echo >&2; }\n' + told,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(blocks) >= 5
    assert asker.get("blocks/horizon")["value"] == before | {"months": 24}
    assert [task["title"] for task in asker.get("tasks")["items"]] == ["Call the ten largest"]
    assert '"customers"' in done.stdout
