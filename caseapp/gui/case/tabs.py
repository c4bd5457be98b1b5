"""The tabs of a case, in their order. A tab stands here with its feature; its module is loaded when it is first shown."""

from __future__ import annotations

from caseapp.gui.case.tab import CaseTab, TabEntry
from caseapp.gui.desk import Desk
from caseapp.i18n import N_


def _overview(desk: Desk) -> CaseTab:
    from caseapp.gui.case.overview.tab import OverviewTab

    return OverviewTab(desk)


def _facts(desk: Desk) -> CaseTab:
    from caseapp.gui.case.facts.tab import FactsTab

    return FactsTab(desk)


def _check(desk: Desk) -> CaseTab:
    from caseapp.gui.case.check.tab import CheckTab

    return CheckTab(desk)


def _documents(desk: Desk) -> CaseTab:
    from caseapp.gui.case.documents.tab import DocumentsTab

    return DocumentsTab(desk)


def _visits(desk: Desk) -> CaseTab:
    from caseapp.gui.case.visits.tab import VisitsTab

    return VisitsTab(desk)


def _letters(desk: Desk) -> CaseTab:
    from caseapp.gui.case.letters.tab import LettersTab

    return LettersTab(desk)


def _deadlines(desk: Desk) -> CaseTab:
    from caseapp.gui.case.deadlines.tab import DeadlinesTab

    return DeadlinesTab(desk)


def _history(desk: Desk) -> CaseTab:
    from caseapp.gui.case.history.tab import HistoryTab

    return HistoryTab(desk)


TABS: tuple[TabEntry, ...] = (
    # Translators: tab of a case.
    TabEntry("overview", N_("Overview"), _overview),
    # Translators: tab of a case.
    TabEntry("facts", N_("Household and facts"), _facts),
    # Translators: tab of a case: the rules of a day held against the record.
    TabEntry("check", N_("Check"), _check),
    # Translators: tab of a case.
    TabEntry("documents", N_("Documents"), _documents),
    # Translators: tab of a case.
    TabEntry("visits", N_("Visits"), _visits),
    # Translators: tab of a case.
    TabEntry("deadlines", N_("Deadlines and remedies"), _deadlines),
    # Translators: tab of a case.
    TabEntry("letters", N_("Letters"), _letters),
    # Translators: tab of a case: its journal.
    TabEntry("history", N_("History"), _history),
)


def has_tab(name: str) -> bool:
    """Whether there is a tab of this name."""
    return any(entry.name == name for entry in TABS)
