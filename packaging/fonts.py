"""Makes the font files of ``resources/fonts``. Run by hand when a font changes, never by a build or a test.

    python packaging/fonts.py FOLDER

FOLDER holds these packages, each unpacked (any depth):

    npm     @expo-google-fonts/noto-serif-sc  0.4.3
    npm     @expo-google-fonts/noto-sans-sc   0.4.3
    Debian  fonts-lxgw-wenkai                 1.250+repack-1

What is changed, and why:

* In the Noto fonts the em dash (U+2014) takes the full-width glyph, so that a Chinese —— is one unbroken stroke.
* Bold is for headings and labels: cut to GB 2312, Latin and punctuation. A bold character beyond it is drawn from
  the regular face with a stroke.
* "Latin" faces hold the proportional quotation marks an English paper needs; the Chinese faces have full-width ones.
* "Half" faces hold the full-width marks on half their width, for the first of two marks that meet (”。 》（): moving the
  second mark instead would make readers of the file see the two in different places.
* LXGW WenKai is cut to the Han characters one of the Noto fonts lacks (mostly extensions B to F) and renamed, because
  its licence reserves its name for the whole font.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

EM_DASH, HORIZONTAL_BAR = 0x2014, 0x2015
QUOTES = {0x2018, 0x2019, 0x201C, 0x201D}
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x20AC, 0x2122, 0x2212}
PUNCTUATION = {*range(0x2000, 0x2070), *range(0x2150, 0x2200), *range(0x2460, 0x2500), *range(0x25A0, 0x2600),
               *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0)}  # fmt: skip
HAN_FROM = 0x2E80
HALF_EM = 500
OPENING = {ord(mark) for mark in "（《〈“‘【〔「『［｛"}
CLOSING = {ord(mark) for mark in "，。、；：）》〉”’】〕」』］｝"}


def gb2312() -> set[int]:
    """Every character of GB 2312."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def source(folder: Path, name: str) -> TTFont:
    found = sorted(folder.rglob(name))
    if len(found) != 1:
        raise SystemExit(f"{name}: found {len(found)} times below {folder}, wanted once")
    return TTFont(found[0], recalcTimestamp=False)


def substitutions(font: TTFont, feature: str) -> dict[str, str]:
    """The single substitutions of an OpenType feature: glyph to glyph."""
    table = font["GSUB"].table
    mapping: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return mapping


def point(font: TTFont, glyphs: dict[int, str]) -> None:
    """Make characters show other glyphs."""
    for table in font["cmap"].tables:
        for code, glyph in glyphs.items():
            if code in table.cmap:
                table.cmap[code] = glyph


def join_dashes(font: TTFont) -> None:
    point(font, {EM_DASH: font.getBestCmap()[HORIZONTAL_BAR]})


def narrow_quotes(font: TTFont) -> None:
    narrow, best = substitutions(font, "pwid"), font.getBestCmap()
    point(font, {code: narrow[best[code]] for code in QUOTES})


def halve(font: TTFont) -> None:
    """Closing marks keep their left half, opening marks their right half; the ink stands in that half."""
    best, glyphs, widths = font.getBestCmap(), font["glyf"], font["hmtx"]
    for code in OPENING | CLOSING:
        name = best[code]
        glyph = glyphs[name]
        glyph.expand(glyphs)
        if code in OPENING:
            glyph.coordinates.translate((-HALF_EM, 0))
            glyph.recalcBounds(glyphs)
        if not (glyph.xMin >= -20 and glyph.xMax <= HALF_EM + 20):
            raise SystemExit(f"U+{code:04X} does not stand in one half: {glyph.xMin}..{glyph.xMax}")
        widths[name] = (HALF_EM, glyph.xMin)


def cut(font: TTFont, codes: Iterable[int]) -> None:
    options = subset.Options(layout_features=[], name_IDs=["*"], notdef_outline=True, hinting=False, recalc_timestamp=False)
    options.drop_tables += ["vhea", "vmtx", "BASE", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str = "Regular") -> None:
    names = font["name"]
    compact = family.replace(" ", "")
    said = {1: family, 2: style, 3: f"{compact}-{style}", 4: f"{family} {style}", 6: f"{compact}-{style}"}
    names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)


def save(font: TTFont, name: str) -> None:
    font.save(OUT / name, reorderTables=True)


def main(folder: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    covered: list[set[int]] = []
    for family in ("Serif", "Sans"):
        regular = source(folder, f"Noto{family}SC_400Regular.ttf")
        covered.append(set(regular.getBestCmap()))
        join_dashes(regular)
        save(regular, f"Noto{family}SC-Regular.ttf")
        bold = source(folder, f"Noto{family}SC_700Bold.ttf")
        join_dashes(bold)
        cut(bold, gb2312() | LATIN | PUNCTUATION)
        save(bold, f"Noto{family}SC-Bold.ttf")
        for weight in ("400Regular", "700Bold"):
            latin = source(folder, f"Noto{family}SC_{weight}.ttf")
            narrow_quotes(latin)
            cut(latin, LATIN)
            rename(latin, f"Noto {family} SC Latin", weight[3:])
            save(latin, f"Noto{family}SC-Latin-{weight[3:]}.ttf")
            half = source(folder, f"Noto{family}SC_{weight}.ttf")
            cut(half, OPENING | CLOSING)
            halve(half)
            rename(half, f"Noto {family} SC Half", weight[3:])
            save(half, f"Noto{family}SC-Half-{weight[3:]}.ttf")
    rare = source(folder, "LXGWWenKai-Regular.ttf")
    both = covered[0] & covered[1]
    cut(rare, {code for code in rare.getBestCmap() if code >= HAN_FROM and code not in both})
    rename(rare, "Rare Kai")
    save(rare, "RareKai-Regular.ttf")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(OUT.glob("*.ttf"))]
    (OUT / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
