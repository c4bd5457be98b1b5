"""Cities by the names people use. A case keeps the id of a pack where there is one, else the name as it was typed."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox

from caseapp.gui.words import Retranslated, Say, said
from caseapp.i18n import screen_language


def city_name(city: str) -> str:
    """What a city is called on screen."""
    from caseapp.policy.cities import city_name as name

    words = name(city)
    return words.zh if screen_language() == "zh_CN" else words.en


def place(city: str, district: str) -> str:
    """City and district in one line."""
    return " ".join(part for part in (city_name(city), district) if part)


class CityEdit(Retranslated, QComboBox):
    """A city: one of those with rules, or any other, typed."""

    def __init__(self, *, name: str, hint: Say = "") -> None:
        super().__init__()
        from caseapp.policy.cities import cities

        self._hint = hint
        self._offered = [city.id for city in cities()]
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([city_name(city) for city in self._offered])
        self.lineEdit().setObjectName(f"{name}_line")
        self.lineEdit().returnPressed.connect(self.focusNextChild)
        self.setCurrentIndex(-1)
        self.setEditText("")
        self.retranslate()

    def city(self) -> str:
        """The id of a pack, or what was typed."""
        from caseapp.policy.cities import city_id

        return city_id(self.currentText())

    def show_city(self, city: str) -> None:
        """Show a city that is already known."""
        self.setEditText(city_name(city))

    def kept(self) -> str:
        return self.city()

    def put_back(self, kept: str) -> None:
        self.show_city(kept)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.editTextChanged,)

    def retranslate(self) -> None:
        kept = self.city()
        for index, city in enumerate(self._offered):
            self.setItemText(index, city_name(city))
        self.setEditText(city_name(kept))
        self.lineEdit().setPlaceholderText(said(self._hint))

    def wheelEvent(self, event) -> None:
        """The wheel scrolls the page; it never changes a city by accident."""
        event.ignore()
