"""Where a visit belongs among the others when its day is not known exactly: before one that is on record."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import VisitId
from caseapp.gui.case.entry_words import visit_line
from caseapp.gui.day.said import rough_short
from caseapp.gui.parts.inputs import Choice
from caseapp.i18n import N_, _


class BeforeVisit(Choice[VisitId]):
    """Offers the visits in their order."""

    def __init__(self, *, name: str) -> None:
        self._file: CaseFile | None = None
        # Translators: where a visit without an exact day stands among the others, if nobody says.
        super().__init__((), self._told, name=name, empty=N_("by its day; without one, last"))

    def know(self, file: CaseFile, but: VisitId | None) -> None:
        """Offer the visits of a case but the one that is being corrected."""
        self._file = file
        self.offer([visit.id for visit in file.visits_in_order() if visit.id != but])

    @property
    def needed(self) -> bool:
        """Whether there is anything to stand before."""
        return any(value is not None for value in self._values)

    def _told(self, visit: VisitId) -> str:
        assert self._file is not None
        known = next(entry for entry in self._file.visits if entry.id == visit)
        line = visit_line(self._file, known)
        return " · ".join((rough_short(known.day) or _("day not known"), line))
