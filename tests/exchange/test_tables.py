"""Tables people keep: any encoding and separator they have, columns by heading, formulas as text, nothing by halves."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from caseapp.domain.cases import Service
from caseapp.domain.people import Person
from caseapp.domain.visits import Visit
from caseapp.exchange.table_cases import read_table_file

TODAY = date(2026, 11, 21)
HEADINGS = "姓名,电话,城市,服务,走访日期,去的地方,答复,原话\n"
TEXT = HEADINGS + "欧阳龘梅,138 0013 8000,北京市,义务教育,2026-05-04,学校,拒绝,不行\n"


def read(tmp_path, content, name="台账.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_table_file(path, TODAY)


def of(file, kind):
    assert [str(fault) for fault in file.faults] == []
    return [record for case in file.cases for record in case.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("gb18030"), b"\x84\x31\x95\x33" + TEXT.encode("gb18030"),
        TEXT.encode("utf-16"), b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT.replace("\n", "\r\n").encode(),
    ],
)  # fmt: skip
def test_the_same_table_in_any_encoding_is_the_same_case(tmp_path, raw):
    file = read(tmp_path, raw)
    assert {person.name for person in of(file, Person)} >= {"欧阳龘梅"}
    assert of(file, Visit)[0].words == "不行"
    assert (file.cases[0].case.service, file.cases[0].case.city) == (Service.COMPULSORY_EDUCATION, "beijing")


@pytest.mark.parametrize("separator", [";", "\t", "，", "|"])
def test_the_separator_is_found_by_the_headings(tmp_path, separator):
    assert of(read(tmp_path, TEXT.replace(",", separator)), Visit)


def test_columns_go_by_their_headings_wherever_they_stand(tmp_path):
    moved = "某援助站台账,,,\n,,,\n服务,备注二,城市,姓名\nlabour,x,guangzhou,李四\n"
    file = read(tmp_path, moved)
    assert (of(file, Person)[0].name, file.cases[0].case.city, file.left_out) == ("李四", "guangzhou", ("备注二",))


def test_text_that_changes_its_encoding_names_the_line_and_brings_nothing(tmp_path):
    file = read(tmp_path, TEXT.encode() + "王五,1,beijing,义务教育\n".encode("gb18030"))
    assert (file.cases, file.faults[0].line) == ((), 3)
    assert "another encoding" in str(file.faults[0])


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("姓名,城市,服务\n李四,beijing,义务教育\n王五,beijing,不知道\n", 3, "known"),
        ("姓名,姓名,服务\na,b,labour\n", 1, "twice"),
        ("姓名,城市\n李四,beijing\n", 1, "服务"),
        ("a,b\n1,2\n", 0, "headings"),
        ("姓名,城市,服务\n", 0, "no case"),
        ("", 0, "headings"),
        ("姓名,服务,走访日期,去的地方,答复\n李四,labour,03/04/05,school,refused\n", 2, "several days"),
        ("姓名,服务\n李\u202e四,labour\n", 2, "direction"),
    ],
)
def test_a_fault_names_its_row(tmp_path, text, line, says):
    file = read(tmp_path, text)
    assert (file.faults[0].line, says in str(file.faults[0])) == (line, True), str(file.faults[0])


def test_a_fault_names_the_heading_of_its_column(tmp_path):
    assert read(tmp_path, "姓名,业务\n李四,不知道\n").faults[0].key == "业务"


INERT = ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "＝1+1", "%0A=1", "<b>", "null", "TRUE", "-"]


@pytest.mark.parametrize("cell", INERT)
def test_a_formula_is_only_text(tmp_path, cell):
    assert of(read(tmp_path, f'姓名,服务\n"{cell}",labour\n'), Person)[0].name == cell


def workbook(*rows, change=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_excel_table_is_read_as_it_is_typed(tmp_path):
    row = ["李四", "labour", date(1990, 5, 4), 13800138000]
    raw = workbook(["姓名", "服务", "出生日期", "电话"], row, ["=1+1", "labour"])
    people = of(read(tmp_path, raw, "t.xlsx"), Person)
    assert [(person.name, str(person.born), person.phone) for person in people] == [
        ("李四", "1990-05-04", "13800138000"), ("=1+1", "None", ""),
    ]  # fmt: skip


def test_an_id_number_that_excel_has_shortened_is_not_guessed(tmp_path):
    file = read(tmp_path, workbook(["姓名", "服务", "身份证号"], ["李四", "labour", 110105194912310021]), "t.xlsx")
    assert "last digits" in str(file.faults[0]) and file.faults[0].line == 2


def test_hidden_sheets_are_named_and_not_read(tmp_path):
    def hide(book):
        book.create_sheet("秘密").append(["姓名", "服务"])
        book["秘密"].sheet_state = "veryHidden"

    file = read(tmp_path, workbook(["姓名", "服务"], ["李四", "labour"], change=hide), "t.xlsx")
    assert (len(file.cases), file.left_out) == (1, ("秘密",))


def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 60_000_000)
    return stream.getvalue()


def with_entity():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>')
    return stream.getvalue()


NO_EXCEL = [b"", b"text", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + bytes(600), with_entity()]


@pytest.mark.parametrize("raw", NO_EXCEL)
def test_what_is_no_plain_excel_file_is_refused_in_words(tmp_path, raw):
    assert "without a password" in str(read(tmp_path, raw, "t.xlsx").faults[0])


def test_an_archive_that_would_unpack_to_far_more_is_refused(tmp_path):
    assert "larger" in str(read(tmp_path, bomb(), "t.xlsx").faults[0])


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "cannot be opened" in str(read_table_file(tmp_path / "absent.csv", TODAY).faults[0])
