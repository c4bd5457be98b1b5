"""The pages of the workspace, in the order of the rail. A page appears here with its feature, never as a stub."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from caseapp.gui.desk import Desk
from caseapp.i18n import N_


class Page(QWidget):
    """One page. It is made when first shown, and destroyed with everything it shows when the casebook is locked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def arrive(self, what: object) -> None:
        """The page is shown now; ``what`` is what :meth:`Desk.go` was given."""

    def steps_ahead(self) -> Iterator[object]:
        """What can be made before the page is first shown, a little at each step, while nobody waits for it."""
        yield from ()


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's name, its word and icon on the rail (none: it is reached from another page), and how it is made."""

    name: str
    build: Callable[[Desk], Page]
    title: str = ""
    icon: str = ""
    under: str = ""
    """The entry of the rail it belongs to, where it has none of its own."""


def _today(desk: Desk) -> Page:
    from caseapp.gui.today.page import TodayPage

    return TodayPage(desk)


def _cases(desk: Desk) -> Page:
    from caseapp.gui.cases.list_page import CaseListPage

    return CaseListPage(desk)


def _intake(desk: Desk) -> Page:
    from caseapp.gui.intake.page import IntakePage

    return IntakePage(desk)


def _enquiries(desk: Desk) -> Page:
    from caseapp.gui.intake.enquiry_page import EnquiryPage

    return EnquiryPage(desk)


def _case(desk: Desk) -> Page:
    from caseapp.gui.case.page import CasePage

    return CasePage(desk)


def _patterns(desk: Desk) -> Page:
    from caseapp.gui.patterns.page import PatternsPage

    return PatternsPage(desk)


def _offices(desk: Desk) -> Page:
    from caseapp.gui.offices.page import OfficesPage

    return OfficesPage(desk)


def _policies(desk: Desk) -> Page:
    from caseapp.gui.policies.page import PoliciesPage

    return PoliciesPage(desk)


def _report(desk: Desk) -> Page:
    from caseapp.gui.report.page import ReportPage

    return ReportPage(desk)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", _today, N_("Today"), "calendar"),
    PageEntry("cases", _cases, N_("Cases"), "cases"),
    PageEntry("enquiries", _enquiries, N_("Enquiries"), "enquiry"),
    PageEntry("patterns", _patterns, N_("Patterns"), "patterns"),
    PageEntry("offices", _offices, N_("Offices"), "office"),
    PageEntry("report", _report, N_("Reports"), "reports"),
    PageEntry("policies", _policies, N_("Policies"), "policies"),
    PageEntry("intake", _intake, under="cases"),
    PageEntry("case", _case, under="cases"),
)


def entry(name: str) -> PageEntry | None:
    """The page of that name."""
    return next((page for page in PAGES if page.name == name), None)
