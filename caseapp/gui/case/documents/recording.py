"""What is known of a recording: who recorded it where, who took part, and what was said (PRACTICE E6)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key
from caseapp.work.recordings import Heard, save_recording

RULE = N_(
    "Only a conversation the client took part in; never recorded by staff, never of a child, not where it is forbidden. "
    "The device it was made with is kept: its file is the original."
)
KINDS = {
    "audio/mp4": "M4A", "audio/mpeg": "MP3", "audio/amr": "AMR", "audio/wav": "WAV", "audio/ogg": "OGG",
    "audio/aac": "AAC", "audio/flac": "FLAC", "audio/silk": "SILK", "video/mp4": "MP4",
}  # fmt: skip
"""As their endings are written; whatever has none here goes by its media type."""


class RecordingDialog(FormDialog):
    """About one recording. ``attachment`` is what was kept, once it is."""

    def __init__(self, desk: Desk, attachment: Attachment, parent: QWidget) -> None:
        self.attachment = attachment
        self.day = DayEdit(desk.today, name="recorded_on", exact_only=True)
        self.day.show_day(attachment.recorded_on)
        self.by = _line(attachment.recorded_by, "recorded_by", N_("e.g. the client, on her own phone"))
        self.place = _line(attachment.recorded_at, "recorded_at", N_("e.g. window 3 of the street office"))
        self.present = _line(attachment.present, "recorded_present", N_("roles, window, post; no names of officials"))
        self.device = _line(attachment.device, "recorded_device", N_("e.g. the client's phone; still there"))
        self.own = Tick(N_("The client took part"), name="recorded_own", on=attachment.own_talk)
        self.words = Paragraph(N_("Word for word, with who is speaking"), name="recorded_words", lines=6)
        self.words.setPlainText(attachment.transcript)
        self._day_field = Field(N_("Recorded on"), self.day)
        form = Form(
            Words(RULE, "small"), self.own, self._day_field, Field(N_("Who recorded it"), self.by),
            Field(N_("Where it was recorded"), self.place), Field(N_("Who took part"), self.present),
            Field(N_("Device with the original"), self.device), Field(N_("Transcript"), self.words),
        )  # fmt: skip
        super().__init__(
            N_("About this recording"), desk, parent, form, N_("Save"), name="recording",
            draft=draft_key("recording", attachment.case, attachment.id),
        )  # fmt: skip

    def entered(self) -> object:
        return self._described(), self.day.line.text()

    def save(self) -> None:
        described = self._described()
        ahead = described.recorded_on is not None and described.recorded_on > self.desk.today()
        self._day_field.problem(_("This day lies in the future. Look at it again.") if ahead else "")
        if ahead or self.day.problem:
            return
        self.attachment, session, now = described, self.desk.session, self.desk.now()
        self.keep(lambda: save_recording(session, described, now), N_("The recording is described."))

    def _described(self) -> Attachment:
        return replace(
            self.attachment, recorded_on=self.day.exact_day, recorded_by=self.by.value(), recorded_at=self.place.value(),
            present=self.present.value(), device=self.device.value(), own_talk=self.own.isChecked(),
            transcript=self.words.value(),
        )  # fmt: skip


def _line(text: str, name: str, hint: str) -> Line:
    line = Line(hint, name=name)
    line.setText(text)
    return line


def about(attachment: Attachment, found: Heard) -> str:
    """The kind, length and size; what was written down of it; and that it is not played here."""
    kind = KINDS.get(attachment.media_type, attachment.media_type)
    film = attachment.media_type.startswith("video/")
    first = [_("Video ({kind})").format(kind=kind) if film else _("Sound recording ({kind})").format(kind=kind)]
    if found.seconds is not None:
        first.append(length(found.seconds))
    first.append(_("{size} MB").format(size=f"{max(found.size / 1_000_000, 0.1):.1f}"))
    told = [" · ".join(first), "", *_written(attachment), ""]
    told.append(_("It is not played here. To hear it, save the original file and open it in another program."))
    return "\n".join(told)


def _written(attachment: Attachment) -> list[str]:
    known = (
        (_("Recorded on"), attachment.recorded_on.isoformat() if attachment.recorded_on else ""),
        (_("Who recorded it"), attachment.recorded_by), (_("Where it was recorded"), attachment.recorded_at),
        (_("Who took part"), attachment.present), (_("Device with the original"), attachment.device),
    )  # fmt: skip
    told = [_("{label}: {text}").format(label=label, text=text) for label, text in known if text]
    if not attachment.own_talk:
        told.append(_("Not yet said: whether the client took part. Only then should it be used."))
    told.append(_("A transcript is kept.") if attachment.transcript else _("No transcript yet."))
    return told


def length(seconds: int) -> str:
    """Hours, minutes and seconds as they are said."""
    minutes, rest = divmod(seconds, 60)
    if minutes >= 60:
        return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
    return (
        _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        if minutes
        else _("{seconds} s").format(seconds=rest)
    )
