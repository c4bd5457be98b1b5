"""The form for a new casebook: where it lies, its passphrase, and who works with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, Form, beside, buttons, card
from caseapp.gui.parts.files import ask_folder
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.gui.places import CityEdit
from caseapp.gui.start.meter import PassphraseMeter
from caseapp.gui.start.secret_line import SecretLine
from caseapp.gui.words import Language
from caseapp.i18n import N_, _

SUFFIX = ".casebook"


class NewCasebookForm(Form):
    """Collects what a new casebook needs; says below a field what is missing."""

    def __init__(self, language: Language) -> None:
        super().__init__(spacing=14)
        self._language = language
        self.add(Words(N_("New casebook"), "section"))
        self.place = Line(name="new_place")
        self.place.setText(str(_documents() / f"caseapp{SUFFIX}"))
        self._place = Field(
            N_("Folder"), _with_button(self.place, self._ask_place), hint=N_("Everything is kept in it, encrypted.")
        )
        self.add(self._place)
        self.secret = SecretLine(name="new_passphrase")
        self.again = SecretLine(name="new_passphrase_again")
        self.meter = PassphraseMeter(self.secret.line)
        self._secret, self._again = Field(N_("Passphrase"), self.secret), Field(N_("Once more"), self.again)
        self.add(self._secret)
        self.add(self.meter)
        self.add(self._again)
        self.add(
            card(
                Words(
                    N_("Nobody can open the casebook without the passphrase, and nobody can restore it. "
                       "Write it down and keep the paper where neither the computer nor a client's papers are.")
                ),
                name="notice",
            )
        )  # fmt: skip
        self.add(Words(N_("Who works with it"), "section"))
        self.handle, self.organisation = Line(name="new_handle"), Line(name="new_organisation")
        self.city = CityEdit(name="new_city", hint=N_("e.g. 北京"))
        self.district = Line(N_("e.g. 朝阳区"), name="new_district")
        self._handle = Field(
            N_("Handle"), self.handle, hint=N_("Stands in the journal beside what you change; not a real name.")
        )
        self.add(self._handle)
        self.add(Field(N_("Organisation"), self.organisation, hint=N_("It prints on no letter.")))
        self.add(beside(Field(N_("City"), self.city), Field(N_("District"), self.district)))
        self.button = Action(N_("Make the casebook"), name="new_create", icon="add", role="primary")
        self.back = Action(N_("Go back"), name="new_back")
        self.add(buttons(self.button, self.back))

    @property
    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.secret.line

    def checked(self) -> tuple[Path, str, dict[str, str]] | None:
        """Folder, passphrase and profile; None if something is missing, which is then said at its field."""
        passphrase = self.secret.line.text()
        self._place.problem("" if self.place.value() else _("Choose where the folder shall lie."))
        self._secret.problem("" if self.meter.enough() else _("This passphrase is too easy to guess."))
        same = passphrase == self.again.line.text()
        self._again.problem("" if same else _("The two passphrases differ."))
        self._handle.problem("" if self.handle.value() else _("A handle is needed, three letters will do."))
        if not (self.place.value() and self.meter.enough() and same and self.handle.value()):
            return None
        folder = Path(self.place.value()).expanduser()
        profile = {
            "handle": self.handle.value(),
            "organisation": self.organisation.value(),
            "city": self.city.city(),
            "district": self.district.value(),
            "language": self._language.current,
        }
        return folder if folder.suffix == SUFFIX else folder.with_name(folder.name + SUFFIX), passphrase, profile

    def forget(self) -> None:
        """Empty the fields of the passphrase."""
        self.secret.line.clear()
        self.again.line.clear()

    def _ask_place(self) -> None:
        def chosen(folder: Path) -> None:
            self.place.setText(str(folder / f"caseapp{SUFFIX}"))

        ask_folder(self, N_("In which folder?"), chosen, name="new_place_dialog")


def _documents() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _with_button(line: Line, do) -> QWidget:
    holder = QWidget()
    holder.setObjectName("new_place_row")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(line, 1)
    row.addWidget(Action(N_("Choose…"), do, name="new_place_choose", role="quiet"))
    holder.setFocusProxy(line)
    return holder
