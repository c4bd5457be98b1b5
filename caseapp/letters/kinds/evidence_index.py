"""证据目录: the numbered papers of a case as one table, to go along with a letter whose sentences name the same numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.domain.documents import Document
from caseapp.i18n import N_
from caseapp.letters.blocks import FORM, RestsOn, Style
from caseapp.letters.both import Both, same
from caseapp.letters.compose import Composer
from caseapp.letters.days import full
from caseapp.letters.evidence import all_seen, form_of, page_numbers, shows, source_of
from caseapp.letters.kinds import admin_reconsideration
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.papers_in_hand import in_hand, name_of, numbered, resting_on
from caseapp.letters.problems import Problem
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

ID = "evidence_index"
_WIDTHS = (5, 14, 10, 18, 12, 8)


def available(material: Material) -> Availability:
    """Open once a paper has an exhibit number."""
    if not numbered(material.file):
        return Availability(False, N_("No paper has an exhibit number yet. Give numbers under Documents."))
    return Availability(True, N_("Goes along with a letter: number, source, what each shows, pages."))


def write(material: Material, draft: bool) -> Written:
    """The index on the material's day."""
    composer, words, papers = Composer(), phrases(ID), numbered(material.file)
    composer.key_values("head", _head(material))
    ranges, total = page_numbers(papers)
    pages = words.say("pages" if total else "pages_count")
    header = (*(words.say(key) for key in ("number", "paper", "source", "proves", "form")), pages)
    composer.table("table", header, _rows(material, papers, ranges), _WIDTHS)
    key = "total" if total else "total_plain"
    closing = [Said(words.say(key, count=len(papers), pages=total), FORM)]
    if all_seen(material, papers):
        closing.append(Said(words.say("agrees"), resting_on(papers)))
    composer.paragraph("closing", closing)
    composer.signature("signature", (words.say("sign"), words.say("sign_day")))
    strip = words.say("strip" if total else "strip_plain", count=len(papers), pages=total)
    blanks = (words.say("strip_receiver"), words.say("strip_day"))
    composer.receipt_strip("receipt", words.say("strip_title"), strip, blanks)
    zh, en = composer.papers(ID, words.say("title"), Style.LETTER, draft=draft)
    return Written(zh, en, tuple(_problems(material, papers)))


def _head(material: Material) -> Iterator[tuple[Both, Said]]:
    words, parties = phrases(ID), material.parties
    name = parties.applicant.name if parties.applicant else None
    reviewed = admin_reconsideration.available(material).ready
    cause = words.say(
        "cause_reconsideration" if reviewed else "cause_application", name=name or None, matter=material.words.matter
    )
    yield words.say("label_cause"), Said(cause, RestsOn(facts=("service",)))
    through = parties.representative.name if parties.minor and parties.representative else ""
    submitter = words.say("submitter_for" if through else "submitter", name=name or None, account=through or None)
    yield words.say("label_submitter"), Said(submitter, RestsOn(facts=("applicant",)))
    yield words.say("label_day"), Said(full(material.on), FORM)


def _rows(material: Material, papers: Iterable[Document], ranges: Iterable[str]) -> Iterator[tuple[Said, ...]]:
    for paper, pages in zip(papers, ranges, strict=True):
        rests_on = resting_on([paper])
        yield (
            Said(same(str(paper.exhibit))), Said(name_of(paper), rests_on), Said(source_of(material, paper), rests_on),
            shows(material, paper), Said(form_of(material, paper), rests_on), Said(same(pages)),
        )  # fmt: skip


def _problems(material: Material, papers: Iterable[Document]) -> Iterator[Problem]:
    """What the reader of the index will miss; the paper can leave all the same."""
    silent = [str(paper.exhibit) for paper in papers if not shows(material, paper).text]
    if silent:
        yield Problem(
            "proves", N_("It is not said yet, in Chinese, what these exhibits show: {numbers}."),
            {"numbers": ", ".join(silent)}, blocks=False,
        )  # fmt: skip
    left = sum(paper.exhibit is None for paper in in_hand(material.file))
    if left:
        yield Problem(
            "unnumbered", N_("Papers in hand without an exhibit number, left out here: {count}."), {"count": left},
            blocks=False,
        )  # fmt: skip


KIND = LetterKind(ID, N_("Index of evidence"), False, available, write, private=True)
