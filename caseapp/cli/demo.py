"""``caseapp demo OUT``: the whole main job on the sample cases, through the same functions the window calls."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from caseapp.cli import demo_case, demo_days, demo_entry, demo_offices, demo_papers, demo_rules, demo_week
from caseapp.cli.arguments import Arguments
from caseapp.cli.output import as_json, line, private_file
from caseapp.domain.ids import CaseId
from caseapp.errors import NotSaved, ProgramFault
from caseapp.i18n import N_, _
from caseapp.work.passphrase import strength
from caseapp.work.session import NewProfile, Session, create_casebook, open_casebook

NO_ROOM = N_("The demo could not write into {folder}. Choose another folder.")
NOT_WHOLE = N_("The casebook of the demo is not whole: {problems}")


def run(arguments: Arguments) -> int:
    """Leave three papers of one case, the group report, and a picture of each screen in both languages."""
    out: Path = arguments.out or Path("demo-out")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(NO_ROOM, folder=str(out)) from error
    with tempfile.TemporaryDirectory(prefix="caseapp-demo-") as temporary:
        folder, passphrase = Path(temporary) / "demo.casebook", secrets.token_urlsafe(18)
        case = _work(folder, passphrase, out)
        _reopened(folder, passphrase, case)
        _sample(Path(temporary) / "sample.casebook", passphrase)
        _pictures(folder, passphrase, case, out / "screens")
    line(_("The papers, the report and the pictures are in {folder}.").format(folder=out.resolve()))
    return 0


def _work(folder: Path, passphrase: str, out: Path) -> CaseId:
    """Everything up to the letter handed in and the report, in a casebook of its own."""
    from caseapp.work.samples import load_samples

    if not strength(passphrase).enough:
        raise ProgramFault(N_("The passphrase of the demo is too weak."))
    profile = NewProfile("li", organisation="示例工作站", city="beijing", district=demo_case.DISTRICT)
    with create_casebook(folder, passphrase, profile, demo_case.INTAKE) as session:
        load_samples(session, demo_case.INTAKE)
        _say(_("Sample cases taken in"))
        case = demo_case.begin(session)
        demo_case.visits(session, case)
        demo_case.complete_bureau(session, case)
        demo_case.note_wish(session, case)
        _say(_("A case worked from the first question to the visits"))
        _judged(session, case, out)
        _letter(session, case, out, "prompt_card", demo_case.INTAKE)
        _letter(session, case, out, "oral_refusal_record", demo_case.INTAKE)
        letter = demo_case.issue_letter(session, case, demo_case.APPLICATION, demo_case.ISSUED)
        _letter(session, case, out, demo_case.APPLICATION, demo_case.ISSUED)
        demo_case.hand_in(session, case, letter)
        demo_week.week(session, case, folder.parent)
        _say(_("The rest of a week: an enquiry, corrections, a case closed"))
        demo_days.days(session, case, folder.parent, demo_case.LATE)
        demo_entry.entry(session, case, demo_case.LATE)
        demo_offices.offices(session, case, demo_case.LATE.date())
        demo_rules.rules(session, case)
        _say(_("Rules read, compared and looked up, one entered by hand"))
        demo_case.issue_letter(session, case, demo_case.RECONSIDERATION, demo_case.LATE)
        _letter(session, case, out, demo_case.RECONSIDERATION, demo_case.LATE)
        _say(_("Three papers written, one of them handed in and received"))
        demo_papers.papers(session, case, folder.parent, demo_case.LATE)
        _letter(session, case, out, "evidence_index", demo_case.LATE)
        _letter(session, case, out, "paper_receipt", demo_case.LATE)
        _say(_("Papers photographed, lent and given back; the evidence indexed"))
        _report(session, out)
        _verified(session)
    return case


def _judged(session: Session, case: CaseId, out: Path) -> None:
    """Check, plan, deadlines, patterns: what the window shows, as one readable file."""
    from caseapp.letters.check_json import check_json
    from caseapp.letters.plan_json import plan_json
    from caseapp.letters.say.deadline import document
    from caseapp.work.cases import case_file
    from caseapp.work.check import check_case, plan_case
    from caseapp.work.deadlines import deadlines_of, ladder_of
    from caseapp.work.documents import checklist
    from caseapp.work.facts import questions
    from caseapp.work.history import history
    from caseapp.work.patterns import case_patterns
    from caseapp.work.timeline import timeline
    from caseapp.work.visits import referral_chain

    on, file = demo_case.INTAKE.date(), case_file(session, case)
    planned = plan_case(session, case, on)
    ladder = ladder_of(file, on)
    told = {
        "check": check_json(check_case(session, case, on)),
        "plan": plan_json(planned) if planned else None,
        "questions": [question.label.zh for question in questions(session, case, on)],
        "documents": [(row.paper, row.state) for row in checklist(session, case, on)],
        "loops": [loop.days for loop in referral_chain(file).loops],
        "patterns": [found.pattern for found in case_patterns(session, case, on)],
        "first_step": ladder.first_step.kind,
        "protective_day": ladder.protective_day,
        "deadlines": [document(found, on) for found in deadlines_of(file, on)],
        "timeline": len(timeline(file)),
        "history": len(history(session, case)),
    }
    private_file(out / "case.json", as_json(told, indent=1) + "\n")


def _letter(session: Session, case: CaseId, out: Path, kind: str, now: datetime) -> None:
    """A paper in Chinese, as a reading copy, side by side, for WPS or Word, and with what each sentence rests on."""
    from caseapp.work.letters import Recipient, docx, draft, export, kinds_for, pdf, provenance

    on = now.date()
    if kind not in {choice.kind for choice in kinds_for(session, case, on)} or not draft(session, case, kind, on).zh.blocks:
        raise ProgramFault(N_("The demo cannot write the letter {kind}."), kind=kind)
    for layout in ("zh", "en", "both"):
        export(session, case, kind, layout, out / f"{kind}-{layout}.pdf", Recipient.CLIENT, now, on)
    if not pdf(session, case, kind, "zh", on).startswith(b"%PDF"):
        raise ProgramFault(N_("The demo cannot write the letter {kind}."), kind=kind)
    private_file(out / f"{kind}-zh.docx", docx(session, case, kind, "zh", on))
    rests_on = as_json(provenance(session, case, kind, on), indent=1)
    private_file(out / f"{kind}-rests-on.json", rests_on + "\n")


def _report(session: Session, out: Path) -> None:
    from caseapp.work.patterns import group_patterns, referral_map
    from caseapp.work.report import build, export

    shared = group_patterns(session, demo_case.REPORT.date())
    for found in shared[:1]:
        referral_map(session, found.group)
        build(session, demo_case.REPORT.date(), found.group.id)
    export(session, out, demo_case.REPORT)
    _say(_("The group report written from protected figures"))


def _verified(session: Session) -> None:
    from caseapp.work.verifying import verify

    found = verify(session)
    if found.problems:
        raise ProgramFault(NOT_WHOLE, problems=len(found.problems))


def _reopened(folder: Path, passphrase: str, case: CaseId) -> None:
    """Close, open again with the passphrase, and find everything."""
    from caseapp.work.cases import case_file, found_cases

    with open_casebook(folder, passphrase, now=demo_case.LATE) as session:
        file = case_file(session, case)
        listed = found_cases(session, "龘")
        if len(file.visits) != 3 or not file.letters or case not in {row.id for row in listed.rows}:
            raise ProgramFault(N_("The demo did not find again what it had written."))
    _say(_("Closed, opened again, everything found"))


def _sample(folder: Path, passphrase: str) -> None:
    """What the window's one button for trying it out makes."""
    from caseapp.work.cases import case_rows
    from caseapp.work.session import sample_casebook

    with sample_casebook(folder, passphrase, demo_case.INTAKE) as session:
        if not case_rows(session):
            raise ProgramFault(N_("The sample casebook is empty."))


def _pictures(folder: Path, passphrase: str, case: CaseId, out: Path) -> None:
    from caseapp.gui.tour import take_pictures

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    taken = take_pictures(
        lambda: open_casebook(folder, passphrase, now=demo_case.LATE), case, (demo_case.LATE, demo_case.REPORT), out
    )
    _say(_("{count} pictures of the window taken").format(count=len(taken)))


_say: Callable[[str], None] = line
