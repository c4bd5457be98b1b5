"""How hard a passphrase is to guess, told while it is typed. The judgement itself is made in ``work``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_

_WORDS = {
    0: N_("Very easy to guess"),
    1: N_("Easy to guess"),
    2: N_("Not enough yet"),
    # Translators: of a passphrase.
    3: N_("Good"),
    # Translators: of a passphrase.
    4: N_("Very good"),
}


class PassphraseMeter(QWidget):
    """A bar, its word, and what would make the passphrase better."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        self._enough, self._enough_for = False, ""
        self.bar = QProgressBar()
        self.bar.setRange(0, 4)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.word = Words("", "small", wrap=False)
        self.word.setObjectName("passphrase_word")
        self.advice = Words(
            N_("Four or five unrelated words, or a sentence only you know; 15 characters or more."), "small"
        )  # fmt: skip
        self.advice.setObjectName("passphrase_advice")
        first = QHBoxLayout()
        first.addWidget(self.bar)
        first.addWidget(self.word)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.advice)
        self._soon = Soon(self, self._judge)
        line.textChanged.connect(lambda _text: self._soon.ask())

    def enough(self) -> bool:
        """Whether the passphrase in the line may protect a casebook."""
        if self._enough_for != self._line.text():
            self._soon.now()
        return self._enough

    def _judge(self) -> None:
        from caseapp.work.passphrase import strength  # slow to import, needed only here

        text = self._line.text()
        judged = strength(text)
        self._enough, self._enough_for = judged.enough, text
        self.bar.setValue(judged.score if judged.enough else min(judged.score, 2))
        self.word.say(_WORDS[judged.score if judged.enough else min(judged.score, 2)] if text else "")
        if judged.advice:
            self.advice.say(judged.advice)
        self.advice.setVisible(bool(judged.advice))
