import asyncio
import inspect
import json
import sys

import pytest
from tests.small_strategy import small_strategy

from custrata.cli.run import run
from custrata.cli.running.assistant import tools
from custrata.strategy.text import dump, load


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "company"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (folder / "strategy.yaml").write_text(dump(small_strategy()), encoding="utf-8")
    return folder


def by_name(folder):
    return {tool.__name__: tool for tool in tools(folder, "helper")}


def test_every_tool_says_what_it_does_and_only_one_proposes(written):
    found = by_name(written)
    assert all(inspect.getdoc(tool) for tool in found.values())
    assert "propose" in found
    assert not {"set", "sign", "accept", "save", "build"} & set(found)


def test_an_error_reaches_the_assistant_in_words(written):
    told = json.loads(by_name(written)["propose"]("horizon.months", "many", "because"))
    assert told["to_do"]
    assert (written / "strategy.yaml").read_text(encoding="utf-8") == dump(small_strategy())


def test_a_proposal_is_accepted_on_the_command_line(written, capsys):
    made = json.loads(by_name(written)["propose"]("horizon.months", "30", "two plans need longer"))
    assert made["by"] == "helper"
    assert run(["proposals", "-C", str(written)]) == 0
    assert "12  →  30" in capsys.readouterr().out
    assert run(["proposals", "-C", str(written), "--accept", made["id"], "--name", "CEO"]) == 2
    done = ["proposals", "-C", str(written), "--accept", made["id"], "--name", "CEO", "--on", "2026-01-31"]
    assert run(done) == 0
    assert load((written / "strategy.yaml").read_text(encoding="utf-8")).horizon.months == 30
    assert run(["proposals", "-C", str(written), "--json"]) == 0
    assert '"accepted"' in capsys.readouterr().out


def test_a_proposal_is_refused_on_the_command_line(written):
    made = json.loads(by_name(written)["propose"]("horizon.months", "30", "longer"))
    done = ["proposals", "-C", str(written), "--refuse", made["id"], "--name", "CEO", "--on", "2026-01-31"]
    assert run([*done, "--because", "no"]) == 0
    assert load((written / "strategy.yaml").read_text(encoding="utf-8")).horizon.months == 12


def test_an_assistant_talks_to_the_server_over_its_own_wire(written):
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    command = [sys.executable, "-c", "from custrata.cli import main; main()"]
    started = StdioServerParameters(command=command[0], args=[*command[1:], "mcp", "-C", str(written)])

    async def talk():
        async with stdio_client(started) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            names = {tool.name for tool in (await session.list_tools()).tools}
            told = await session.call_tool("strategy", {"at": "horizon.months"})
            made = await session.call_tool(
                "propose", {"at": "horizon.months", "value": "30", "because": "longer"}
            )
            return names, told.content[0].text, json.loads(made.content[0].text)

    names, months, made = asyncio.run(talk())
    assert {"overview", "reading", "claims", "why", "propose"} <= names
    assert months == "12"
    assert made["standing"] == "open"
