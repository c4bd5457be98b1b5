"""One calm line at the top of a form that came back half filled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_


class DraftLine(QFrame):
    """Hidden until something came back. Discarding can be taken back until something else is typed."""

    def __init__(self, discard: Callable[[], object], bring_back: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.words = Words("")
        self.words.setObjectName("draft_words")
        # Translators: button: what was typed into this form before is not wanted.
        self.discard = Action(N_("Discard"), discard, name="draft_discard", role="quiet")
        # Translators: button: what was just discarded is wanted after all.
        self.bring_back = Action(N_("Bring it back"), bring_back, name="draft_bring_back", icon="undo", role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.discard)
        row.addWidget(self.bring_back)
        self.hide()

    def tell_returned(self) -> None:
        """What was typed before stands in the form again."""
        self._tell(N_("What you had typed is still here."), discarded=False)

    def tell_discarded(self) -> None:
        """It was taken out again."""
        self._tell(N_("What you had typed is discarded."), discarded=True)

    def _tell(self, words: str, *, discarded: bool) -> None:
        self.words.say(words)
        self.discard.setHidden(discarded)
        self.bring_back.setHidden(not discarded)
        self.show()
