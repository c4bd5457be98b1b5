from __future__ import annotations

import threading
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from caseapp.gui.background import Background, Lane
from caseapp.work.progress import Progress


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


def fail(error: Exception) -> None:
    raise AssertionError(repr(error))


def test_results_come_home_in_order_and_on_the_windows_thread(qtbot: QtBot, background: Background):
    owner, home = QObject(), []

    def done(number: int) -> None:
        home.append((number, QThread.currentThread() is owner.thread()))

    for number in range(300):
        background.start(owner, lambda _progress, number=number: number, done, fail)
    qtbot.waitUntil(lambda: len(home) == 300)
    assert home == [(number, True) for number in range(300)]


def test_an_error_reaches_its_owner(qtbot: QtBot, background: Background):
    owner, failed = QObject(), []
    background.start(owner, lambda _progress: 1 // 0, fail, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ZeroDivisionError)


def test_nobody_is_called_who_is_gone(qtbot: QtBot, background: Background):
    import shiboken6

    owner, other, called = QObject(), QObject(), []
    may_end = Event()
    background.start(owner, lambda _progress: may_end.wait(5), lambda _: called.append("gone"), fail)
    shiboken6.delete(owner)
    may_end.set()
    background.start(other, lambda _progress: 1, lambda _: called.append("here"), fail)
    qtbot.waitUntil(lambda: bool(called))
    assert called == ["here"]


def test_a_long_job_keeps_no_search_waiting_and_can_be_stopped(qtbot: QtBot, background: Background):
    owner, events, counted = QObject(), [], []
    running = Event()

    def long_job(progress: Progress) -> None:
        for step in range(100_000):
            progress.step(step, 100_000)
            running.set()
            threading.Event().wait(0.001)
        events.append("finished")

    progress = background.start(
        owner, long_job, lambda _: events.append("done"), fail, lambda done, _all: counted.append(done), lane=Lane.LONG
    )  # fmt: skip
    assert running.wait(5)
    background.start(owner, lambda _progress: "found", events.append, fail)
    qtbot.waitUntil(lambda: events == ["found"])
    progress.cancel()
    background.start(owner, lambda _progress: "after", events.append, fail, lane=Lane.LONG)
    qtbot.waitUntil(lambda: events == ["found", "after"])
    assert counted


def test_nothing_begins_after_the_end(qtbot: QtBot, background: Background):
    owner, called = QObject(), []
    background.close()
    background.start(owner, lambda _progress: called.append("work"), called.append, fail)
    assert called == []


def test_a_save_that_still_waits_is_done_before_the_end(qtbot: QtBot):
    background, began, go_on, saved = Background(), Event(), Event(), []
    background.start(QObject(), lambda _progress: (began.set(), go_on.wait(10)), lambda _done: None, fail)
    background.start(QObject(), lambda _progress: saved.append("lock"), lambda _done: None, fail)
    assert began.wait(10)
    threading.Timer(0.05, go_on.set).start()
    background.close()
    assert saved == ["lock"]
