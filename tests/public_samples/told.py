"""A public case in an open casebook, read through the functions of window and command line."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import cached_property

from caseapp.work.cases import case_file
from caseapp.work.check import check_case
from caseapp.work.deadlines import ladder_of
from caseapp.work.patterns import case_patterns

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))


class Told:
    """A case in an open casebook, judged on its own day."""

    def __init__(self, session, identity):
        self.session, self.id = session, identity
        self.file = case_file(session, identity)
        self.day = self.file.judged_on(NOW.date())

    @cached_property
    def patterns(self):
        return case_patterns(self.session, self.id, self.day)

    @cached_property
    def on_its_day(self):
        return ladder_of(self.file, self.day)

    def ladder(self, on: date | None = None):
        return ladder_of(self.file, on) if on else self.on_its_day

    def avenue(self, procedure: str, on: date | None = None):
        return next(avenue for avenue in self.ladder(on).avenues if avenue.procedure == procedure)

    def by_hand(self) -> list[str]:
        found = check_case(self.session, self.id, self.day).programmes
        return [one.verdict.value for one in found if one.programme.id.startswith("local:")]
