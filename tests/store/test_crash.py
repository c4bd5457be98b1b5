"""Killed at any moment: everything acknowledged is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from caseapp.domain.people import Household
from caseapp.store import opening
from caseapp.store.attachments import known
from caseapp.store.casebook import Casebook
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW

WRITER = """
import os, sys
from datetime import datetime
from pathlib import Path
from caseapp.domain.documents import Attachment
from caseapp.domain.ids import new_id
from caseapp.domain.people import Household
from caseapp.store import opening
now = datetime.now().astimezone()
casebook = opening.open_with_key(Path(sys.argv[1]), bytes(range(32)), now)
number = 0
print("ready", flush=True)
while True:
    number += 1
    household = Household(new_id(), f"{number}")
    with casebook.write("Household", "li", now) as writer:
        writer.put(household)
        if number % 5 == 0:
            blob = writer.add_blob(os.urandom(1000))
            writer.put(Attachment(new_id(), "c", blob.id))
    print(household.id, flush=True)
"""


def kill_once(folder: Path, chance: random.Random) -> list[str]:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        first = [writer.stdout.readline() for _ in range(chance.randint(2, 12))]
        threading.Timer(chance.uniform(0, 0.03), writer.send_signal, (signal.SIGKILL,)).start()
        return [line.strip() for line in (*first, *writer.stdout) if line.endswith("\n")]


def survive(casebook: Casebook, kills: int) -> None:
    casebook.close()
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(kills):
        acknowledged.update(kill_once(casebook.folder, chance))
        with opening.open_with_key(casebook.folder, KEY, NOW) as again:
            assert again.notices == ()
            assert again.letter == "A"
            with again.read() as reader:
                assert acknowledged <= {household.id for household in reader.all(Household)}
                files = {path.name for path in (casebook.folder / "attachments").iterdir()}
                assert files == known(reader.connection)
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        assert verify(again).problems == ()
    assert len(acknowledged) > kills


def test_killed_a_few_times_nothing_acknowledged_is_lost(casebook: Casebook) -> None:
    survive(casebook, 2)


@pytest.mark.long
def test_killed_five_hundred_times_nothing_acknowledged_is_lost(casebook: Casebook) -> None:
    survive(casebook, 500)


def test_many_readers_and_writers_at_once_never_see_a_locked_database(casebook: Casebook) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(20):
                if number % 2:
                    with casebook.write("x", "li", NOW) as writer:
                        writer.put(Household(f"{number}-{step}", "x"))  # type: ignore[arg-type]
                else:
                    with casebook.read() as reader:
                        reader.case_rows("x")
                        reader.all(Household)
        except BaseException as error:  # noqa: BLE001 (carried to the test's own thread)
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with casebook.read() as reader:
        assert len(reader.all(Household)) == 60
    assert verify(casebook).problems == ()
