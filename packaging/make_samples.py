"""Write the sample "two schools, one instruction": 31 families of one district, made from a seed.

    make_samples.py            writes resources/samples/two-schools-one-instruction.yaml

The families are invented. Twenty-seven hold a filed lease; four do not; none got anything in writing. The file is
committed, so that samples, tests and pictures rest on the same families everywhere.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "samples" / "two-schools-one-instruction.yaml"
SEED = 20260831
FAMILIES, WITHOUT_LEASE = 31, 4
FIRST, LAST = date(2026, 3, 30), date(2026, 8, 28)
AT_FIRST_SCHOOL = 18
PROVINCES = ("13", "34", "37", "41", "42", "51")
WORDS = (
    "要有住所证明，租房合同不算",
    "住所证明不符合要求，上面有通知",
    "区里说了，租房的要有住所证明",
    "材料不全，缺住所证明",
    "备案的合同不行，要住所证明",
)
HEAD = """\
# Two schools of one district, one instruction: 31 invented families, turned away from March to August for the same paper.
# Twenty-seven hold a filed lease, four do not; none got a written refusal. Made by packaging/make_samples.py; do not edit.
case_file: 1
offices:
  school-a: {kind: school, city: beijing, district: 某区, name_zh: 某区第一小学}
  school-b: {kind: school, city: beijing, district: 某区, name_zh: 某区第二小学}
cases:
"""


def main() -> int:
    TARGET.write_text(HEAD + "".join(_families()), encoding="utf-8")
    return 0


def _families() -> Iterator[str]:
    dice = random.Random(SEED)
    numbers = range(1, FAMILIES + 1)
    no_lease = set(dice.sample(numbers, WITHOUT_LEASE))
    first_school = set(dice.sample(numbers, AT_FIRST_SCHOOL))
    days = [FIRST, *sorted(_working_day(dice) for _ in range(FAMILIES - 2)), LAST]
    for number, day in zip(numbers, days, strict=True):
        school = "school-a" if number in first_school else "school-b"
        yield _family(dice, number, day, school, lease=number not in no_lease)


def _working_day(dice: random.Random) -> date:
    day = FIRST + timedelta(dice.randrange((LAST - FIRST).days + 1))
    return min(day + timedelta(max(0, 7 - day.weekday()) if day.weekday() > 4 else 0), LAST)


def _family(dice: random.Random, number: int, day: date, school: str, *, lease: bool) -> str:
    papers = ["hukou_booklet", "id_card", "residence_permit", *(("rental_registration_certificate",) if lease else ())]
    opened = day + timedelta(dice.randrange(1, 6))
    child = f"role: child, nickname: 孩子{number:02}, age: {dice.choice((6, 6, 7))}, stage: primary"
    return f"""\
- id: two-schools-{number:02}
  city: beijing
  district: 某区
  service: compulsory_education
  as_of: '{day}'
  opened_on: '{opened}'
  useful_until: '2026-09-01'
  useful_because: 小学开学
  request: 小学一年级入学
  applicant: {{{child}, hukou_province: '{dice.choice(PROVINCES)}', through: 家长{number:02}}}
  facts:
    child_hukou_is_local: false
    residence_permit_held: true
    residence_permit_months: {dice.randrange(24, 60)}
    lease_registered: {"true" if lease else "false"}
    lease_months: {dice.randrange(8, 40) if lease else 0}
    employment_months: {dice.randrange(10, 90)}
    social_insurance_months: {dice.randrange(6, 80)}
  documents_held: [{", ".join(papers)}]
  visits:
  - day: '{day}'
    office: {school}
    asked: 小学一年级入学
    answer_kind: refused
    grounds: missing_paper
    words: {dice.choice(WORDS)}
    words_literal: false
    papers_demanded: [{{paper: proof_of_address, holder_kind: landlord}}]
    asked_written: {"true" if dice.random() < 0.5 else "false"}
    written_notice: false
  consents: {{keep_case: '{opened}', contact: '{opened}', reports: '{opened}'}}
"""


if __name__ == "__main__":
    sys.exit(main())
