"""The workflows: what may start them, what they may do, and that they run what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kushiro_yearbook.cli import COMMANDS

TOP = Path(__file__).parents[1]
FOLDER = TOP / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
# Who may start what; nothing here is started by `pull_request_target` or by other workflows.
TRIGGERS = {"check.yml": {"pull_request"}, "publish.yml": {"push"}, "test.yml": {"pull_request", "push"}}
# The only job that may write anything, and it runs nothing of the repository.
DEPLOY = {"pages": "write", "id-token": "write"}


def text(name: str) -> str:
    """A workflow as written."""
    return (FOLDER / name).read_text("utf-8")


def workflow(name: str) -> dict[str, Any]:
    """A workflow as data, every value as text, `on` a key like any other."""
    read = yaml.load(text(name), Loader=yaml.BaseLoader)  # noqa: S506 – makes nothing but text, lists and mappings
    assert isinstance(read, dict)
    return read


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """Every job with the name of its workflow."""
    return [(name, job) for name in NAMES for job in workflow(name)["jobs"].values()]


def steps() -> list[tuple[str, dict[str, Any]]]:
    """Every step with the name of its workflow."""
    return [(name, step) for name, job in jobs() for step in job["steps"]]


def commands() -> str:
    """Everything that the steps run."""
    return "\n".join(step["run"] for _, step in steps() if "run" in step)


def triggers(name: str) -> set[str]:
    """What starts a workflow."""
    on = workflow(name)["on"]
    return {on} if isinstance(on, str) else set(on)


def test_only_what_may_start_them_does() -> None:
    """A proposal starts its checks and a merge the publication; nothing runs with the base's rights."""
    assert TRIGGERS == {name: triggers(name) for name in NAMES}
    assert ["main"] == workflow("publish.yml")["on"]["push"]["branches"]


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_read_and_no_more(name: str) -> None:
    """The token reads the repository; only the job that deploys may write, and only pages."""
    assert workflow(name)["permissions"] in ({"contents": "read"}, {})
    rights = [job["permissions"] for job in workflow(name)["jobs"].values() if "permissions" in job]

    assert all(right in ({"contents": "read"}, DEPLOY) for right in rights)
    assert (name == "publish.yml") == (DEPLOY in rights)


def test_what_may_write_runs_nothing_of_the_repository() -> None:
    """The job that deploys is one action and no command."""
    [deploy] = [job for _, job in jobs() if job.get("permissions") == DEPLOY]

    assert ["actions/deploy-pages"] == [step["uses"].partition("@")[0] for step in deploy["steps"]]


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_knows_a_secret(name: str) -> None:
    """There is nothing to be stolen."""
    assert not re.search(r"secrets|github\.token|GITHUB_TOKEN", text(name))


def test_no_checkout_leaves_its_token_behind() -> None:
    """What runs after a checkout finds no token in the repository's settings."""
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]

    assert {"false"} == {step["with"]["persist-credentials"] for step in checkouts}


@pytest.mark.parametrize("name", NAMES)
def test_each_action_is_pinned(name: str) -> None:
    """An action is named by a commit, which cannot be moved, with its version beside it."""
    uses = re.findall(r"uses: (.*)", text(name))

    assert len(uses) == sum("uses" in step for where, step in steps() if where == name)
    assert not [
        line for line in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ]


def test_workflows_agree_on_their_actions() -> None:
    """An action has one version throughout."""
    pins = {tuple(line.split("@")) for name in NAMES for line in re.findall(r"uses: (.*)", text(name))}

    assert len(pins) == len({action for action, _ in pins})


def test_no_value_is_pasted_into_a_command() -> None:
    """What a proposer may choose reaches a command as a variable, never as a part of its text."""
    assert "${{" not in commands()
    assert {"${{ github.event.pull_request.base.sha }}", "github"} == {
        value for _, step in steps() for value in step.get("env", {}).values()
    }


def test_each_job_ends_some_time() -> None:
    """A job that hangs is stopped within half an hour."""
    assert all(0 < int(job["timeout-minutes"]) <= 30 for _, job in jobs())


@pytest.mark.parametrize("name", NAMES)
def test_only_the_newest_of_its_kind_runs(name: str) -> None:
    """An older run gives way; one that deploys is finished first."""
    assert (name != "publish.yml") == (workflow(name)["concurrency"]["cancel-in-progress"] == "true")


def test_what_they_run_is_there() -> None:
    """Scripts and lock files exist, and the commands called are those of the program."""
    script = (TOP / "scripts" / "propose").read_text("utf-8")
    files = re.findall(r"\S*(?:scripts|requirements|\.ci)/[\w.-]+|build\.py", commands())
    called = re.findall(r"build\.py (\w+)", commands()) + re.findall(r"^ *call (\w+)", script, re.MULTILINE)

    assert {"scripts/propose", "scripts/venv", ".ci/run", "requirements/test.txt", "build.py"} == set(files)
    assert all((TOP / file).is_file() for file in files)
    assert {"check", "build", "diff"} == set(called)
    assert set(called) <= set(COMMANDS)


def test_the_check_tells_all_even_of_faulty_content() -> None:
    """Summary and site are handed out after a failed step as well."""
    late = [step for name, step in steps() if name == "check.yml"][3:]

    assert [{"${{ !cancelled() }}"}] * 2 == [{step["if"]} for step in late]


def test_the_site_is_handed_out_as_it_is() -> None:
    """A single folder is handed out without its name: what is unpacked begins with `index.html`."""
    [site] = [step for _, step in steps() if step.get("uses", "").startswith("actions/upload-artifact@")]

    assert "site" == site["with"]["path"]


def test_every_system_and_python_is_tried() -> None:
    """The tests run on three systems with the oldest Python that is supported and the newest."""
    matrix = workflow("test.yml")["jobs"]["systems"]["strategy"]["matrix"]

    assert ["macos-latest", "ubuntu-latest", "windows-latest"] == sorted(matrix["system"])
    assert ("3.11", 2) == (matrix["python"][0], len(matrix["python"]))
    assert f'requires-python = ">={matrix["python"][0]}"' in (TOP / "pyproject.toml").read_text("utf-8")
