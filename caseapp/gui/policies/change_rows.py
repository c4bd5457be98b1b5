"""The outcome of a change of rules: cases that answer otherwise, cases refused under a rule now gone, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.check.words import MEANINGS
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.parts.listing import listing, sentences
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.sections import Sections
from caseapp.gui.parts.text import Words
from caseapp.gui.places import city_name
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen_language
from caseapp.i18n import ngettext as _n
from caseapp.letters.both import Both
from caseapp.letters.say.finding import both
from caseapp.policy.model import Programme
from caseapp.policy.verdict import Verdict
from caseapp.work.impact import CaseImpact, Impact, ProgrammeTurn, RuleChange

Go = Callable[[str, object], object]
MOST_TURNS = 4
"""Rules told of one case; its own page has the rest."""
MOST_CRITERIA = 4


class ImpactView(Sections):
    """A sentence on top, then the cases, then the rules. ``go`` opens a case or a rule."""

    def __init__(self, impact: Impact, places: Mapping[str, Both], go: Go) -> None:
        super().__init__()
        self._places, self._go = places, go
        summary = Words(_summary(impact), "section")
        summary.setObjectName("impact_summary")
        self.add(summary)
        if impact.open_cases:
            self._rows(N_("Open cases that answer otherwise"), [self._case(one) for one in impact.open_cases])
        if impact.closed_cases:
            self._rows(
                N_("Closed cases refused under a rule that is gone"), [self._closed(one) for one in impact.closed_cases]
            )
        if impact.changes:
            self._rows(N_("Rules that changed"), [self._change(n, one) for n, one in enumerate(impact.changes)])
        self.column.addStretch(1)

    def _rows(self, head: Say, rows: list[QWidget]) -> None:
        holder = Rows(spacing=2)
        holder.fill(rows)
        self.under(head, holder)

    def _case(self, found: CaseImpact) -> Row:
        row, inside = _row(f"impact_{found.number}")
        head = QHBoxLayout()
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(Words(_named(found), wrap=False))
        head.addWidget(MeaningLabel(MEANINGS[found.before]))
        head.addWidget(Words(lambda: "→", "soft", wrap=False))
        head.addWidget(MeaningLabel(MEANINGS[found.after]))
        head.addStretch(1)
        inside.addLayout(head)
        turned = [turn for turn in found.programmes if turn.before is not turn.after]
        for turn in turned[:MOST_TURNS]:
            inside.addWidget(Words(_turned(turn), "soft"))
        more = len(turned) - MOST_TURNS
        if more > 0:
            inside.addWidget(
                Words(lambda: _n("and {count} more rule", "and {count} more rules", more).format(count=more), "small")
            )
        row.pressed.connect(lambda: self._go("case", (found.case, "check", None)))
        return row

    def _closed(self, found: CaseImpact) -> Row:
        row, inside = _row(f"impact_{found.number}")
        inside.addWidget(Words(_named(found)))
        names = [both(rule.name) for rule in found.refused_under]
        inside.addWidget(
            Words(lambda: _("Refused under: {rules}").format(rules=listing([in_language(name) for name in names])), "soft")
        )
        row.pressed.connect(lambda: self._go("case", (found.case, "check", None)))
        return row

    def _change(self, number: int, change: RuleChange) -> Row:
        row, inside = _row(f"changed_rule_{number}")
        place = self._places.get(change.place, Both(change.place, change.place))
        inside.addWidget(
            Words(lambda: " · ".join((in_language(place), _(label(Service(change.service))))), "label", wrap=False)
        )
        inside.addWidget(Words(_of_rule(change)))
        shown = change.after or change.before
        if shown is not None:
            row.pressed.connect(lambda: self._go("policies", ("rules", (change.place, shown.id))))
        return row


def _row(name: str) -> tuple[Row, QVBoxLayout]:
    row = Row(name=name)
    inside = QVBoxLayout(row)
    inside.setContentsMargins(tokens.GRID, 6, tokens.GRID, 6)
    inside.setSpacing(2)
    return row, inside


def _summary(impact: Impact) -> Say:
    """What happened, in two sentences. A reform that changed no outcome is said to be one."""
    changes, looked, opened, closed = (
        len(impact.changes), impact.looked_at, len(impact.open_cases), len(impact.closed_cases)
    )  # fmt: skip

    def words() -> str:
        if not changes:
            return _("No rule changed.")
        rules = _n("{count} rule changed.", "{count} rules changed.", changes).format(count=f"{changes:,}")
        if not looked:
            return sentences([rules, _("No case of this casebook is about one of them.")])
        cases = _n("{count} case was held against both.", "{count} cases were held against both.", looked).format(
            count=f"{looked:,}"
        )
        if not opened and not closed:
            return sentences([rules, cases, _("No outcome changes: for the cases here the reform altered nothing.")])
        turned = _n("{count} open case answers otherwise.", "{count} open cases answer otherwise.", opened).format(
            count=f"{opened:,}"
        )
        gone = _n(
            "{count} closed case was refused under a rule that is gone.",
            "{count} closed cases were refused under a rule that is gone.",
            closed,
        ).format(count=f"{closed:,}")
        return sentences([rules, cases, *([turned] if opened else []), *([gone] if closed else [])])

    return words


def _named(found: CaseImpact) -> Say:
    return lambda: " · ".join((found.number, _(label(found.service)), city_name(found.city)))


def _turned(turn: ProgrammeTurn) -> Say:
    """A rule with its answers, and where both stand side by side the requirements that answer otherwise."""
    shown = turn.change.after or turn.change.before
    assert shown is not None  # a change has at least one side
    turned = turn.criteria if turn.before is not None and turn.after is not None else ()

    def words() -> str:
        # Translators: a rule, and its answers before and after a change.
        head = _("{rule}: {before} → {after}").format(
            rule=in_language(both(shown.name)), before=_answer(turn.before), after=_answer(turn.after)
        )  # fmt: skip
        criteria = listing([in_language(both(one.criterion.text)) for one in turned[:MOST_CRITERIA]])
        criteria += " …" if len(turned) > MOST_CRITERIA else ""
        if not criteria:
            return head
        return f"{head}（{criteria}）" if screen_language() == "zh_CN" else f"{head} ({criteria})"

    return words


def _answer(verdict: Verdict | None) -> str:
    # Translators: a rule that was not in force on the day of a case gives no answer.
    return MEANINGS[verdict].word() if verdict else _("not in force")


def _of_rule(change: RuleChange) -> Say:
    before, after = change.before, change.after

    def name(rule: Programme) -> str:
        return in_language(both(rule.name))

    def words() -> str:
        if before is None and after is not None:
            return _("New: {rule}").format(rule=name(after))
        if before is not None and after is None:
            return _("Gone: {rule}").format(rule=name(before))
        assert before is not None and after is not None
        if before.id == after.id:
            return _("Changed: {rule}").format(rule=name(after))
        # Translators: one version of a rule took the place of another.
        return _("{before} → {after}").format(before=name(before), after=name(after))

    return words
