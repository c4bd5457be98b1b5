"""Answers given by word of mouth: the visits of which nothing shows what was said, unless the client writes it down."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import Answer, Channel, Visit
from caseapp.letters.material import Material
from caseapp.letters.visit_words import told_visits

SPOKEN = frozenset((Channel.COUNTER, Channel.PHONE, Channel.HOTLINE))
"""Ways on which people speak; a system, a board and the post leave something to print."""
_NEEDS_WORDS = frozenset((Answer.ACCEPTED, Answer.NO_ANSWER))
"""Answers that are no answer by word of mouth unless something was said."""


def is_oral(file: CaseFile, visit: Visit) -> bool:
    """Whether something was answered at this visit, and only by word of mouth."""
    if visit.channel not in SPOKEN or visit.written or any(answer.visit == visit.id for answer in file.written_answers):
        return False
    return visit.answer not in _NEEDS_WORDS or bool(visit.words.strip())


def told_visit(material: Material) -> Visit | None:
    """The visit asked for, if its answer was oral; where none was asked for, the last of that sort at a public office.

    What a landlord or employer said is written down only when somebody asks for just that (PRACTICE E5)."""
    file = material.file
    found = [visit for visit in file.visits_in_order() if is_oral(file, visit)]
    if material.about is not None:
        found = [visit for visit in found if visit.id == material.about]
    else:
        public = {visit.id for visit in told_visits(material)}
        found = [visit for visit in found if visit.id in public]
    return found[-1] if found else None
