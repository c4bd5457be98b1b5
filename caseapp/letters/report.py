"""The group report as papers in both languages, made of protected figures and closed lists only: it identifies nobody.

It may be published, so nothing a person typed reaches it: no district, no rule as it was quoted, no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from caseapp.claims.bases import Basis
from caseapp.claims.disclosure import BASE, K, Protected, ProtectedRow, ProtectedTable
from caseapp.claims.members import Duty
from caseapp.claims.tables import Dimension, category_label
from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.i18n import catalogue
from caseapp.letters import blocks as b
from caseapp.letters.both import NOTHING, Both, listed, same
from caseapp.letters.cite import Citer, citable_ids
from caseapp.letters.compose import Composer
from caseapp.letters.days import full
from caseapp.letters.said import Said
from caseapp.letters.say.pattern import say_duty, say_paper, say_pattern
from caseapp.letters.wording import phrases
from caseapp.policy.documents import documents

KIND = "group_report"
CHARTED = (Dimension.QUARTER, Dimension.PATTERN, Dimension.OFFICE_KIND, Dimension.PAPER)
"""The first of these with a figure to draw makes the chart."""


@dataclass(frozen=True, slots=True)
class ReportMatter:
    """What a report is about. ``paper`` and ``pattern`` are ids of closed lists, empty where the basis is another."""

    figures: Protected
    basis: Basis
    service: Service
    years: tuple[int, int]
    """The first and last year in which a request was turned away."""
    until: date
    paper: str = ""
    pattern: str = ""
    city: Both = NOTHING
    """As its pack names it; empty for a city without one."""
    duty: Duty | None = None


def report_papers(matter: ReportMatter) -> tuple[b.Paper, b.Paper]:
    """The report in Chinese and in English, block beside block."""
    composer = Composer()
    for section in (_scope, _method, _figures, _hidden, _duty, _law, _request):
        section(composer, matter)
    title = _words("title" if matter.figures.tables else "title_total")
    zh, en = composer.papers(KIND, title, b.Style.REPORT, draft=False)
    return zh, replace(en, reading_copy=False)


def _words(key: str, **values: Both | str | int) -> Both:
    return phrases("report").say(key, **values)


def _translated(message: str) -> Both:
    return Both(catalogue("zh_CN").gettext(message), catalogue("en").gettext(message))


def _scope(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("scope", _words("head_scope"))
    first, last = matter.years
    years = _words("year", first=first) if first == last else _words("year_span", first=first, last=last)
    composer.paragraph(
        "scope-text",
        [
            Said(
                _words(
                    "scope",
                    city=_words("in_city", city=matter.city) if matter.city else Both("外来家庭办理", ""),
                    service=_translated(label(matter.service)),
                    years=years,
                    total=matter.figures.total,
                    what=_what(matter),
                )
            )
        ],
    )


def _what(matter: ReportMatter) -> Both:
    if matter.basis is Basis.PAPER:
        return _words("what_paper", paper=_paper(matter))
    if matter.basis is Basis.PATTERN:
        return _words("what_pattern", pattern=say_pattern(matter.pattern))
    return _words(f"what_{matter.basis.value}")


def _paper(matter: ReportMatter) -> Both:
    """A paper of the catalogue by name; what somebody typed is not repeated."""
    return say_paper(matter.paper) if matter.paper in documents() else _words("some_paper")


def _method(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("method", _words("head_method"))
    sentences = (
        _words("method_unit", day=full(matter.until)),
        _words("method_round", k=K, base=BASE),
        _words("method_closed"),
    )
    composer.paragraph("method-text", [Said(sentence) for sentence in sentences])


def _figures(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("figures", _words("head_figures"))
    figures = matter.figures
    if not figures.tables:
        composer.paragraph("figures-total", [Said(_words("only_total", least=3 * K, total=figures.total))])
        return
    for table in figures.tables:
        _table(composer, table, figures.total)
    _chart(composer, figures)


def _table(composer: Composer, table: ProtectedTable, total: int) -> None:
    name = table.dimension.value
    composer.heading(f"{name}-title", _translated(table.dimension.label))
    rows = [(say_category(table.dimension, row.category), _shown(row)) for row in table.rows]
    rows.append((_words("total" if table.dimension.additive else "total_several"), same(str(total))))
    header = (_words("column_category"), _words("column_families"))

    def side(language: str) -> b.Table:
        def cell(text: Both) -> b.Sentence:
            return b.Sentence(text.zh if language == "zh" else text.en)

        return b.Table(
            name,
            tuple(cell(text).text for text in header),
            tuple((cell(category), cell(count)) for category, count in rows),
            (3, 1),
            frozenset((1,)),
        )

    composer.add(side("zh"), side("en"))


def _shown(row: ProtectedRow) -> Both:
    return _words("not_shown") if row.shown is None else same(str(row.shown))


def _chart(composer: Composer, figures: Protected) -> None:
    found = (table for dimension in CHARTED if (table := figures.table(dimension)) is not None)
    table = next(found, None)
    if table is None:
        return
    title, note = _translated(table.dimension.label), _words("chart_note", base=BASE, k=K)
    bars = [(say_category(table.dimension, row.category), row.shown, _shown(row)) for row in table.rows]
    composer.add(
        b.ChartBlock("chart", title.zh, tuple(b.Bar(name.zh, value, shown.zh) for name, value, shown in bars), note.zh),
        b.ChartBlock("chart", title.en, tuple(b.Bar(name.en, value, shown.en) for name, value, shown in bars), note.en),
    )


def say_category(dimension: Dimension, category: str) -> Both:
    """A row of a table in words."""
    if dimension is Dimension.PAPER:
        return say_paper(category) if category != "other" else _translated(label(Service.OTHER))
    if dimension is Dimension.QUARTER:
        year, _, quarter = category.partition("-Q")
        return _words("quarter", year=year, number=quarter)
    return _translated(category_label(dimension, category))


def _hidden(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("hidden", _words("head_hidden"))
    composer.items("hidden-text", ((Said(text),) for text in _hidden_texts(matter.figures)), numbered=False)


def _hidden_texts(figures: Protected) -> Iterator[Both]:
    if any(table.hidden for table in figures.tables):
        yield _words("hidden_rows", k=K)
    if figures.tables:
        for dimension in figures.left_out:
            yield _words("hidden_table", table=_translated(dimension.label))
    yield _words("hidden_words")


def _duty(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("duty", _words("head_duty"))
    said = _words("duty", duty=say_duty(matter.duty)) if matter.duty else _words("duty_unnamed")
    sentences = [Said(said)]
    table = matter.figures.table(Dimension.OFFICE_KIND)
    kinds = [say_category(table.dimension, row.category) for row in table.rows if row.shown] if table else []
    if kinds:
        sentences.append(Said(_words("answered", kinds=_listed(kinds))))
    composer.paragraph("duty-text", sentences)


def _listed(kinds: Iterable[Both]) -> Both:
    return listed(Both(kind.zh, kind.en[:1].lower() + kind.en[1:]) for kind in kinds)


def _law(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("law", _words("head_law"))
    citer = Citer(matter.service)
    ids = citable_ids(matter.duty.provisions if matter.duty else (), matter.until)
    lines = [(citer.sentence(id_),) for id_ in ids]
    if lines:
        composer.items("law-text", lines, numbered=True)
    else:
        composer.paragraph("law-text", [Said(_words("law_none"))])


def _request(composer: Composer, matter: ReportMatter) -> None:
    composer.heading("request", _words("head_request"))
    first = {
        Basis.PAPER: lambda: _words("request_paper", paper=_paper(matter)),
        Basis.RULE: lambda: _words("request_rule"),
        Basis.OFFICE: lambda: _words("request_office"),
        Basis.PATTERN: lambda: _words("request_office"),
        Basis.SHIFT: lambda: _words("request_rule"),
    }[matter.basis]()
    asked = (first, _words("request_written"), _words("request_again"), _words("request_rate"))
    composer.items("request-text", ((Said(text),) for text in asked), numbered=True)
    composer.paragraph("closing", [Said(_words("closing"))])
