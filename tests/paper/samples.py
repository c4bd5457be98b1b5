"""Two papers of one invented case, as a letter's writer would hand them over."""

from __future__ import annotations

from pathlib import Path

from caseapp.letters.blocks import (
    BY_HAND,
    REQUEST,
    Addressee,
    Align,
    Attachments,
    Heading,
    Items,
    Labelled,
    Numbering,
    Paper,
    Paragraph,
    ReceiptStrip,
    RestsOn,
    Sentence,
    SignatureBlock,
    Style,
    line,
)

APPLICANT = "欧阳𠮷龘"
MOTHER = "古丽·阿不都热合曼"


def paragraph(number: int, text: str, rests_on: RestsOn = BY_HAND, *, indent: bool = True) -> Paragraph:
    return Paragraph(f"p{number}", line(text, rests_on), indent)


CARD = Paper(
    "prompt-card",
    "zh_CN",
    "办 事 提 示 单",
    (
        Heading("about", "孩子上小学一年级　　2026年6月12日（周五）", Align.CENTRE),
        Labelled(
            "where",
            "到哪一步了",
            (
                line(
                    "网上登记过了，编号20260512-0417。6月10日学校口头说学位满了，6月11日街道说以学校为准。都没有书面答复。"
                ),
            ),
        ),
        Labelled(
            "next",
            "下一步",
            (
                line(
                    "6月15日（周一）去邮局，用EMS把申请书寄给临江区教育局（新华路18号）。内件写“履行法定职责申请书及附件”。"
                ),
            ),
        ),
        Labelled("same-day", "同一天", (line("打区教育局入学电话010-5555 0101，问清统筹安排哪天登记。"),), close=True),
        Labelled("bring", "带上", (line("身份证、申请书两份（寄一份留一份）、材料复印件一套。"),)),
        Labelled(
            "missing",
            "还缺",
            (line("单位盖章的就业证明。先打电话，再交函；24日没有消息就用劳动合同和社保记录。"),),
            close=True,
        ),
        Labelled(
            "say",
            "电话里这样说",
            (
                line(
                    "“网上编号是20260512-0417。学校说满了，街道说以学校为准。请问区里统筹安排由哪个科办，哪天登记？"
                    "请告诉我工号，我记一下。”"
                ),
            ),
        ),
        Labelled(
            "paper",
            "要一张纸",
            (line("EMS底单和签收记录。窗口收材料，要盖章的回执；不受理，请写明理由。网上每一步截图。"),),
        ),
        Labelled("note", "记下来", (line("日期、几点、窗口或电话、工号、原话。"),)),
        Labelled(
            "days",
            "日子",
            (
                line("6月30日（周二）　统筹登记截止，周一打电话问清"),
                line("8月7日（周五）前　一定再来核对一次"),
                line("9月1日　开学"),
            ),
        ),
        Labelled(
            "fallback", "备用", (line("7月10日前问明德学校：名额、收费、学籍、有没有政府补贴的学位。登记不影响这边申请。"),)
        ),
        Paragraph(
            "care",
            line("打12345要留工单号；打电话不算交申请，日子照样走。原件不要留给窗口，看不懂的纸先不签。"),
            indent=False,
        ),
    ),
    Style.CARD,
)


LETTER = Paper(
    "application-to-perform-duty",
    "zh_CN",
    "履行法定职责申请书",
    (
        paragraph(
            1,
            f"申请人：{APPLICANT}，女，2020年3月8日出生，公民身份号码110105202003080021，户籍地安徽省阜阳市颍上县，"
            "现住临江市东湖区新桥街道柳树巷12号院3单元402室。",
            indent=False,
        ),
        paragraph(
            2,
            f"法定代理人：{MOTHER}，系申请人母亲，公民身份号码341226199001010027，联系电话13900000000，"
            "送达地址同上，邮政编码100000。",
            indent=False,
        ),
        paragraph(3, "被申请机关：临江市东湖区教育局。", indent=False),
        Heading("h-request", "申请事项"),
        Items(
            "requests",
            (
                line("请贵局为申请人安排2026年秋季学期小学一年级学位，并书面告知报到学校和报到时间。", REQUEST),
                line("如不予办理，请书面答复并说明理由、依据和救济途径。", REQUEST),
            ),
            Numbering.CHINESE,
        ),
        Heading("h-facts", "事实经过"),
        Paragraph(
            "p4",
            (
                Sentence(
                    "申请人2020年3月出生，到2026年8月31日已满六周岁，随母亲在本区居住。", RestsOn(facts=("child_age",))
                ),
                Sentence(
                    "母亲自2023年3月起在本区东湖制衣厂工作，订有劳动合同；自2023年9月1日起租住现住址；"
                    "2024年2月26日领取本市居住证，至今有效。",
                    RestsOn(facts=("employed",), documents=("labour_contract", "residence_permit")),
                ),
            ),
        ),
        paragraph(
            5,
            "2026年5月12日，母亲按照《临江市2026年义务教育阶段入学工作意见》（临教发〔2026〕7号）在网上完成入学信息采集，"
            "采集编号20260512-0417。",
        ),
        paragraph(
            6,
            "5月20日，母亲到新桥街道办事处2号窗口提交户口簿、居住证、房屋租赁合同、劳动合同、社会保险缴费记录和预防接种证。"
            "窗口收下复印件，未出具收件凭证，要求另补单位盖章的就业证明。该证明正在办理，取得后即行补交。",
        ),
        paragraph(
            7,
            "6月10日，母亲到新桥第一小学报名。据母亲陈述，接待人员口头答复“学位已经满了，非本区户籍的今年不收”，"
            "未出具书面材料，材料当场退回。",
        ),
        paragraph(8, "6月11日，母亲再到新桥街道办事处询问，2号窗口答复“以学校为准”。"),
        paragraph(
            9,
            "到今天为止，申请人没有收到任何书面答复，也没有学校接收。秋季学期9月1日开学，恳请贵局在8月14日前作出安排，"
            "以便孩子按时入学。",
        ),
        Heading("h-law", "理由和依据"),
        paragraph(
            10,
            "申请人已到法定入学年龄，母亲在本区工作和居住，申请人需要在本区接受义务教育。《义务教育法》第十二条第二款规定，"
            "对这样的适龄儿童，“当地人民政府应当为其提供平等接受义务教育的条件”；第七条第二款规定，县级以上人民政府教育行政部门"
            "具体负责义务教育实施工作；第十三条第一款规定，县级人民政府教育行政部门组织和督促适龄儿童入学，“帮助解决适龄儿童、"
            "少年接受义务教育的困难”。《居住证暂行条例》第十二条第一项将义务教育列为应当为居住证持有人提供的基本公共服务。",
        ),
        paragraph(11, "一所学校学位不足，可以由贵局在本区范围内统筹。现向贵局提出申请，请依法办理。"),
        Addressee("to", "此致", "临江市东湖区教育局"),
        SignatureBlock("sign", (f"申请人：{APPLICANT}", "法定代理人（签名）：＿＿＿＿＿＿＿＿", "2026年6月15日")),
        Attachments(
            "annexes",
            "附件（均为复印件，共14页）：",
            (
                line("申请人和法定代理人的户口簿、法定代理人身份证"),
                line("法定代理人居住证"),
                line("房屋租赁合同"),
                line("劳动合同、社会保险缴费记录"),
                line("预防接种证"),
                line("2026年5月12日入学信息采集页面截图"),
            ),
        ),
        ReceiptStrip(
            "receipt",
            "收 件 回 执",
            f"今收到{APPLICANT}的《履行法定职责申请书》一份及附件14页。",
            ("收件单位（章）：＿＿＿＿＿＿＿＿", "窗口/工号：＿＿＿＿＿", "收件日期：＿＿＿＿年＿＿月＿＿日"),
        ),
    ),
)

_TEXT = (Path(__file__).parent / "letter_en.txt").read_text(encoding="utf-8").format(applicant=APPLICANT, mother=MOTHER)
_ENGLISH = dict(row.split(": ", 1) for row in _TEXT.splitlines())


def _english(block: object) -> object:
    match block:
        case Paragraph():
            return Paragraph(block.id, line(_ENGLISH[block.id]), block.indent)
        case Heading():
            return Heading(block.id, _ENGLISH[block.id])
        case Items():
            return Items(
                block.id,
                (
                    line("Please arrange a place in grade 1 for the autumn term of 2026 and tell us in writing."),
                    line("If the request is not granted, please answer in writing, stating reasons, basis and remedies."),
                ),
                Numbering.CHINESE,
            )
        case Addressee():
            return Addressee(block.id, "To", "Education Bureau of Donghu District, Linjiang")
        case SignatureBlock():
            return SignatureBlock(
                block.id, (f"Applicant: {APPLICANT}", "Statutory representative: ____________", "15 June 2026")
            )
        case Attachments():
            papers = ("Household booklet, ID card", "Residence permit", "Lease", "Labour contract, insurance record")
            return Attachments(
                block.id,
                "Annexes (all copies, 14 pages):",
                tuple(line(text) for text in (*papers, "Vaccination record", "Screenshot of 12 May 2026")),
            )
        case ReceiptStrip():
            return ReceiptStrip(
                block.id,
                "Receipt",
                f"Received from {APPLICANT} one application to perform a statutory duty with 14 pages of annexes.",
                ("Office (seal): __________", "Window/badge: ________", "Day: __________"),
            )
    raise AssertionError(block)


ENGLISH_LETTER = Paper(
    LETTER.kind,
    "en",
    "Application to perform a statutory duty",
    tuple(_english(block) for block in LETTER.blocks),  # type: ignore[misc]
    reading_copy=True,
)
