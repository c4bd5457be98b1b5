"""Before a letter leaves: what the office will see, and that its words are fixed (INTERFACE-TONE 8 and 9)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caseapp.gui.case.letters.reading import ShownLetter
from caseapp.gui.day.said import exact
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog, ask
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.blocks import Addressee
from caseapp.letters.drafting import read_out_of


def ask_told(parent: QWidget, shown: ShownLetter, go_on: Callable[[], object]) -> Dialog:
    """Ask whether the client heard what filing shows, and to whom (PRACTICE E1)."""
    organ = addressed_to(shown)
    return ask(
        parent, N_("What the filing shows"),
        lambda: _(
            "Once filed, {office} sees name, address, employer and all annexes; the decision may be published, and hiding "
            "the identity can be asked for. Has the client heard this?"
        ).format(office=organ or _("the office")),
        N_("Told, go on"), go_on, name="disclosure",
    )  # fmt: skip


def ask_issue(
    parent: QWidget, desk: Desk, shown: ShownLetter, issue: Callable[[], object], read_again: Callable[[], object]
) -> Dialog:
    """Ask once more before the wording is fixed."""
    assert shown.made is not None  # only a letter that can be written is issued
    read = read_out_of(shown.file, shown.choice.kind)
    count = len(shown.made.statements)
    account = sum(statement.by_account for statement in shown.made.statements)
    day = exact(read.day, desk.today()) if read else ""
    dialog = Dialog(N_("Issue the letter"), parent, name="issue")
    dialog.add(
        Words(
            lambda: _(
                "Once issued the wording is fixed. All {count} statements of fact were read to the client and confirmed on "
                "{day}; {account} of them print as “by the client's account”."
            ).format(count=count, day=day, account=account)
        )
    )
    step = Action(N_("Issue and print"), dialog.accept, name="issue_do", icon="print", role="primary")
    again = Action(N_("Read out again"), dialog.reject, name="issue_read_again")
    again.clicked.connect(read_again)
    back = Action(N_("Go back"), dialog.reject, name="issue_back")
    dialog.accepted.connect(issue)
    dialog.foot(step, again, back)
    dialog.open()
    back.setFocus()
    return dialog


def addressed_to(shown: ShownLetter) -> str:
    """The organ the letter is addressed to, as it prints."""
    blocks = shown.made.zh.blocks if shown.made else ()
    return next((block.organ for block in blocks if isinstance(block, Addressee)), "")
