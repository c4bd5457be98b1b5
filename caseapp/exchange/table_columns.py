"""What the columns of people's own tables are called, in Chinese and English, and which field of a case each means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache

from caseapp.domain.cases import Service
from caseapp.domain.labels import LABELS
from caseapp.domain.offices import OfficeKind
from caseapp.domain.people import Sex
from caseapp.domain.text_guards import search_form
from caseapp.domain.visits import Answer, Channel
from caseapp.i18n import catalogue

Target = tuple[str, ...]
"""The way to a field of the short form: ``("applicant", "name")``; ``("visit", …)`` is the row's one visit."""

_NAMES: Mapping[Target, str] = {
    ("id",): "编号 案号 序号 no number id",
    ("city",): "城市 所在城市 city",
    ("district",): "区县 区 所在区 district",
    ("service",): "服务 服务事项 事项 业务 求助事项 service matter",
    ("request",): "诉求 请求 request",
    ("story",): "情况 经过 情况说明 案情 story description",
    ("note",): "备注 note remarks",
    ("opened_on",): "登记日期 建档日期 opened",
    ("useful_until",): "最晚办成日 usefuluntil",
    ("applicant", "name"): "姓名 当事人 当事人姓名 申请人 name client applicant",
    ("applicant", "nickname"): "称呼 nickname called",
    ("applicant", "sex"): "性别 sex gender",
    ("applicant", "born"): "出生日期 出生年月 生日 born birthday dateofbirth",
    ("applicant", "id_number"): "身份证号 身份证 证件号码 公民身份号码 idnumber",
    ("applicant", "phone"): "电话 手机 联系电话 手机号 phone mobile",
    ("applicant", "safe_contact"): "安全联系 safecontact",
    ("applicant", "hukou_place"): "户籍地 户籍 户口所在地 hukou registeredplace",
    ("applicant", "address"): "住址 现住址 居住地 地址 address",
    ("applicant", "work_unit"): "工作单位 单位 employer workunit",
    ("visit", "day"): "走访日期 日期 办理日期 date day visitdate",
    ("visit", "office_kind"): "机关类型 去的地方 officekind kindofoffice",
    ("visit", "asked"): "要求办理 申请内容 askedfor",
    ("visit", "answer_kind"): "答复 结果 answer",
    ("visit", "words"): "原话 答复原话 theirwords words",
    ("visit", "channel"): "渠道 方式 channel",
    ("visit", "fee_asked_yuan"): "要求缴费 收费 feeaskedyuan fee",
}  # fmt: skip
_CHOICES: Mapping[Target, type[Enum]] = {
    ("service",): Service,
    ("applicant", "sex"): Sex,
    ("visit", "office_kind"): OfficeKind,
    ("visit", "answer_kind"): Answer,
    ("visit", "channel"): Channel,
}


@cache
def _headings() -> Mapping[str, Target]:
    return {search_form(word): target for target, words in _NAMES.items() for word in words.split()}


def target_of(heading: str) -> Target | None:
    """The field a column means; None for one nobody knows."""
    plain = search_form(heading).replace("_", "").rstrip(":：*")
    return _headings().get(plain)


def as_choice(target: Target, text: str) -> str:
    """A label in either language as the word of the closed list; anything else as it stands."""
    kind = _CHOICES.get(target)
    return _choices(kind).get(search_form(text), text) if kind else text


@cache
def _choices(kind: type[Enum]) -> Mapping[str, str]:
    chinese = catalogue("zh_CN")
    found: dict[str, str] = {}
    for member in kind:
        english = LABELS.get(member, "")
        for word in (str(member.value), english, chinese.gettext(english) if english else ""):
            if word:
                found.setdefault(search_form(word), str(member.value))
    return found
