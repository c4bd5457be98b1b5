"""The family of these tests. People, places and numbers are invented; the identity numbers fail their own check."""

from __future__ import annotations

from dataclasses import dataclass

PASSPHRASE = "seven geese cross the frozen canal"

MOTHER, MOTHER_CALLED, MOTHER_ID = "𠮷田梅", "小龘妈妈", "341221199304020028"
CHILD, CHILD_CALLED, CHILD_ID = "欧阳龘", "小龘宝宝", "110105202003050048"
PHONE, SAFE_CONTACT = "13900000001", "晚上八点以后打"
ADDRESS, EMPLOYER = "北京市临江区河沿街道柳树胡同8号院3号楼201", "临江顺达保洁有限公司"
STORY = "网上登记了，材料交了街道，学校说满了，街道说以学校为准。"
REQUEST, FALLBACK = "小学一年级入学", "问有办学许可的民办学校"

SCHOOL, STREET, BUREAU = "临江区柳树小学", "河沿街道办事处", "北京市临江区教育委员会"
BUREAU_ADDRESS, GOVERNMENT = "北京市临江区新华路16号", "北京市临江区人民政府"


@dataclass(frozen=True, slots=True)
class Told:
    """A visit as the mother tells it. ``key`` is the key of the answer on the form."""

    day: str
    office: str
    asked: str
    key: int
    words: str
    sent_to: str = ""


VISITS = (
    Told("2026-6-1", SCHOOL, "小学一年级报名", 3, "学位已经满了，你去街道问", STREET),
    Told("2026-6-5", STREET, "问由谁安排学位", 3, "我们不管，以学校为准", SCHOOL),
    Told("2026-6-11", SCHOOL, "再问学位", 2, "非本区户籍的今年不收"),
)
UNFINISHED = "他们说要等到九月以后再说"

SECRETS = (
    MOTHER, MOTHER_CALLED, MOTHER_ID, CHILD, CHILD_CALLED, CHILD_ID, PHONE, SAFE_CONTACT, ADDRESS, EMPLOYER, STORY,
    STORY[:9], REQUEST, FALLBACK, *(told.words for told in VISITS), *(told.asked for told in VISITS[1:2]), UNFINISHED,
    PASSPHRASE,
)  # fmt: skip
"""What must never lie on a disk in clear. Nothing shorter than six bytes, which chance would write too."""
