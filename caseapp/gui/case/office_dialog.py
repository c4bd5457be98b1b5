"""Completing an office once for every case in its district: stamped name, address, who reviews its acts (PRACTICE M4)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office, OfficeKind
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.gui.places import place
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key


class OfficeDialog(FormDialog):
    """An office that is known, or one of a kind that nobody has entered yet."""

    def __init__(self, desk: Desk, case: CaseId, office: Office | None, kind: OfficeKind, parent: QWidget) -> None:
        self._case, self._office, self._kind = case, office, office.kind if office else kind
        self.name_zh = Line(N_("as on its seal, in Chinese"), name="office_name_zh")
        self.name_en = Line(name="office_name_en")
        self.address, self.postcode = Line(name="office_address"), Line(name="office_postcode")
        self.phone = Line(name="office_phone")
        self.organ = Line(N_("e.g. the people's government of the district, in Chinese"), name="office_organ")
        self.source = Line(N_("its website, a stamped paper, 12345"), name="office_source")
        self._name_field = Field(N_("Full name"), self.name_zh)
        self._address_field = Field(N_("Address"), self.address)
        about = Words(self._about, "soft")
        form = Form(
            about, self._name_field, Field(N_("Name (English)"), self.name_en),
            beside(self._address_field, Field(N_("Postcode"), self.postcode), stretch=(3, 1)),
            Field(N_("Reconsideration organ"), self.organ), Field(N_("Phone"), self.phone),
            Field(N_("Where this is from"), self.source),
        )  # fmt: skip
        key = draft_key("office", case, office.id if office else self._kind.value)
        super().__init__(
            N_("Complete office"), desk, parent, form, N_("Save"), name="office_dialog", icon="office", draft=key
        )
        if office is not None:
            self._show(office)

    def entered(self) -> object:
        lines = (self.name_zh, self.name_en, self.address, self.postcode, self.phone, self.organ, self.source)
        return tuple(line.value() for line in lines)

    def save(self) -> None:
        from caseapp.work.offices import complete_office, new_office

        name, address = self.name_zh.value(), self.address.value()
        self._name_field.problem("" if name else _("The full name as on the seal is needed."))
        self._address_field.problem("" if address else _("A postal address is needed, or the letter cannot be sent."))
        if not name or not address:
            return
        session, now, case, office, kind = self.desk.session, self.desk.now(), self._case, self._office, self._kind

        def write() -> Office:
            known = office or new_office(session, kind, "", case, now)
            return complete_office(session, self._filled(known), now)

        self.keep(write, N_("The office is complete. Every case of the district can use it."))

    def _filled(self, office: Office) -> Office:
        return replace(
            office, name_zh=self.name_zh.value(), name_en=self.name_en.value(), address=self.address.value(),
            postcode=self.postcode.value(), phone=self.phone.value(), reconsideration_organ=self.organ.value(),
            source=self.source.value(), verified_on=self.desk.today(),
        )  # fmt: skip

    def _show(self, office: Office) -> None:
        for line, text in (
            (self.name_zh, "" if office.template else office.name_zh), (self.name_en, office.name_en),
            (self.address, office.address), (self.postcode, office.postcode), (self.phone, office.phone),
            (self.organ, office.reconsideration_organ), (self.source, office.source),
        ):  # fmt: skip
            line.setText(text)

    def _about(self) -> str:
        where = place(self._office.city, self._office.district) if self._office else ""
        kind = _(label(self._kind))
        return (
            _("{kind}, {place}: entered once, used for every case there.").format(kind=kind, place=where) if where else kind
        )
