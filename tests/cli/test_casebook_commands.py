"""new, import, export, apply, list, show, verify: the same work as the window does."""

from __future__ import annotations

import json
import uuid

from caseapp.paths import resource

SAMPLE = resource("samples", "shanghai-no-reason.yaml")


def test_a_casebook_is_made_listed_and_verified(caseapp, tmp_path):
    folder = tmp_path / "new.casebook"
    assert caseapp("new", folder, "--user", "li")[0] == 0
    assert caseapp("list", folder, "--json") == (0, "[]\n", "")
    code, out, _err = caseapp("verify", folder, "--json")
    assert (code, json.loads(out)["sound"]) == (0, True)


def test_a_dry_run_shows_and_changes_nothing(caseapp, empty):
    code, out, _err = caseapp("import", empty, SAMPLE, "--dry-run", "--json")
    found = json.loads(out)
    assert (code, found["imported"], found["found"][0]["label"]) == (0, [], "shanghai-no-reason")
    assert json.loads(caseapp("list", empty, "--json")[1]) == []


def test_a_case_file_is_imported_once(caseapp, empty):
    assert caseapp("import", empty, SAMPLE)[1].startswith("2017-")
    code, _out, err = caseapp("import", empty, SAMPLE)
    assert code == 0 and "already" in err
    assert len(json.loads(caseapp("list", empty, "--json")[1])) == 1


def test_a_broken_case_file_names_its_line_and_leaves_nothing(caseapp, empty, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("city: beijing\nservice: labour\nfacts: {lease_month: 3}\n", encoding="utf-8")
    code, out, err = caseapp("import", empty, SAMPLE, broken)
    assert (code, out) == (2, "")
    assert "broken.yaml:3 [facts.lease_month]" in err and "lease_months" in err and "Nothing was imported" in err
    assert json.loads(caseapp("list", empty, "--json")[1]) == []


def test_a_case_is_shown_with_its_loop(caseapp, samples):
    code, out, _err = caseapp("show", samples, "2012-A001", "--json")
    shown = json.loads(out)
    assert code == 0
    assert [(loop["kinds"], loop["days"]) for loop in shown["loops"]] == [(["school", "government"], 112)]
    refusal = shown["answerable"]["refusals"][0]
    assert refusal["bodies"][0]["has_the_duty"] and refusal["bodies"][0]["kind"] == "education_bureau"
    assert {"by": "statute"}.items() <= refusal["bodies"][0]["named_by"][0].items()
    assert "Sent back and forth" in caseapp("show", samples, "2012-A001")[1]


def test_search_finds_by_any_part_of_a_name(caseapp, samples):
    assert len(json.loads(caseapp("list", samples, "--search", "家长31", "--json")[1])) == 1


def test_an_export_reads_back_and_is_never_written_over(caseapp, samples, empty, tmp_path):
    out = tmp_path / "case.yaml"
    assert caseapp("export", samples, "2012-A001", "--out", out)[0] == 0
    assert caseapp("export", samples, "2012-A001", "--out", out)[0] == 2
    assert caseapp("import", empty, out)[0] == 0
    assert len(json.loads(caseapp("list", empty, "--json")[1])) == 1


def operations(tmp_path, *entries):
    path = tmp_path / "ops.jsonl"
    lines = [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_each_operation_is_acknowledged_by_one_line(caseapp, empty, tmp_path):
    case, visit, paper = (str(uuid.uuid4()) for _ in range(3))
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n...")
    ops = operations(
        tmp_path,
        {
            "op": "create",
            "id": case,
            "fields": {"city": "beijing", "service": "compulsory_education", "applicant": {"name": "欧阳龘梅"}},
        },
        {
            "op": "visit",
            "id": visit,
            "case": case,
            "fields": {"office_kind": "school", "answer_kind": "refused", "day": "2026-05-04", "words": "不行"},
        },
        {"op": "edit", "id": case, "fields": {"story": "改过的经过"}},
        {"op": "edit", "id": visit, "fields": {"window": "3"}},
        {"op": "create", "kind": "document", "id": paper, "case": case, "fields": {"paper": "id_card", "state": "held"}},
        {"op": "attach", "case": case, "fields": {"path": "photo.png", "document": paper}},
        {"op": "letter", "case": case, "fields": {"kind": "service_application"}},
        {"op": "delete", "id": visit},
    )
    code, out, err = caseapp("apply", empty, ops)
    done = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [(one["seq"], one["ok"]) for one in done] == [(number, True) for number in range(1, 9)]
    assert [one["change"] for one in done] == list(range(done[0]["change"], done[0]["change"] + 8))
    shown = json.loads(caseapp("show", empty, case, "--json")[1])["records"]
    assert shown["case"][0]["story"] == "改过的经过"
    assert "欧阳龘梅" in {person["name"] for person in shown["person"]}
    assert (shown["document"][0]["id"], "visit" in shown, len(shown["letter"])) == (paper, False, 1)
    assert caseapp("verify", empty)[0] == 0


def test_an_operation_that_cannot_be_used_is_told_and_the_rest_goes_on(caseapp, empty, tmp_path):
    good = {"op": "create", "fields": {"service": "labour"}}
    bad = (
        "{", '{"op": "fly"}', {"op": "edit", "id": str(uuid.uuid4()), "fields": {"story": "x"}},
        {"op": "create", "fields": {"service": "labor"}}, {"op": "visit", "case": "2026-A999", "fields": {}},
        {"op": "create", "kind": "fact", "fields": {"person": str(uuid.uuid4()), "key": "age", "value": "3"}},
        {"op": "attach", "case": "2026-A001", "fields": {"path": "absent.png"}},
    )  # fmt: skip
    code, out, err = caseapp("apply", empty, operations(tmp_path, good, *bad, good))
    done = [json.loads(line)["ok"] for line in out.splitlines()]
    assert (code, done) == (1, [True] + [False] * len(bad) + [True])
    assert len(err.splitlines()) == len(bad) and "Traceback" not in err
    assert len(json.loads(caseapp("list", empty, "--json")[1])) == 2


def test_an_edit_changes_nothing_that_was_not_named(caseapp, samples, tmp_path):
    before = json.loads(caseapp("show", samples, "2012-A001", "--json")[1])["records"]
    visit = before["visit"][0]["id"]
    caseapp("apply", samples, operations(tmp_path, {"op": "edit", "id": visit, "fields": {"badge": "007"}}))
    after = json.loads(caseapp("show", samples, "2012-A001", "--json")[1])["records"]
    before["visit"][0]["badge"] = "007"
    assert after == before


def test_a_letter_and_its_provenance_are_written(caseapp, samples, tmp_path):
    card, why = tmp_path / "card.pdf", tmp_path / "why.json"
    code, out, err = caseapp("letter", samples, "2017-A002", "--kind", "prompt_card", "--out", card, "--provenance", why)
    assert code == 0, err
    assert card.read_bytes().startswith(b"%PDF") and out.split() == [str(card), str(why)]
    rows = json.loads(why.read_text(encoding="utf-8"))
    assert {"block", "language", "sentence", "facts", "visits", "documents", "provisions", "by_hand"} <= set(rows[0])


def test_a_paper_tells_of_the_visit_it_is_asked_for(caseapp, samples, tmp_path):
    visits = json.loads(caseapp("show", samples, "2017-A002", "--json")[1])["records"]["visit"]
    asked = visits[0]
    for name in (asked["id"], asked["day"]):
        why = tmp_path / "why.json"
        words = ("letter", samples, "2017-A002", "--kind", "oral_refusal_record", "--visit", name, "--provenance", why)
        code, _out, err = caseapp(*words)
        assert code == 0, err
        rests_on = {visit for row in json.loads(why.read_text(encoding="utf-8")) for visit in row["visits"]}
        assert rests_on == {asked["id"]}
    code, _out, err = caseapp(*words[:-3], "2001-01-01", *words[-2:])
    assert code == 2 and "2001-01-01" in err


def test_a_letter_that_does_not_exist_is_answered_in_a_sentence(caseapp, samples, tmp_path):
    code, _out, err = caseapp("letter", samples, "2017-A002", "--kind", "love", "--out", tmp_path / "x.pdf")
    assert code == 2 and "love" in err and not (tmp_path / "x.pdf").exists()
    assert caseapp("letter", samples, "2017-A002", "--kind", "prompt_card", "--out", tmp_path / "x.txt")[0] == 2


def test_shared_patterns_are_one_document(caseapp, samples):
    code, out, _err = caseapp("patterns", samples, "--json")
    found = json.loads(out)
    assert code == 0
    assert {"id", "kind", "key", "households", "cases", "from", "to", "strength", "why"} <= set(found[0])
    assert [one["households"] for one in found if one["key"]["paper"] == "proof_of_address"] == [31]


def test_the_report_is_written_into_a_folder(caseapp, samples, tmp_path):
    code, out, err = caseapp("report", samples, "--out", tmp_path / "report", "--now", "2026-11-21T10:00")
    assert code == 0, err
    assert {path.suffix for path in (tmp_path / "report").iterdir()} == {".pdf", ".csv"}
    assert len(out.splitlines()) == 3


def test_a_case_is_checked_on_its_own_day(caseapp, samples):
    code, out, _err = caseapp("check", samples, "2012-A001", "--json")
    found = json.loads(out)
    assert (code, found["on"]) == (0, "2012-09-10")
    verdicts = {one["id"]: one["verdict"] for one in found["programmes"]}
    assert verdicts["beijing-five-documents-2007"] == "met"
    papers = {paper["id"]: paper["state"] for one in found["programmes"] for paper in one["documents"]}
    assert papers["hukou_booklet"] == "held" and papers["document_review_certificate"] == "needed"


def test_a_case_is_planned(caseapp, samples):
    code, out, _err = caseapp("plan", samples, "2013-A001", "--json")
    plans = {one["id"]: one for one in json.loads(out)["programmes"]}
    gaps = {gap["criterion"]: gap["earliest"] for gap in plans["beijing-secondary-vocational-2013"]["gaps"]}
    assert code == 0 and any(str(day).startswith("2015-01") for day in gaps.values())


def test_a_case_of_a_city_without_rules_is_checked_by_those_of_the_nation_and_says_so(caseapp, empty, tmp_path):
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(SAMPLE.read_text(encoding="utf-8").replace("city: shanghai", "city: 无锡"), encoding="utf-8")
    caseapp("import", empty, elsewhere)
    (row,) = json.loads(caseapp("list", empty, "--json")[1])
    _code, out, err = caseapp("check", empty, row["number"], "--json")
    found = json.loads(out)
    assert found["city_has_rules"] is False
    assert {programme["scope"] for programme in found["programmes"]} == {"nation"}
    assert "the city may ask more" in err


def test_deadlines_come_with_their_derivation(caseapp):
    code, out, _err = caseapp("deadlines", "--event", "knew_of_act=2026-05-06", "--on", "2026-05-10", "--json")
    found = json.loads(out)
    assert code == 0 and found
    assert {"id", "procedure", "who_must_act", "safe_last_day", "arguable_until", "steps", "statute"} <= set(found[0])
    assert caseapp("deadlines", "--event", "knew_of_act=2026-05-06", "--on", "2026-05-10")[1]


def test_packs_are_listed_shown_and_verified(caseapp):
    listed = caseapp("packs", "list")[1].split()
    assert len(listed) == 19 and {"beijing", "guangdong", "national", "shanghai", "zhongshan"} <= set(listed)
    assert "shanghai-residence-points-2013" in caseapp("packs", "show", "shanghai")[1]
    code, out, _err = caseapp("packs", "verify", "--json")
    reports = json.loads(out)
    assert code == 0
    keys = {"place", "programmes", "criteria", "point_items", "examples", "by_confidence", "problems"}
    assert all(keys <= set(report) and report["problems"] == [] for report in reports)


def test_a_case_is_shown_with_papers_by_name(caseapp, samples):
    assert "居住证" in caseapp("show", samples, "2012-A001", lang="zh_CN")[1]
    shown = caseapp("show", samples, "2012-A001")[1]
    assert "household booklet: Held" in shown and "hukou_booklet" not in shown


def test_a_place_that_takes_no_file_is_named_as_it_was_typed(caseapp, samples, tmp_path):
    (tmp_path / "file").write_text("")
    _code, _out, err = caseapp("export", samples, "2012-A001", "--out", tmp_path / "file" / "cases.yaml")
    assert "cases.yaml." in err and ".part" not in err


def test_a_card_with_long_names_of_offices_still_fits_its_page(caseapp, empty, tmp_path):
    name = "中华人民共和国某某省某某市某某区" * 3
    offices = {"a": "street_office", "b": "education_bureau", "c": "school"}
    listed = "\n".join(f"  {key}: {{kind: {kind}, name_zh: {name}{key}, address: {name}}}" for key, kind in offices.items())
    legs = (("20", "a", "c"), ("21", "c", "b"), ("22", "b", "a"))
    visits = "\n".join(
        f"- {{day: '2026-05-{day}', office: {at}, answer_kind: referred, referred_to: {to}}}" for day, at, to in legs
    )
    file = tmp_path / "case.yaml"
    file.write_text(
        "city: beijing\nservice: compulsory_education\nas_of: '2026-06-12'\nuseful_until: '2026-09-01'\n"
        f"fallback: {'学' * 60}\nfallback_by: '2026-07-10'\napplicant: {{role: child, age: 6}}\n"
        f"documents_held: [hukou_booklet, id_card, rental_contract, labour_contract]\n"
        f"offices:\n{listed}\nvisits:\n{visits}\n",
        encoding="utf-8",
    )
    assert caseapp("import", empty, file)[0] == 0
    code, _out, err = caseapp("letter", empty, "2026-B001", "--kind", "prompt_card", "--out", tmp_path / "card.pdf")
    assert code == 0, err
