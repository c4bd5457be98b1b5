"""Pages as a telephone photographs them, generated.

``python -m tests.paper.photographed 25`` measures what is doubted over that many of each sort.
"""

from __future__ import annotations

import io
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from caseapp.paper.foreign_looks import doubts
from caseapp.paths import resource

CHARACTERS = (
    "根据国家和本市有关规定经审核你提交的材料不符合要求现将不予受理的理由告知如下租赁合同甲方乙方房屋坐落建筑面积平方米"
)
LATIN = "This is to certify that the person named above has lived at the address given since March and pays the rent. "
FONTS = ("NotoSerifSC-Regular", "NotoSansSC-Regular", "NotoSansSC-Bold")
A4 = 842 / 595


def page(
    chance: random.Random, *, wide: int = 1600, points: float = 10.5, lines: int | None = None, latin: bool = False,
    margin: float = 0.12, ruled: bool = False,
) -> Image.Image:  # fmt: skip
    """A sheet of A4 in grey; ``points`` is the size of its print."""
    high, size = int(wide * A4), int(wide * points / 595)
    made = Image.new("L", (wide, high), chance.randint(225, 250))
    draw, edge = ImageDraw.Draw(made), int(wide * margin)
    font = ImageFont.truetype(str(resource("fonts", f"{chance.choice(FONTS)}.ttf")), size)
    room, ink = (wide - 2 * edge) // size, chance.randint(20, 70)
    for number, top in enumerate(range(edge, high - edge - size, int(size * 1.7))):
        if lines is not None and number >= lines:
            break
        length = room if chance.random() < 0.8 else chance.randint(3, room)
        words = (LATIN * 4)[chance.randint(0, 40) :][: int(length * 1.9)]
        draw.text((edge, top), words if latin else "".join(chance.choices(CHARACTERS, k=length)), font=font, fill=ink)
        if ruled:
            draw.line((edge, top - size // 4, wide - edge, top - size // 4), fill=ink, width=2)
    return made


def lit(made: Image.Image, chance: random.Random, depth: int) -> Image.Image:
    """With a shadow from one side."""
    side = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(made.size)
    return ImageChops.subtract(made, side.point(lambda level: level * depth // 255))


def taken(made: Image.Image, *, blur: float = 0.0, grain: int = 0, quality: int = 85) -> Image.Image:
    """Out of focus by ``blur`` pixels, with the grain of the camera, kept as a JPEG."""
    made = made.filter(ImageFilter.GaussianBlur(blur)) if blur else made
    made = ImageChops.add(made, Image.effect_noise(made.size, grain), 1, -128) if grain else made
    out = io.BytesIO()
    made.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def on_table(made: Image.Image, chance: random.Random, ground: int) -> Image.Image:
    """Lying on a table, a little turned, with the grain of its wood."""
    wide, high = int(made.width * 1.2), int(made.height * 1.2)
    table = Image.new("L", (wide, high), ground)
    draw = ImageDraw.Draw(table)
    for top in range(0, high, 9):
        draw.line((0, top, wide, top + chance.randint(-20, 20)), fill=ground - chance.randint(0, 25), width=3)
    angle, sheet = chance.uniform(-4, 4), Image.new("L", made.size, 255)
    at = (made.width // 10, made.height // 10)
    table.paste(made.rotate(angle, Image.Resampling.BICUBIC, expand=True), at, sheet.rotate(angle, expand=True))
    return table


def cut_off(made: Image.Image, side: int, share: float = 0.25) -> Image.Image:
    """A photograph that leaves out ``share`` of the page at one side (0 left, 1 top, 2 right, 3 bottom)."""
    wide, high = made.size
    box = [0, 0, wide, high]
    box[side] += int((wide, high)[side % 2] * share) * (1 if side < 2 else -1)
    return made.crop((box[0], box[1], box[2], box[3]))


def _any_page(chance: random.Random) -> tuple[Image.Image, float]:
    wide, points = chance.choice((1000, 1400, 2000)), chance.choice((9, 10.5, 12, 16))
    lines, latin, ruled = chance.choice((None, None, 12)), chance.random() < 0.25, chance.random() < 0.2
    made = page(chance, wide=wide, points=points, lines=lines, latin=latin, ruled=ruled)
    return lit(made, chance, chance.choice((0, 40, 90))), wide * points / 595


def _camera(chance: random.Random) -> dict[str, int]:
    return {"grain": chance.choice((0, 3, 6)), "quality": chance.choice((35, 60, 85, 95))}


def _sorts() -> Iterator[tuple[str, Callable[[random.Random], Image.Image]]]:
    for share in (0.0, 0.02, 0.04, 0.06, 0.08, 0.10, 0.12, 0.15, 0.20, 0.30):

        def blurred(chance: random.Random, share: float = share) -> Image.Image:
            made, em = _any_page(chance)
            return taken(made, blur=em * share, **_camera(chance))

        yield f"blurred by {share:.2f} of a character", blurred
    for name, ground in (("a dark table", 90), ("a light table", 190)):

        def lying(chance: random.Random, ground: int = ground) -> Image.Image:
            return taken(on_table(_any_page(chance)[0], chance, ground), **_camera(chance))

        yield f"sharp, on {name}", lying
    for name, sides in (("left or right", (0, 2)), ("top or bottom", (1, 3))):

        def cut(chance: random.Random, sides: tuple[int, int] = sides) -> Image.Image:
            return taken(cut_off(_any_page(chance)[0], chance.choice(sides)), **_camera(chance))

        yield f"sharp, cut off at {name}", cut
    yield "sharp, nearly empty", lambda chance: taken(page(chance, lines=1), **_camera(chance))
    yield "sharp, in the dark", lambda chance: taken(page(chance).point(lambda level: level // 4), **_camera(chance))


def main(each: int) -> None:
    for name, make in _sorts():
        chance, told = random.Random(name), Counter[str]()
        for _number in range(each):
            made = make(chance)
            told.update(doubts(made, min(made.size)) or ["nothing"])
        shares = ", ".join(f"{word} {100 * count / each:.0f} %" for word, count in sorted(told.items()))
        sys.stdout.write(f"{name:40} {shares}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
