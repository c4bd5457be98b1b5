"""Keeps what is typed into a form inside the casebook, so that no lock, closed window or power cut takes it away.

A form has one keeper. From :meth:`DraftKeeper.begin` on, what differs from how the form began is written down a few
seconds after a change, and at once when the casebook closes. It goes when the form is saved, or not wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseapp.errors import CaseAppError
from caseapp.gui.desk import Desk
from caseapp.gui.drafts.kept import fields_of
from caseapp.gui.drafts.line import DraftLine
from caseapp.work.drafts import Draft, draft_of, drop_draft, keep_draft

T = TypeVar("T")
EVERY_MS = 5000
"""No more than this is lost when the program is killed."""


_NOTHING: tuple[Mapping[str, str], bool] = {}, False
"""What the casebook holds of a form nothing was typed into."""


@dataclass(slots=True)
class _Filling:
    """One form being filled. ``saved`` is set where saves run, so that a draft still waiting there is not written."""

    key: str
    saved: bool = False


class DraftKeeper(QObject):
    """The keeper of one form; ``line`` is the sentence the form shows at its top when something came back."""

    returned = Signal(object)
    """The names of the fields that were filled again."""

    def __init__(self, desk: Desk, form: QWidget, *parts: QWidget) -> None:
        super().__init__(form)
        self._desk, self._form, self._parts = desk, form, parts or (form,)
        self._filling: _Filling | None = None
        self._before: Mapping[str, str] = {}
        self._written: tuple[Mapping[str, str], bool] = _NOTHING
        self._aside: Mapping[str, str] = {}
        self._showing = self._told = False
        self.line = DraftLine(self._discard, self._bring_back)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._keep)
        self._fields = {}
        desk.leaving.connect(self._leave)

    def begin(self, key: str) -> None:
        """The form stands as it begins. What was typed into it before comes back; what is typed now is kept."""
        self.put_aside()
        if not self._fields:
            self._fields = fields_of(*self._parts)
            for field in self._fields.values():
                for signal in field.touched():
                    signal.connect(self._touched)
        filling = self._filling = _Filling(key)
        self._before, self._written = self._content(), _NOTHING
        session = self._desk.session
        self._desk.read(self, lambda: draft_of(session, key), lambda draft: self._come_back(filling, draft))

    def changes(self) -> dict[str, str]:
        """What was typed: the fields that are not as they were when the form began."""
        if self._filling is None:
            return {}
        return {name: kept for name, kept in self._content().items() if kept != self._before.get(name)}

    def saving(self, work: Callable[[], T]) -> Callable[[], T]:
        """``work``, which saves the form, and after it the draft is gone. If it fails, the draft stays."""
        filling, session = self._filling, self._desk.session

        def save() -> T:
            result = work()
            if filling is not None:
                filling.saved = True
                with suppress(CaseAppError):  # the form is saved; that must not look as if it had failed
                    drop_draft(session, filling.key)
            return result

        return save

    def put_aside(self) -> None:
        """The form is left half filled: what was typed waits in the casebook until the form is begun again."""
        self._write(at_hand=False)
        self._end()

    def drop(self) -> None:
        """What was typed is not wanted."""
        filling, session = self._filling, self._desk.session
        if filling is not None:
            self._desk.keep(lambda: drop_draft(session, filling.key))
        self._end()

    def _end(self) -> None:
        self.timer.stop()
        self._filling, self._aside, self._before = None, {}, {}
        self.line.hide()

    def _content(self) -> dict[str, str]:
        return {name: field.kept() for name, field in self._fields.items()}

    def _touched(self, *_values: object) -> None:
        if self._filling is None or self._showing:
            return
        if self._aside:
            self._aside = {}
            self.line.hide()
        if not self.timer.isActive():
            self.timer.start()

    def _keep(self) -> None:
        self._write(at_hand=True)

    def _write(self, *, at_hand: bool) -> None:
        job = self._job(at_hand=at_hand)
        if job is not None:
            self._desk.keep(job, self._not_kept)

    def _job(self, *, at_hand: bool) -> Callable[[], None] | None:
        """What brings the casebook up to the form; None where it is already."""
        filling, content, session, now = self._filling, self.changes(), self._desk.session, self._desk.now()
        at_hand = at_hand and bool(content)
        if filling is None or self._written == (content, at_hand):
            return None
        self._written = content, at_hand

        def write() -> None:
            if filling.saved:
                return
            if content:
                keep_draft(session, Draft(filling.key, content, at_hand), now)
            else:
                drop_draft(session, filling.key)

        return write

    def _not_kept(self, error: Exception) -> None:
        """Told once; tried again as long as the form is open."""
        self._written = _NOTHING
        if not self._told:
            self._told = True
            self._desk.fail(error)
        if self._filling is not None:
            self.timer.start()

    def _leave(self, jobs: list[Callable[[], None]]) -> None:
        """The casebook closes now."""
        whole = self._desk.parent()
        inside = isinstance(whole, QWidget) and whole.isAncestorOf(self._form)
        job = self._job(at_hand=self._form.isVisibleTo(whole) if inside else self._form.isVisible())
        if job is not None:
            jobs.append(job)
        self._end()

    def _come_back(self, filling: _Filling, draft: Draft | None) -> None:
        if draft is None or filling is not self._filling:
            return
        self._written = draft.content, draft.at_hand
        typed_meanwhile = self.changes()
        back = {name: kept for name, kept in draft.content.items() if name not in typed_meanwhile}
        self._put_back(back)
        self.line.tell_returned()
        self.returned.emit(tuple(back))

    def _discard(self) -> None:
        self._aside = self.changes()
        self._put_back({name: self._before[name] for name in self._aside})
        self.line.tell_discarded()
        self._keep()

    def _bring_back(self) -> None:
        aside, self._aside = self._aside, {}
        self._put_back(aside)
        self.line.tell_returned()
        self._keep()

    def _put_back(self, content: Mapping[str, str]) -> None:
        self._showing = True
        for name, kept in content.items():
            if name in self._fields:
                self._fields[name].put_back(kept)
        self._showing = False
