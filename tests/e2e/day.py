"""A day and a half of work on one case, from an empty folder to papers in hand, and everything found again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTableView

from caseapp.gui.tour import settle
from tests.e2e import family
from tests.e2e.caseworker import Caseworker
from tests.e2e.computer import Computer
from tests.e2e.hands import Hands, Held, Key, until
from tests.e2e.traces import held, traces

ISSUED_ON = datetime(2026, 6, 15, 9, 30)
MOMENTS = OPEN, LOCKED, CLOSED = "while it is open", "after the lock", "after it was closed"


@dataclass(slots=True)
class Day:
    """What was seen on the way, and what was found on the disk."""

    computer: Computer
    card: Path
    application: Path
    running: str = ""
    card_pages: int = 0
    visits_total: str = ""
    loop: str = ""
    statements: int = 0
    letter_state: str = ""
    found_by_one_character: tuple[str, ...] = ()
    found_visits: str = ""
    found_loop: str = ""
    found_papers: dict[str, str] = field(default_factory=dict)
    found_people: str = ""
    found_letter: str = ""
    held_while_open: list[str] = field(default_factory=list)
    held_after_lock: list[str] = field(default_factory=list)
    on_disk: dict[str, list[str]] = field(default_factory=dict)
    """What was found at each moment."""

    def look_at_the_disk(self, moment: str) -> None:
        """Search every file for what may not be there."""
        exported = (self.card, self.application)
        self.on_disk[moment] = traces((self.computer.folder,), family.SECRETS, but=exported)


def work(app: QApplication, computer: Computer) -> Day:
    """All of it, on ``computer``."""
    day = Day(computer, computer.home / "Documents" / "card.pdf", computer.home / "Documents" / "application.pdf")
    with computer.used():
        with computer.window(app):
            friday(day, Caseworker(Hands()))
            computer.now = ISSUED_ON
            monday(day, Caseworker(Hands()))
            day.look_at_the_disk(OPEN)
        with computer.window(app) as window:
            again(day, Caseworker(Hands()))
            lock(day, Hands())
            settle(window)
        day.look_at_the_disk(CLOSED)
    return day


def friday(day: Day, li: Caseworker) -> None:
    """A new casebook, the 20-minute path, and three visits that come back to where they began."""
    first, second, third = family.VISITS
    li.make_casebook()
    day.running = li.ask_five_questions()
    li.write_down_who_and_what()
    li.hands.see("visit_day_line")
    li.tell_visit(first)
    li.hands.click("intake_next")
    day.card_pages = li.see_the_card()
    li.hands.click("open_case")
    until(lambda: li.hands.read("case_title"), "the case")
    li.record_visit(second)
    li.record_visit(third)
    until(lambda: li.hands.read("visits_total").startswith("3"), "three visits")
    day.visits_total, day.loop = li.hands.read("visits_total"), li.hands.read("loop_sentence")


def monday(day: Day, li: Caseworker) -> None:
    """The facts, the papers, and the letter: read out, issued, exported; and the card to take along."""
    li.open_tab("Household and facts", "answer_child_hukou_is_local")
    li.answer_what_the_rules_ask()
    li.open_tab("Documents", "documents_table")
    for paper in ("Residence permit", "Rental contract"):
        li.hold(paper)
    li.open_tab("Letters", "letter_kinds")
    li.choose_letter("service_application", "complete_office")
    li.complete_what_is_missing()
    day.statements = li.read_out()
    li.issue()
    li.hands.see("handed_in")
    day.letter_state = li.hands.words_in("letter_service_application")
    li.export("Office", day.application)
    li.choose_letter("prompt_card", "print_prompt_card")
    li.hands.click("print_prompt_card")
    li.leave_the_printer()
    li.export("Client", day.card)


def again(day: Day, li: Caseworker) -> None:
    """Open the casebook again, find the case by one character, and look at everything."""
    hands = li.hands
    li.unlock()
    hands.write("龘")  # the cursor stands in the search
    assert hands.read("case_search") == "龘"
    table = hands.see("case_table", QTableView).model()
    until(lambda: table.rowCount() == 1, "one case")
    day.found_by_one_character = tuple(table.index(0, column).data() for column in range(table.columnCount()))
    hands.enter()
    until(lambda: hands.read("case_title"), "the case")
    li.open_tab("Visits", "visits_total")
    day.found_visits, day.found_loop = hands.everything(), hands.read("loop_sentence")
    li.open_tab("Documents", "documents_table")
    day.found_papers = li.papers()
    li.open_tab("Household and facts", "clear_residence_permit_months")
    day.found_people = hands.everything()
    li.open_tab("Letters", "letter_kinds")
    hands.see("handed_in")
    day.found_letter = hands.words_in("letter_service_application")


def lock(day: Day, hands: Hands) -> None:
    """One key, in the middle of a sentence and with a name on the clipboard."""
    QApplication.clipboard().setText(family.CHILD)
    hands.key(Key.Key_R, Held.ControlModifier)
    hands.fill("visit_words", family.UNFINISHED)
    day.held_while_open = held()
    hands.key(Key.Key_L, Held.ControlModifier)
    hands.see("unlock_passphrase_line")
    day.held_after_lock = held()
    day.look_at_the_disk(LOCKED)
