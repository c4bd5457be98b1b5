"""A long list of which the first are shown, and the others when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.gui.case.rows import Rows
from caseapp.gui.parts.buttons import Action
from caseapp.i18n import ngettext as _n

FIRST = 8


class MoreRows(QWidget):
    """Rows that are made only when they are shown: each may be a card of twenty parts."""

    def __init__(self, *, spacing: int, name: str) -> None:
        super().__init__()
        self.rows = Rows(spacing=spacing)
        self._makers: Sequence[Callable[[], QWidget]] = ()
        self._of: object = None
        self._all = False
        self.more = Action(self._more_words, self._show_all, name=name, role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is shown, from the top."""
        return self.rows.parts

    def fill(self, makers: Sequence[Callable[[], QWidget]], *, of: object) -> None:
        """Show the first of these; all of them, if all were shown ``of`` the same before."""
        if of != self._of:
            self._of, self._all = of, False
        self._makers = makers
        self.rows.fill([make() for make in (makers if self._all else makers[:FIRST])])
        self.more.setVisible(not self._all and len(makers) > FIRST)
        self.more.retranslate()

    def _more_words(self) -> str:
        count = max(len(self._makers) - FIRST, 0)
        return _n("Show {count} more", "Show {count} more", count).format(count=count)

    def _show_all(self) -> None:
        self._all = True
        self.fill(self._makers, of=self._of)
