"""What may harm the client is asked about before it is written down (PRACTICE E3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_


def ask_adverse(parent: QWidget, keep: Callable[[], object], leave_out: Callable[[], object]) -> Dialog:
    """Ask whether it is to be recorded at all; ``leave_out`` is called where it is not."""
    dialog = Dialog(N_("May harm the client"), parent, name="adverse")
    dialog.add(
        Words(
            N_(
                "This may harm the client. Do not record what you do not need; a record may be demanded by law. "
                "Marked “adverse”, it enters no paper until a lawyer clears it."
            )
        )
    )
    out = Action(N_("Leave out"), dialog.reject, name="adverse_leave_out", role="primary")
    # Translators: button: keep an adverse fact, marked as such.
    mark = Action(N_("Record and mark"), dialog.accept, name="adverse_mark")
    dialog.accepted.connect(keep)
    dialog.rejected.connect(leave_out)
    dialog.foot(out, mark)
    dialog.open()
    out.setFocus()
    return dialog
