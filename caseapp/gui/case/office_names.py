"""What an office is called on screen: its name, or what it is where nobody has entered a name."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Office
from caseapp.gui.both import in_language
from caseapp.letters.say.office import say_office


def office_name(office: Office | None) -> str:
    """The name in the screen's language where there is one, else the other name, else the kind of office."""
    return in_language(say_office(office))


def named(file: CaseFile, identity: OfficeId | None) -> str:
    """The name of an office of a case."""
    return office_name(file.office(identity))
