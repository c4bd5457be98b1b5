"""What a caseworker does at the window, each step as a person takes it: with the mouse, the keyboard, an input method."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QListWidget, QTableView

from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.visit.office import OfficeChooser
from tests.e2e import family
from tests.e2e.family import Told
from tests.e2e.hands import Hands, Held, Key, open_windows, until


class Caseworker:
    """One person, whose hands and eyes are ``hands``."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    # before a casebook is open

    def make_casebook(self) -> None:
        """First start: the language, a passphrase, who works with it. The place is the one the program offers."""
        hands = self.hands
        hands.click("language_en")
        hands.click("start_new")
        hands.fill("new_passphrase_line", family.PASSPHRASE)
        hands.fill("new_passphrase_again_line", family.PASSPHRASE)
        hands.fill("new_handle", "li")
        hands.fill("new_organisation", "示例工作站")
        hands.fill("new_city_line", "Beijing")
        hands.fill("new_district", "临江区")
        hands.click("new_create")
        hands.see("case_search")

    def unlock(self) -> None:
        """The passphrase, and Enter."""
        self.hands.fill("unlock_passphrase_line", family.PASSPHRASE)
        self.hands.enter()
        self.hands.see("case_search")

    # the 20-minute path

    def ask_five_questions(self) -> str:
        """By keyboard alone. Returns what shows above the form at once."""
        hands = self.hands
        hands.click("empty_begin")
        for no in ("paper_received", "injured", "left_job"):
            hands.tick(f"five_{no}_none")
        hands.tab_to("five_registration_closes_line")
        hands.write("2026-6-20")
        hands.tick("five_decision_served_none")
        running = hands.read("running_line")
        hands.key(Key.Key_Return, Held.ControlModifier)
        return running

    def write_down_who_and_what(self) -> None:
        hands = self.hands
        for field, text in (
            ("client_nickname", family.MOTHER_CALLED), ("client_name", family.MOTHER), ("client_phone", family.PHONE),
            ("client_safe_contact", family.SAFE_CONTACT),
        ):  # fmt: skip
            hands.fill(field, text)
        hands.tick("applicant_is_child")
        hands.fill("child_nickname", family.CHILD_CALLED)
        hands.fill("child_born_line", "2020-3-5")
        hands.choose("case_service", "Compulsory education")
        for field, text in (
            ("case_story", family.STORY), ("case_request", family.REQUEST), ("useful_until_line", "2026-9-1"),
            ("fallback", family.FALLBACK), ("fallback_by_line", "2026-7-10"),
        ):  # fmt: skip
            hands.fill(field, text)
        hands.tick("consent_keep")
        hands.tick("consent_contact")
        hands.click("intake_next")

    def see_the_card(self) -> int:
        """The prompt card as it will print; returns its pages."""
        until(lambda: self.hands.see("card_paper", PaperView).pages, "the prompt card")
        return self.hands.see("card_paper", PaperView).pages

    # visits

    def tell_visit(self, told: Told) -> None:
        """Fill the form of a visit that is in sight."""
        hands = self.hands
        hands.fill("visit_day_line", told.day)
        self.name_office("visit_office", told.office)
        hands.fill("visit_asked", told.asked)
        hands.tab_to("visit_answer")
        hands.key(Key(Key.Key_0 + told.key))
        if told.sent_to:
            self.name_office("visit_referred_to", told.sent_to)
        hands.fill("visit_words", told.words)
        hands.fill("visit_hours", "4")
        hands.fill("visit_money", "26")

    def record_visit(self, told: Told) -> None:
        """From the page of a case, by keyboard."""
        self.hands.key(Key.Key_R, Held.ControlModifier)
        self.tell_visit(told)
        self.hands.key(Key.Key_Return, Held.ControlModifier)
        self.hands.see("visits_total")

    def name_office(self, field: str, name: str) -> None:
        """Choose the office if it is offered, else add it without leaving the form."""
        hands = self.hands
        hands.fill(f"{field}_line", name)
        offered = hands.see(f"{field}_list", QListWidget)
        new = f"New office “{name}”"
        until(lambda: {name, new} & {offered.item(at).text() for at in range(offered.count())}, f"{name} to be offered")
        known = offered.item(0).text() == name
        while not known and offered.currentItem().text() != new:
            hands.key(Key.Key_Down)
        hands.enter()
        if not known:
            hands.see(f"{field}_new_add")
            hands.enter()
        until(lambda: hands.see(field, OfficeChooser).office, f"{name} to be chosen")

    # the page of a case

    def open_tab(self, title: str, sign: str) -> None:
        """A tab of the case, until ``sign`` of it is in sight."""
        self.hands.tab(title)
        self.hands.see(sign)

    def answer_what_the_rules_ask(self) -> None:
        hands = self.hands
        hands.click("answer_child_hukou_is_local_2")
        hands.see("clear_child_hukou_is_local")
        hands.fill("answer_residence_permit_months", "28")
        hands.enter()
        hands.see("clear_residence_permit_months")
        hands.click("add_spell")
        hands.wait_for("spell_dialog")
        hands.choose("spell_kind", "Employed")
        hands.fill("spell_since_line", "2023-3")
        hands.fill("spell_employer", family.EMPLOYER)
        hands.click("spell_dialog_save")
        hands.gone("spell_dialog")

    def hold(self, paper: str) -> None:
        """Press the line of a paper, then the key for "Held"."""
        table = self.hands.see("documents_table", QTableView)
        at = table.model().index(list(self.papers()).index(paper), 0)
        self.hands.click_at(table.viewport(), table.visualRect(at).center())
        self.hands.key(Key.Key_3)
        until(lambda: self.papers()[paper] == "Held", f"{paper} to be held")

    def papers(self) -> dict[str, str]:
        """Each paper of the checklist with its state."""
        model = self.hands.see("documents_table", QTableView).model()
        until(model.rowCount, "the papers")
        return {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}

    # letters

    def choose_letter(self, kind: str, sign: str) -> None:
        self.hands.click(f"letter_{kind}")
        self.hands.see(sign)

    def complete_what_is_missing(self) -> None:
        """The addressee, the child and the mother, each from the sentence that says what is missing."""
        hands = self.hands
        hands.click("complete_office")
        hands.wait_for("office_dialog")
        for field, text in (
            ("office_name_zh", family.BUREAU), ("office_name_en", "Linjiang District Education Commission"),
            ("office_address", family.BUREAU_ADDRESS), ("office_organ", family.GOVERNMENT),
            ("office_phone", "010-00000016"),
        ):  # fmt: skip
            hands.fill(field, text)
        hands.click("office_dialog_save")
        hands.gone("office_dialog")
        self._complete_person("mend_person", {"person_name": family.CHILD, "person_id_number": family.CHILD_ID})
        self._complete_person(
            "mend_representative", {"person_id_number": family.MOTHER_ID, "person_address": family.ADDRESS}
        )  # fmt: skip

    def _complete_person(self, button: str, fields: dict[str, str]) -> None:
        """The number fails its own check: that is asked once, and then kept as it stands on the card."""
        hands = self.hands
        hands.click(button)
        hands.wait_for("person_dialog")
        for field, text in fields.items():
            hands.fill(field, text)
        hands.choose("person_sex", "Female")
        hands.key(Key.Key_Return, Held.ControlModifier)
        assert "does not fit the others" in hands.read("person_id_number_problem")
        hands.key(Key.Key_Return, Held.ControlModifier)
        hands.gone("person_dialog")

    def read_out(self) -> int:
        """Read every sentence to the client; key 1 confirms it and goes on. Returns how many there were."""
        hands = self.hands
        hands.click("read_out_and_confirm")
        hands.wait_for("read_out")
        hands.tab_to("heard_0")
        count = 0
        while hands.in_sight(f"heard_{count}"):
            hands.key(Key.Key_1)
            count += 1
        hands.click("read_out_how_2")
        hands.click("read_out_save")
        hands.gone("read_out")
        return count

    def issue(self) -> None:
        """Told what the office will see; then the words are fixed, and the printer is offered."""
        hands = self.hands
        hands.click("issue_and_print")
        hands.wait_for("disclosure")
        hands.click("disclosure_do")
        hands.wait_for("issue")
        hands.click("issue_do")
        self.leave_the_printer()

    def leave_the_printer(self) -> None:
        """No paper in this tray."""
        until(lambda: isinstance(self.hands.front(), QPrintDialog), "the printer to be offered")
        self.hands.key(Key.Key_Escape)
        until(lambda: not any(isinstance(window, QPrintDialog) for window in open_windows()), "the printer to be left")
        until(self.hands.front, "the window behind")

    def export(self, recipient: str, file: Path) -> None:
        """The letter in sight, as a PDF for somebody."""
        hands = self.hands
        hands.click("export_letter")
        hands.wait_for("export")
        hands.choose("export_recipient", recipient)
        hands.click("export_save")
        hands.name_file("export_file", file)
        hands.wait_for("exported")
        hands.click("exported_close")
        hands.gone("exported")
