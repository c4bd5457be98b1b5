"""One version of a rule in full: what to know first, what it asks and gives, its papers and days, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseapp.domain.labels import label
from caseapp.domain.patterns import Pattern
from caseapp.gui.both import in_language, spoken
from caseapp.gui.parts.fields import card
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.sections import Sections, as_written, labelled, notice, with_small
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.criteria import criteria_card
from caseapp.gui.policies.points import points_card, quota_line
from caseapp.gui.policies.standing import SIGNS
from caseapp.gui.policies.words import days_of_rule, limit_line, title_of
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.say.basis import CONFIDENCE
from caseapp.letters.say.finding import both, say_office
from caseapp.policy.model import Instrument, KnownObstruction, NeededDocument, Pack, Programme
from caseapp.work.rules_shown import ShownVersion, Standing


class VersionView(Sections):
    """``on`` is today; ``looks`` comes below the head; ``own`` are parts of the casebook that come before the sources."""

    def __init__(
        self,
        pack: Pack,
        version: ShownVersion,
        on: date,
        looks: QWidget,
        own: Sequence[tuple[Say, QWidget]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.version, programme = version, version.programme
        self.add(_head(pack, programme, version.standing))
        self.add(looks)
        cautions = [_caution(both(caution.text), caution.source) for caution in programme.warnings]
        if cautions:
            self.column.addWidget(Words(N_("What to know first"), "section"))
            self.column.addWidget(notice(*cautions))
        self.under(N_("What the rule asks"), criteria_card(programme.eligibility, _read_on(programme, on)))
        if programme.points is not None:
            self.under(N_("Points"), points_card(programme.points))
        if programme.quota is not None:
            self.section(N_("Places"), Words(quota_line(programme.quota)))
        self.section(N_("Documents"), *(_document(pack, document) for document in programme.documents))
        self.section(N_("Time limits and windows"), *(Words(limit_line(limit)) for limit in programme.time_limits))
        self.section(N_("What it gives"), *(Words(spoken(both(words))) for words in programme.entitlements))
        self.section(N_("What it does not give"), *(_caution(both(one.text), one.source) for one in programme.not_given))
        self.section(N_("How people were held up"), *(_obstruction(one) for one in programme.known_obstructions))
        for head, part in own:
            self.under(head, part)
        self.section(N_("Sources"), *(as_written(lambda source=source: source) for source in programme.sources))
        self.column.addStretch(1)


def _read_on(programme: Programme, on: date) -> date:
    """The day on which a version is held against national law: today, or the last day of one that has ended."""
    last = programme.effective_to
    return min(on, last) if last is not None else on


def _head(pack: Pack, programme: Programme, standing: Standing) -> QFrame:
    """The name, how it stands, who decides, where it is written and how sure that is."""
    name = Words(spoken(both(programme.name)), "section")
    name.setObjectName("version_name")
    instrument = pack.instrument(programme.instrument)
    parts: list[QWidget] = [name, _badge(standing), Words(days_of_rule(programme), "soft")]
    if standing in _NOT_DECIDING:
        parts.append(Words(_NOT_DECIDING[standing], "soft"))
    parts.append(labelled(N_("Who decides"), *_office(pack, programme)))
    parts.append(labelled(N_("Where it is written"), *_written(instrument)))
    parts.append(labelled(N_("How sure it is"), Words(CONFIDENCE[programme.confidence]), Words(_seen(programme), "small")))
    return card(*parts)


_NOT_DECIDING = {
    Standing.UNDATED: N_("It decides nothing in a check until its first day is known."),
    Standing.PROSE: N_("It decides nothing in a check: the source holds no test."),
    Standing.DRAFT: N_("It decides nothing in a check."),
}


def _badge(standing: Standing) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    sign = SIGNS[standing]
    row.addWidget(Picture(sign.icon, sign.colour, 16))
    words = Words(sign.word, sign.colour, wrap=False)
    words.setObjectName("version_standing")
    row.addWidget(words)
    row.addStretch(1)
    return holder


def _office(pack: Pack, programme: Programme) -> tuple[QWidget, ...]:
    office = pack.office(programme.responsible_office)
    named = Words(spoken(say_office(pack, programme)))
    named.setObjectName("version_office")
    if office is None or not office.hotline:
        return (named,)
    hotline = office.hotline
    return named, Words(lambda: _("Hotline {number}").format(number=hotline), "small")


def _written(instrument: Instrument | None) -> tuple[QWidget, ...]:
    lines: list[QWidget] = [Words(title_of(instrument))]
    if instrument is not None:
        lines.append(Words(_made(instrument), "small"))
        lines.append(as_written(lambda: _("Source: {source}").format(source=instrument.source)))
    return tuple(lines)


def _made(instrument: Instrument) -> Say:
    """Who made the text, and when it was made public."""
    issuer, published = instrument.issuer, instrument.published

    def words() -> str:
        named = in_language(both(issuer)) if issuer else _("issued by nobody: a practice that a source reports")
        return " · ".join((named, _("published {day}").format(day=published))) if published else named

    return words


def _seen(programme: Programme) -> Say:
    seen = programme.seen_in_force
    if not seen:
        return N_("No source shows it in force on a day.")
    return lambda: _("Last seen in force: {seen}").format(seen=seen)


def _caution(text: Both, source: str) -> QWidget:
    return with_small(spoken(text), as_written(lambda: _("Source: {source}").format(source=source)))


def _document(pack: Pack, document: NeededDocument) -> QWidget:
    office = pack.office(document.issued_by) if document.issued_by else None
    issuer = office.name if office else document.issuer
    lines: list[Say] = []
    if issuer is not None:
        lines.append(lambda: _("Issued by {issuer}").format(issuer=in_language(both(issuer))))
    if document.validity is not None:
        validity = both(document.validity)
        # Translators: how long a paper is valid.
        lines.append(lambda: _("Valid: {validity}").format(validity=in_language(validity)))
    if document.common_obstacle is not None:
        obstacle = both(document.common_obstacle)
        # Translators: what often stands in the way of getting a paper.
        lines.append(lambda: _("Often in the way: {obstacle}").format(obstacle=in_language(obstacle)))
    return with_small(spoken(both(document.name)), *lines)


def _obstruction(found: KnownObstruction) -> QWidget:
    pattern = next((known for known in Pattern if known.value == found.pattern), None)

    def source() -> str:
        named = [_(label(pattern))] if pattern else []
        return " · ".join([*named, str(found.year), found.source])

    return with_small(spoken(both(found.description)), as_written(source))
