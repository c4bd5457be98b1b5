"""What keeps a letter from leaving, each with the one button that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import PersonId
from caseapp.gui.case.letters.reading import LIFE, ShownLetter
from caseapp.gui.case.rows import Rows
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons, card
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen
from caseapp.letters.problems import Problem

OFFICE, PERSON, RULE, NOTHING = "office", "person", "rule", ""
_REPRESENTATIVE = "the representative"
_APPLICANT = "the applicant"


@dataclass(frozen=True, slots=True)
class Mend:
    """Sentences that one step settles."""

    problems: tuple[Problem, ...]
    step: str
    person: PersonId | None = None


def mends(shown: ShownLetter) -> tuple[Mend, ...]:
    """What has to be mended, one entry a step; what is only to be known has no step."""
    found: dict[tuple[str, PersonId | None], list[Problem]] = {}
    for problem in shown.made.problems if shown.made else ():
        if problem.code not in LIFE:
            found.setdefault(_step(problem, shown), []).append(problem)
    return tuple(Mend(tuple(problems), step, person) for (step, person), problems in found.items())


def _step(problem: Problem, shown: ShownLetter) -> tuple[str, PersonId | None]:
    parties = shown.parties
    applicant = parties.applicant.id if parties.applicant else None
    representative = parties.representative.id if parties.representative else None
    if problem.code in ("addressee", "body"):
        return OFFICE, None
    if problem.code in ("representative", "power"):
        return PERSON, representative
    if problem.code == "rule":
        return RULE, None
    if problem.code != "missing":
        return NOTHING, None
    what = str(problem.values.get("what", ""))
    if "body" in what:
        return OFFICE, None
    if what.startswith(_APPLICANT):
        return PERSON, applicant
    if what.startswith(_REPRESENTATIVE):
        return PERSON, representative
    return PERSON, representative if parties.minor else applicant


class MendList(Rows):
    """A sheet a step: what is missing, and the button."""

    def __init__(
        self, office: Callable[[], object], person: Callable[[PersonId | None], object],
        rule: Callable[[str, str], object],
    ) -> None:  # fmt: skip
        super().__init__(spacing=8)
        self.setObjectName("letter_mends")
        self._office, self._person, self._rule = office, person, rule

    def show_letter(self, shown: ShownLetter) -> None:
        """Show what this letter lacks."""
        self.fill([self._sheet(shown, mend) for mend in mends(shown)])

    def _sheet(self, shown: ShownLetter, mend: Mend) -> QWidget:
        parts: list[QWidget] = [Words(lambda text=text: text(), "") for text in _sentences(mend)]
        if mend.step == OFFICE:
            # Translators: button: enter the full name and address of an office.
            step = Action(N_("Complete office"), self._office, name="complete_office", icon="office", role="primary")
            parts.append(buttons(step))
        elif mend.step == RULE:
            told = mend.problems[0].values
            place, rule = str(told["place"]), str(told["rule"])
            # Translators: button: open the page of a rule, to look its source up.
            parts.append(buttons(Action(N_("Look at the rule"), lambda: self._rule(place, rule), name="mend_rule")))
        elif mend.step == PERSON:
            person = shown.file.person(mend.person)
            name = (person.called() if person else "") or ""
            words: Say = lambda: _("Enter it for {person}").format(person=name) if name else _("Enter it")  # noqa: E731
            key = "representative" if shown.parties.representative and person == shown.parties.representative else "person"
            parts.append(buttons(Action(words, lambda: self._person(mend.person), name=f"mend_{key}", icon="household")))
        return card(*parts, name="notice" if any(problem.blocks for problem in mend.problems) else "card")


def _sentences(mend: Mend) -> Iterator[Callable[[], str]]:
    """Everything that is only missing in one sentence; the rest one by one."""
    missing = [problem for problem in mend.problems if problem.code == "missing"]
    if missing:
        first = missing[0]
        whats = [str(problem.values["what"]) for problem in missing]
        # Translators: between two things that are missing.
        yield lambda: _(first.template).format(what=_(", ").join(_(what) for what in whats))
    for problem in mend.problems:
        if problem.code != "missing":
            yield lambda problem=problem: problem.say(screen())
