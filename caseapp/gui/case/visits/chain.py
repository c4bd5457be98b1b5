"""The chain of referrals: each loop and each two-place trap told in one sentence, and the whole of it drawn."""

from __future__ import annotations

from itertools import product

from PySide6.QtWidgets import QFrame, QVBoxLayout

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import OfficeId
from caseapp.gui.both import in_language
from caseapp.gui.case.office_names import named
from caseapp.gui.parts.text import Words
from caseapp.gui.visit.referral_map import Arrow, ReferralMap
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _
from caseapp.letters.say.loop import say_loop, say_trap, say_way, say_ways
from caseapp.work.visits import ReferralChain, referral_chain


class ChainCard(Retranslated, QFrame):
    """Hidden while nobody was sent anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._file: CaseFile | None = None
        self.sentence = Words("", "section")
        self.sentence.setObjectName("loop_sentence")
        self.map = ReferralMap(name="referral_map")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Words(N_("Who sent the client where"), "label", wrap=False))
        column.addWidget(self.sentence)
        column.addWidget(self.map)
        self.hide()

    def show_case(self, file: CaseFile) -> None:
        """Show the referrals of this case."""
        self._file = file
        self.sentence.say(lambda: chain_in_words(file))
        chain = referral_chain(file)
        self.setVisible(bool(chain.legs or chain.trap))
        self.retranslate()

    def retranslate(self) -> None:
        if self._file is None:
            return
        chain = referral_chain(self._file)
        offices = offices_of(chain)
        names = [named(self._file, office) for office in offices]
        self.map.show_chain(names, arrows(chain, offices), chain_in_words(self._file))


def chain_in_words(file: CaseFile) -> str:
    """Each loop a line: 学校 → 街道办事处 → 学校，4次走访，112天; else the referrals as they came; then a trap."""
    chain = referral_chain(file)
    said = [say_loop(loop, file.offices) for loop in chain.loops]
    if chain.legs and not said:
        ways = [say_way((leg.origin, leg.target), file.offices) for leg in chain.legs]
        said.append(say_ways(ways, len(chain.visits), chain.days))
    if chain.trap:
        caught = chain.trap
        said.append(say_trap(caught.here, caught.elsewhere, len(caught.visits), caught.days, file.offices))
    return "\n".join(in_language(line) for line in said)


def offices_of(chain: ReferralChain) -> tuple[OfficeId, ...]:
    """The offices of the chain in the order in which they come, then those of a trap."""
    caught = (*chain.trap.here, *chain.trap.elsewhere) if chain.trap else ()
    return tuple(dict.fromkeys((*(office for leg in chain.legs for office in (leg.origin, leg.target)), *caught)))


def arrows(chain: ReferralChain, offices: tuple[OfficeId, ...]) -> tuple[Arrow, ...]:
    """One arrow for each way, with the steps in which it was gone; those inside a loop lead back.

    Between the two places of a trap nobody is sent: a broken line says that there is no way on from either.
    """
    steps: dict[tuple[OfficeId, OfficeId], list[int]] = {}
    for number, leg in enumerate(chain.legs, 1):
        steps.setdefault((leg.origin, leg.target), []).append(number)
    looping = {(leg.origin, leg.target) for loop in chain.loops for leg in loop.legs}
    drawn = [
        Arrow(
            offices.index(origin),
            offices.index(target),
            len(numbers),
            (origin, target) in looping,
            _(", ").join(str(number) for number in numbers),
        )
        for (origin, target), numbers in steps.items()
    ]
    if chain.trap:
        pairs = product(chain.trap.here, chain.trap.elsewhere)
        drawn += [Arrow(offices.index(one), offices.index(other), shut=True) for one, other in pairs]
    return tuple(drawn)
