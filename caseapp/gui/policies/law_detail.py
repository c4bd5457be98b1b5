"""One statute: what it is, whether it is in force, and the articles held of it, word for word where they were read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.gui.both import in_language, spoken
from caseapp.gui.parts.fields import card
from caseapp.gui.parts.listing import listing
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.sections import Sections, as_written, labelled, notice
from caseapp.gui.parts.text import Text, Words
from caseapp.gui.policies.words import days_of
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _, screen_language
from caseapp.law.deadline import Confidence
from caseapp.law.statutes import Provision, Statute
from caseapp.letters.both import Both
from caseapp.letters.numerals import english_article
from caseapp.work.law_shown import ShownStatute

LEVELS = {
    "law": N_("Law"),
    "administrative-regulation": N_("Administrative regulation"),
    "departmental-rule": N_("Departmental rule"),
    "judicial-interpretation": N_("Judicial interpretation"),
    "normative-document": N_("Normative document"),
    # Translators: a rule of party and state organs.
    "party-state-rule": N_("Party and state rule"),
}

SURE = {
    Confidence.HIGH: N_("Read in the text itself"),
    Confidence.MEDIUM: N_("From a second-hand source: read the text before citing it"),
    Confidence.LOW: N_("From memory: read the text before citing it"),
}


class StatuteView(Sections):
    """The statute with its articles, one below the other."""

    def __init__(self, shown: ShownStatute) -> None:
        super().__init__()
        self.statute = shown.statute.id
        self._articles: dict[str, QWidget] = {}
        self.add(_head(shown))
        if shown.newer_not_read is not None:
            newer = shown.newer_not_read
            title = Both(newer.title_zh, newer.title_en)
            self.add(
                notice(
                    Words(
                        lambda: _("{title} is in force today. Its text was not read here: look at it first.").format(
                            title=in_language(title)
                        )
                    )
                )
            )
        if not shown.statute.text_read:
            self.add(notice(Words(N_("The text was not read here. Cite no article of it before somebody has read it."))))
        self.column.addWidget(Words(N_("Articles"), "section"))
        if not shown.provisions:
            self.add(Words(N_("No article of it is held here."), "soft"))
        for provision in shown.provisions:
            self._articles[provision.id] = self.add(_article(provision))
        self.column.addStretch(1)

    def go_to(self, provision: str, area: QScrollArea) -> None:
        """Scroll to an article, once everything has its place."""
        article, content = self._articles.get(provision), area.widget()
        if article is not None and content is not None:
            top = QPoint(0, -tokens.GRID)
            QTimer.singleShot(50, area, lambda: area.verticalScrollBar().setValue(article.mapTo(content, top).y()))


def _head(shown: ShownStatute) -> QFrame:
    statute = shown.statute
    title = Words(lambda: in_language(shown.title), "section")
    title.setObjectName("statute_title")
    parts: list[QWidget] = [title, _standing(shown), Words(lambda: _days(statute), "soft")]
    about = [lambda: _(LEVELS[statute.level]) if statute.level in LEVELS else statute.level, lambda: statute.number]
    parts.append(labelled(N_("Kind"), Words(lambda: listing([text for part in about if (text := part())]))))
    parts.append(labelled(N_("Issued by"), Text(statute.issuer)))
    parts.append(labelled(N_("How sure it is"), Words(SURE[statute.confidence])))
    parts.append(labelled(N_("Source"), as_written(lambda: statute.source)))
    return card(*parts)


def _standing(shown: ShownStatute) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    icon, colour = ("met", "accent") if shown.in_force else ("history", "not_covered")
    row.addWidget(Picture(icon, colour, 16))
    words = N_("In force today") if shown.in_force else N_("Not in force today")
    row.addWidget(Words(words, colour, wrap=False))
    row.addStretch(1)
    return holder


def _days(statute: Statute) -> str:
    return days_of(statute.effective_from, statute.effective_to)


def _article(provision: Provision) -> QFrame:
    sheet = QFrame()
    sheet.setObjectName("card")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(16, 10, 16, 10)
    column.setSpacing(4)
    article = provision.article
    column.addWidget(Words(lambda: article if screen_language() == "zh_CN" else english_article(article), "label"))
    column.addWidget(Words(spoken(Both(provision.summary_zh, provision.summary_en))))
    if provision.quote_zh:
        column.addWidget(Text(f"“{provision.quote_zh}”", "soft"))
    column.addWidget(Words(lambda: _below(provision), "small"))
    return sheet


def _below(provision: Provision) -> str:
    known = {service.value for service in Service}
    services = listing([_(label(Service(name))) for name in provision.services if name in known])
    return " · ".join(filter(None, (_(SURE[provision.confidence]), services)))
