"""The table of packs fits a terminal, adds up, and names what cannot be used."""

from __future__ import annotations

import json
import unicodedata

import pytest

from caseapp.paths import resource


def columns(line):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_table_fits_80_columns_and_its_columns_stand_below_each_other(caseapp, lang):
    code, out, _err = caseapp("packs", "verify", lang=lang)
    lines = out.splitlines()
    assert code == 0 and max(map(columns, lines)) <= 80
    table = lines[:21]  # headings, 19 places, their sum
    assert len({columns(line) for line in table}) == 1


def test_the_last_row_is_the_sum_of_the_rows_and_of_the_reports(caseapp):
    rows = [line.split() for line in caseapp("packs", "verify", lang="en")[1].splitlines()[1:21]]
    reports = json.loads(caseapp("packs", "verify", "--json")[1])
    assert [row[0] for row in rows[:-1]] == [report["place"] for report in reports]
    for at, key in ((1, "programmes"), (2, "criteria"), (3, "point_items"), (8, "not_seen_lately"), (9, "not_verified")):
        assert int(rows[-1][at]) == sum(int(row[at]) for row in rows[:-1]) == sum(report[key] for report in reports)
    by_confidence = [sum(report["by_confidence"][word] for report in reports) for word in ("high", "medium", "low")]
    assert rows[-1][5] == "/".join(map(str, by_confidence))
    assert sum(by_confidence) == sum(report["programmes"] for report in reports)


def test_a_pack_with_a_problem_has_no_row_but_a_name(caseapp, tmp_path):
    path = tmp_path / "wuhan.yaml"
    text = resource("policies", "wuhan.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("status: ok", "status: fine", 1), encoding="utf-8")
    code, out, err = caseapp("packs", "verify", path, lang="en")
    assert (code, out) == (1, "wuhan: not sound\n")
    assert "[programmes[" in err and "Expected here: one of ok, undated, prose, draft" in err
    assert json.loads(caseapp("packs", "verify", path, "--json")[1])[0]["problems"][0]["key"].endswith(".status")
