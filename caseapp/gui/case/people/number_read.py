"""Below an identity number: what it says of its bearer, or what does not fit, told while it is typed and never a gate."""

from __future__ import annotations

from caseapp.domain.identity_number import read_number
from caseapp.domain.labels import label
from caseapp.domain.people import Sex
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.i18n import _

COMPLETE = (15, 18)
"""Characters of a number that is written out; a shorter one is still being typed."""


class NumberRead(Words):
    """One line under the field. It is silent until the number has its length."""

    def __init__(self, line: Line, *, name: str) -> None:
        super().__init__("", "small")
        self.setObjectName(name)
        self._line = line
        self.hide()
        line.textChanged.connect(lambda _text: self._look())

    def _look(self) -> None:
        typed = self._line.value()
        self.say(lambda: number_told(typed))
        self.setVisible(bool(self.text()))


def number_told(typed: str) -> str:
    """Birthday and sex in a number, and how it is written today; empty while it is no number yet."""
    from caseapp.work.people import NUMBERS

    read = read_number(typed)
    if len(read.plain) not in COMPLETE:
        return ""
    if read.problem:
        return _(NUMBERS[read.problem])
    said = [read.born.isoformat() if read.born else "", _(label(Sex.MALE if read.male else Sex.FEMALE))]
    if read.long != typed:
        # Translators: an identity number as it is written today, with 18 characters.
        said.append(_("written today as {number}").format(number=read.long))
    # Translators: what an identity number says: birthday, sex, how it is written today.
    return _("By the number: {said}").format(said=_(", ").join(filter(None, said)))
