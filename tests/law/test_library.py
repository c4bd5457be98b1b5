"""The files of the law hold together: every name leads somewhere, every text says how sure it is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from caseapp.errors import BadInput, PackError
from caseapp.law.counting import Unit
from caseapp.law.deadline import Actor, Confidence
from caseapp.law.library import citable, counting_rules, periods, procedures, provision, provisions, statutes
from caseapp.law.periods import Role
from caseapp.law.shelf import entries

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_period_names_what_exists():
    for period in periods().values():
        assert set(period.procedures) <= set(procedures()), period.id
        assert period.statute in statutes(), period.id
        assert period.counting in counting_rules(), period.id
        assert {*period.later, *period.earlier, *period.cap} <= set(periods()), period.id
        assert period.obstacle is None or period.obstacle.statute in statutes(), period.id


def test_later_readings_and_limits_are_named_by_a_period():
    named = {name for period in periods().values() for name in (*period.later, *period.earlier, *period.cap)}
    assert named == {period.id for period in periods().values() if period.role not in (Role.BASE, Role.SERVICE)}


def test_days_that_mean_working_days_are_counted_as_such():
    for period in periods().values():
        short = counting_rules()[period.counting].short_days
        if period.length in short:
            assert period.unit is not Unit.CALENDAR_DAYS, period.id


def test_what_a_client_may_miss_has_a_consequence_in_both_languages():
    for period in periods().values():
        if period.who is Actor.CLIENT and period.role is Role.BASE:
            assert period.consequence_zh and period.consequence_en, period.id


def test_every_provision_and_procedure_names_a_statute():
    assert all(found.statute in statutes() for found in provisions().values())
    assert all(found.statute in statutes() for found in procedures().values())


def test_a_well_known_provision_is_quoted_because_its_text_was_read():
    """Sections of notices, which have no articles, were matched by program too; law and regulations by article."""
    for found in provisions().values():
        if found.confidence is Confidence.HIGH:
            assert found.quote_zh, found.id
            assert statutes()[found.statute].text_read, found.id


def test_the_letters_provisions_are_there():
    wanted = {
        "edu-migrant-children": "第十二条第二款",
        "edu-county-lead": "第七条第二款",
        "edu-organise-enrolment": "第十三条第一款",
        "edu-refund": "第五十六条第一款",
        "rp-compulsory-education": "第十二条第一项",
        "rp-one-time-notice": "第九条第五款",
        "recon-scope-duty": "第十一条第十一项",
        "recon-first": "第二十三条第一款第三项",
        "recon-government-hears": "第二十四条第一款第一项",
        "recon-branch": "第二十四条第四款",
        "lab-double-wage": "第八十二条第一款",
        "lab-open-ended": "第十四条第三款",
        "minors-prosecutor": "第一百零六条",
        "la-migrant-no-means-test": "第四十二条第三项",
    }
    assert {name: provision(name).article for name in wanted} == wanted


def test_a_letter_cites_no_text_of_another_time():
    school = provision("edu-migrant-children")
    assert citable(school, date(2026, 6, 15))
    assert not citable(school, date(2012, 6, 5))
    assert not citable(provision("recon-inaction-period"), date(2026, 8, 18))
    assert citable(provision("recon-inaction-period"), date(2026, 6, 18))


def test_an_unknown_provision_is_refused():
    with pytest.raises(BadInput, match="no-such-rule"):
        provision("no-such-rule")


def test_a_broken_file_says_where(tmp_path: Path):
    broken = tmp_path / "statutes.yaml"
    broken.write_text("- id: one\n  number: [1]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"statutes.yaml:2") as caught:
        entries(broken)[0].text("number")
    assert caught.value.key == "[0].number"


def test_the_law_loads_no_window_no_database_and_no_paper():
    program = (
        "import sys\nimport caseapp.law.ladder, caseapp.law.five_questions, caseapp.letters.say.deadline\n"
        "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'sqlmodel', 'sqlalchemy', 'reportlab', 'babel'})"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
