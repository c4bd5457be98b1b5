"""Cities are offered by the names people use."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from caseapp.gui.places import CityEdit, city_name
from caseapp.gui.words import Language


def test_every_city_with_rules_is_offered_in_the_language_of_the_screen(qtbot: QtBot, language: Language):
    edit = CityEdit(name="city")
    qtbot.addWidget(edit)
    for code, names in (("en", {"Beijing", "Zhongshan"}), ("zh_CN", {"北京", "厦门"})):
        language.switch(code)
        offered = {edit.itemText(index) for index in range(edit.count())}
        assert len(offered) == 17 and names <= offered
    assert city_name("xian") == "西安" and city_name("无锡") == "无锡"
