import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linkworks.config.embedded.home import CHECKOUT
from linkworks.config.serve_child import DEATHS, Child, ChildError

FOREVER = "import time; time.sleep(60)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open('ready', 'w'); time.sleep(60)"


@pytest.fixture
def started() -> Iterator[Callable[[str], Child]]:
    children: list[Child] = []

    def start(code: str) -> Child:
        child = Child("tested", [sys.executable, "-c", code], os.environ | {"PYTHONPATH": str(CHECKOUT / "src")})
        children.append(child)
        child.start()
        return child

    yield start
    for child in children:
        child.end()


def look_after_death(child: Child) -> None:
    assert child.process
    child.process.wait()
    child.look()


def pid(child: Child) -> int:
    assert child.process
    return child.process.pid


def test_a_child_that_dies_is_started_again(
    started: Callable[[str], Child], capsys: pytest.CaptureFixture[str]
) -> None:
    child = started(FOREVER)
    first = pid(child)
    os.kill(first, signal.SIGKILL)
    look_after_death(child)
    assert pid(child) != first
    assert "The tested process died (exit code -9); starting it again." in capsys.readouterr().err


def test_a_child_that_keeps_dying_ends_it_with_a_sentence(started: Callable[[str], Child]) -> None:
    child = started("raise SystemExit(3)")
    for _ in range(DEATHS - 1):
        look_after_death(child)
    with pytest.raises(ChildError, match=f"The tested process died {DEATHS} times within a minute"):
        look_after_death(child)


def test_a_child_that_has_lived_is_started_again_however_often_it_dies(
    started: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linkworks.config.serve_child.PROVEN_SECONDS", 0)
    child = started("raise SystemExit(3)")
    for _ in range(2 * DEATHS):
        look_after_death(child)
    assert child.process
    assert child.process.wait() == 3


def test_what_dies_at_once_although_it_can_live_is_given_time(
    started: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    child = started("raise SystemExit(3)")
    child.is_proven = True
    monkeypatch.setattr("linkworks.config.serve_child.PAUSE_SECONDS", 0.5)
    dead = pid(child)
    look_after_death(child)
    assert pid(child) == dead
    time.sleep(0.6)
    child.look()
    assert pid(child) != dead


def test_stopping_waits_for_a_child_to_finish(started: Callable[[str], Child]) -> None:
    child = started(FOREVER)
    Child.stop_all([child])
    assert child.process
    assert child.process.returncode == -signal.SIGTERM


def test_a_deaf_child_is_ended(
    started: Callable[[str], Child], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("linkworks.config.serve_child.GRACE_SECONDS", 0.2)
    child = started(DEAF)
    wait_for((tmp_path / "ready").exists)
    Child.stop_all([child])
    assert child.process
    assert child.process.returncode == -signal.SIGKILL
    assert "did not stop in 0.2 seconds" in capsys.readouterr().err


def test_a_child_dies_with_a_parent_that_is_killed(started: Callable[[str], Child], tmp_path: Path) -> None:
    note = tmp_path / "pid"
    parent = started(
        "import sys, os, time; from pathlib import Path; from linkworks.config.serve_child import Child\n"
        f"child = Child('inner', [sys.executable, '-c', {FOREVER!r}], dict(os.environ)); child.start()\n"
        f"new = Path({str(note)!r} + '.new'); new.write_text(str(child.process.pid)); new.rename({str(note)!r})\n"
        "time.sleep(60)"
    )
    wait_for(note.exists)
    os.kill(pid(parent), signal.SIGKILL)
    wait_for(lambda: not is_alive(int(note.read_text())))


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "waited ten seconds in vain"
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
