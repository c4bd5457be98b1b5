"""Which office: the recent ones first, then what fits what is typed, and a new one without leaving the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office, OfficeKind
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, beside
from caseapp.gui.parts.inputs import Choice, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.once import Once
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.places import CityEdit, place
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _, screen_language

SHOWN = 7
CHOSEN = "id:"
"""Before the id of an office that was chosen, where the field is kept as text."""

_NAMED_AFTER = (
    ("12345", OfficeKind.HOTLINE), ("热线", OfficeKind.HOTLINE), ("hotline", OfficeKind.HOTLINE),
    ("法院", OfficeKind.COURT), ("法庭", OfficeKind.COURT), ("court", OfficeKind.COURT),
    ("检察", OfficeKind.PROCURATORATE), ("信访", OfficeKind.PETITION_OFFICE), ("法律援助", OfficeKind.LEGAL_AID),
    ("工会", OfficeKind.TRADE_UNION), ("仲裁", OfficeKind.LABOUR_ARBITRATION), ("监察", OfficeKind.LABOUR_INSPECTION),
    ("幼儿园", OfficeKind.KINDERGARTEN), ("kindergarten", OfficeKind.KINDERGARTEN),
    ("服务站", OfficeKind.MIGRANT_STATION), ("流管", OfficeKind.MIGRANT_STATION), ("流动人口", OfficeKind.MIGRANT_STATION),
    ("派出所", OfficeKind.POLICE_STATION), ("公安", OfficeKind.POLICE_STATION), ("police", OfficeKind.POLICE_STATION),
    ("街道", OfficeKind.STREET_OFFICE), ("镇政府", OfficeKind.STREET_OFFICE), ("乡政府", OfficeKind.STREET_OFFICE),
    ("镇人民政府", OfficeKind.STREET_OFFICE), ("乡人民政府", OfficeKind.STREET_OFFICE),
    ("居委", OfficeKind.COMMUNITY), ("村委", OfficeKind.COMMUNITY), ("社区", OfficeKind.COMMUNITY),
    ("教委", OfficeKind.EDUCATION_BUREAU), ("教育", OfficeKind.EDUCATION_BUREAU), ("教体", OfficeKind.EDUCATION_BUREAU),
    ("招生", OfficeKind.EDUCATION_BUREAU), ("education", OfficeKind.EDUCATION_BUREAU),
    ("医保", OfficeKind.HEALTHCARE_SECURITY), ("医疗保障", OfficeKind.HEALTHCARE_SECURITY),
    ("卫生院", OfficeKind.HOSPITAL), ("医院", OfficeKind.HOSPITAL), ("hospital", OfficeKind.HOSPITAL),
    ("卫健", OfficeKind.HEALTH_BUREAU), ("卫生", OfficeKind.HEALTH_BUREAU),
    ("社保", OfficeKind.SOCIAL_INSURANCE_AGENCY), ("社会保险", OfficeKind.SOCIAL_INSURANCE_AGENCY),
    ("人社", OfficeKind.HRSS_BUREAU), ("人力资源", OfficeKind.HRSS_BUREAU), ("劳动局", OfficeKind.HRSS_BUREAU),
    ("税务", OfficeKind.TAX_BUREAU), ("公积金", OfficeKind.HOUSING_FUND), ("民政", OfficeKind.CIVIL_AFFAIRS),
    ("住建", OfficeKind.HOUSING_BUREAU), ("住房", OfficeKind.HOUSING_BUREAU), ("房管", OfficeKind.HOUSING_BUREAU),
    ("政府", OfficeKind.GOVERNMENT), ("government", OfficeKind.GOVERNMENT),
    ("房东", OfficeKind.LANDLORD), ("landlord", OfficeKind.LANDLORD),
    ("公司", OfficeKind.EMPLOYER), ("工厂", OfficeKind.EMPLOYER), ("工地", OfficeKind.EMPLOYER),
    ("学校", OfficeKind.SCHOOL), ("小学", OfficeKind.SCHOOL), ("中学", OfficeKind.SCHOOL), ("school", OfficeKind.SCHOOL),
)  # fmt: skip
"""What stands further up decides: a court of a street is a court."""


def kind_by_name(name: str) -> OfficeKind:
    """The kind a name suggests; the person sees it and may choose another."""
    lowered = name.lower()
    return next((kind for part, kind in _NAMED_AFTER if part in lowered), OfficeKind.OTHER)


def office_name(office: Office) -> str:
    """What an office is called on this screen."""
    names = (office.name_zh, office.name_en) if screen_language() == "zh_CN" else (office.name_en, office.name_zh)
    where = place(office.city, office.district)
    return next((name for name in names if name), "") or f"{where} {_(label(office.kind))}".strip()


class OfficeChooser(Retranslated, QWidget):
    """A line; below it, while it is being typed in, the offices that fit."""

    chosen = Signal()

    def __init__(self, desk: Desk, case: Callable[[], CaseId | None], *, name: str) -> None:
        super().__init__()
        self._desk, self._case, self._name, self._once = desk, case, name, Once(desk)
        self._office: Office | None = None
        self._coming = ""
        self.setObjectName(name)
        self.line = Line(N_("Type a part of its name; recent ones stand first"), name=f"{name}_line")
        self.list = QListWidget()
        self.list.setObjectName(f"{name}_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.new = _NewOffice(name)
        self.new.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.line, self.list, self.new):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self._soon = Soon(self, self._search)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self._enter)
        self.list.itemClicked.connect(self._take)
        self.new.add.clicked.connect(self._make)

    @property
    def office(self) -> OfficeId | None:
        """The office chosen."""
        return self._office.id if self._office else None

    def show_office(self, office: Office | None) -> None:
        """Show an office that is already known."""
        self._office, self._coming = office, ""
        self.line.setText(office_name(office) if office else "")
        self.list.hide()
        self.new.hide()

    def typed_but_not_chosen(self) -> bool:
        """Whether there is a text that stands for no office yet."""
        return self._office is None and bool(self.line.value())

    def kept(self) -> str:
        chosen = self._office.id if self._office else self._coming
        return f"{CHOSEN}{chosen}" if chosen else self.line.text()

    def put_back(self, kept: str) -> None:
        """An office is read first; until it is there, nothing is chosen and nothing forgotten."""
        from caseapp.work.offices import find_office

        self.show_office(None)
        if not kept.startswith(CHOSEN):
            self.line.setText(kept)
            return
        coming = self._coming = kept.removeprefix(CHOSEN)
        session, case = self._desk.session, self._case()
        self._desk.read(self, lambda: find_office(session, case, coming), lambda office: self._came(coming, office))

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.line.textChanged, self.chosen)

    def _came(self, coming: str, office: Office | None) -> None:
        if self._coming == coming:
            self.show_office(office)

    def retranslate(self) -> None:
        if self._office:
            self.line.setText(office_name(self._office))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() == QEvent.Type.FocusIn and not self._office:
                self._soon.ask()
            elif event.type() == QEvent.Type.FocusOut:
                self.list.hide()
            elif event.type() == QEvent.Type.KeyPress and self.list.isVisible():
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
                if step:
                    self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self.list.hide()
                    return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._coming = ""
        if self._office is not None:
            self._office = None
            self.chosen.emit()
        self.new.hide()
        self._soon.ask()

    def _search(self) -> None:
        from caseapp.work.visits import office_choices

        session, case, typed = self._desk.session, self._case(), self.line.value()
        self._desk.read(self, lambda: (typed, office_choices(session, case, typed)), lambda found: self._show(*found))

    def _show(self, typed: str, offices: Sequence[Office]) -> None:
        if typed != self.line.value() or not self.line.hasFocus():
            return
        self.list.clear()
        for office in offices[:SHOWN]:
            item = QListWidgetItem(office_name(office))
            item.setData(Qt.ItemDataRole.UserRole, office)
            self.list.addItem(item)
        if typed and all(office_name(office) != typed for office in offices):
            self.list.addItem(QListWidgetItem(_("New office “{name}”").format(name=typed)))
        self.list.setCurrentRow(0)
        rows = self.list.count()
        self.list.setFixedHeight(max(1, rows) * (self.list.sizeHintForRow(0) if rows else 0) + 4)
        self.list.setVisible(rows > 0)

    def _enter(self) -> None:
        if self.list.isVisible() and self.list.currentItem():
            self._take(self.list.currentItem())
        elif self.typed_but_not_chosen():
            self._soon.now()
        else:
            self.line.focusNextChild()

    def _take(self, item: QListWidgetItem) -> None:
        office = item.data(Qt.ItemDataRole.UserRole)
        self.list.hide()
        if office is None:
            self.new.ask(kind_by_name(self.line.value()))
            return
        self._keep(office)

    def _keep(self, office: Office) -> None:
        """An office the city's rules name enters the casebook when it is first chosen."""
        from caseapp.work.visits import keep_office

        session, now = self._desk.session, self._desk.now()
        self._desk.read(self, lambda: keep_office(session, office, now), self._choose)

    def _choose(self, office: Office) -> None:
        focus = QApplication.focusWidget()
        still_here = focus is not None and self.isAncestorOf(focus)
        self.show_office(office)
        self.chosen.emit()
        if still_here:
            self.line.setFocus()
            self.line.focusNextChild()

    def _make(self) -> None:
        from caseapp.work.visits import new_office

        if not self.new.placed():
            return
        desk, kind, name = self._desk, self.new.kind.value(), self.line.value()
        session, case, now, elsewhere = desk.session, self._case(), desk.now(), self.new.elsewhere()
        self._once.write(self, lambda: new_office(session, kind, name, case, now, elsewhere), self._choose)


class _NewOffice(QWidget):
    """What has to be known of an office nobody entered before: its kind, and its place where that is not the case's."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.kind = Choice(tuple(OfficeKind), lambda kind: _(label(kind)), name=f"{name}_new_kind")
        self.away = Tick(N_("It is in another place, e.g. where the client is registered"), name=f"{name}_new_away")
        self.city, self.district = CityEdit(name=f"{name}_new_city"), Line(name=f"{name}_new_district")
        self.city_field = Field(N_("City"), self.city)
        self.place = beside(self.city_field, Field(N_("District"), self.district))
        self.place.hide()
        self.away.toggled.connect(self.place.setVisible)
        self.add = Action(N_("Add office"), name=f"{name}_new_add", icon="add")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Words(N_("What kind of office?"), "label", wrap=False))
        row.addWidget(self.kind)
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.away)
        column.addWidget(self.place)

    def ask(self, kind: OfficeKind) -> None:
        """Offer a kind; Enter adds the office."""
        self.kind.choose(kind)
        self.away.setChecked(False)
        self.show()
        self.add.setFocus()

    def placed(self) -> bool:
        """Whether the place is known; else the cursor goes to the city."""
        lacking = self.away.isChecked() and not self.city.city()
        self.city_field.problem(_("Write in which city it is.") if lacking else "")
        if lacking:
            self.city.setFocus()
        return not lacking

    def elsewhere(self) -> tuple[str, str] | None:
        """City and district, where they are not those of the case."""
        city = self.city.city() if self.away.isChecked() else ""
        return (city, self.district.value()) if city else None
