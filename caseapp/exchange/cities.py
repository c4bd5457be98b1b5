"""Cities by the names people write, as the ids packs use. A city nobody listed keeps the name it was given."""

from __future__ import annotations

from caseapp.domain.text_guards import search_form

_IDS = {
    "北京": "beijing", "上海": "shanghai", "广州": "guangzhou", "深圳": "shenzhen", "东莞": "dongguan", "佛山": "foshan",
    "中山": "zhongshan", "天津": "tianjin", "重庆": "chongqing", "成都": "chengdu", "杭州": "hangzhou", "南京": "nanjing",
    "苏州": "suzhou", "武汉": "wuhan", "厦门": "xiamen", "西安": "xian", "郑州": "zhengzhou",
}  # fmt: skip


def city_id(text: str) -> str:
    """``北京``, ``北京市`` and ``Beijing`` are ``beijing``."""
    plain = text.strip()
    lower = search_form(plain).replace("'", "")
    if lower in _IDS.values():
        return lower
    return _IDS.get(plain.removesuffix("市"), plain)
