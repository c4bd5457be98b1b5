"""What a tab of the case page is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.desk import Desk


class CaseTab(QWidget):
    """Shows one side of a case. It is told of the case when it comes to the front and whenever the case changed."""

    went = Signal(str, object)
    """Another tab to show, and what it shall show there."""

    moves_on = False
    """Whether the same tab shows the next case. Then ``show_case`` leaves nothing of the case before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.as_opened: CaseFile | None = None
        """The case as it stood when its page was opened: what an entry changed is told against it."""

    def show_case(self, file: CaseFile) -> None:
        """Show the case as it is now. What is being typed stays."""
        raise NotImplementedError

    def steps_ahead(self) -> Iterator[object]:
        """What can be made before a case is shown, a little at each step."""
        yield from ()

    def arrive(self, what: object) -> None:
        """The tab was asked for with something to show (a visit, a letter kind …)."""

    def unfinished(self) -> bool:
        """Whether something is typed here that is not saved; then the tab is kept while other cases are looked at."""
        return False


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab's name, its word, and how it is made. It stands in the list with its feature, never as a stub."""

    name: str
    title: str
    build: Callable[[Desk], CaseTab]
