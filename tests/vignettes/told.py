"""A bundled sample in an open casebook, judged on its own day through the functions of window and command line."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from caseapp.domain.patterns import Mark
from caseapp.work.cases import case_file
from caseapp.work.check import check_case, plan_case
from caseapp.work.deadlines import ladder_of
from caseapp.work.patterns import case_patterns

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))


class Sample:
    """A sample in an open casebook, judged on its own day."""

    def __init__(self, session, identity):
        self.session, self.id = session, identity
        self.file = case_file(session, identity)
        self.day = self.file.judged_on(NOW.date())

    def check(self, programme):
        found = check_case(self.session, self.id, self.day).of(programme)
        assert found is not None, f"{programme} is not in force on {self.day}"
        return found

    def plan(self, programme):
        return plan_case(self.session, self.id, self.day).of(programme)

    def gap(self, programme, fact):
        return next(gap for gap in self.plan(programme).gaps if gap.finding.criterion.fact == fact)

    def failing(self, programme):
        return {finding.criterion.fact for finding in self.check(programme).failing}

    def patterns(self, how):
        return {found.pattern for found in case_patterns(self.session, self.id, self.day) if found.how is how}

    def coded(self):
        """Patterns a caseworker noted, whether or not they also follow by rule."""
        found = case_patterns(self.session, self.id, self.day)
        return {one.pattern for one in found if one.mark is not None and one.mark.mark is Mark.CODED}

    def judged(self):
        return self.file, self.day

    def ladder(self):
        return ladder_of(self.file, self.day)
