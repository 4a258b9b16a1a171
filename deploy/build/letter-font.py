"""Makes the font of the commitment letter: a TrueType subset of Noto Serif CJK SC.

Run once, on Debian 12, and the result is committed (deploy/decisions says why):

    apt-get install fonts-noto-cjk fonttools unicode-data
    /usr/bin/python3 deploy/build/letter-font.py

The characters are those of the Table of General Standard Chinese Characters (通用规范汉字表, 8105),
of GB 2312, and the signs that a letter needs. PDFBox embeds TrueType outlines only, so the cubic
curves of the original become quadratic ones.
"""

import bz2
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, newTable

SOURCE = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
TARGET = sys.argv[1] if len(sys.argv) > 1 else (
    "approval-api/src/main/resources/org/chengnuo/approval/api/letter/noto-serif-sc-subset.ttf"
)
# Per thousand of the em: less than a dot of an office printer.
TOLERANCE = 1.0


def general_standard():
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        return {int(line.split()[0][2:], 16) for line in lines if "\tkTGH\t" in line}


def gb2312():
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(c) for row in rows for c in row.decode("gb2312", "ignore")}


def signs():
    ranges = [(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203E), (0x2150, 0x218F),
              (0x2190, 0x2199), (0x2460, 0x249B), (0x25A0, 0x25FF), (0x3000, 0x301F),
              (0x3220, 0x3243), (0x3300, 0x33FF), (0xFF01, 0xFFEE)]
    found = {c for first, last in ranges for c in range(first, last + 1)}
    return found | {ord(c) for c in "€™←→↑↓√∞≈≠≡≤≥≦≧☐☑☒✓✕ΩΩμ"}


def to_truetype(font):
    names = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    quadratic = {}
    for name in names:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        quadratic[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = names
    glyf.glyphs = quadratic
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    glyf.compile(font)
    for name in names:
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(quadratic[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.compile(font)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


font = next(f for f in TTCollection(SOURCE).fonts if f["name"].getDebugName(4) == "Noto Serif CJK SC")
options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "DSIG"]
subsetter = Subsetter(options)
wanted = general_standard() | gb2312() | signs()
subsetter.populate(unicodes=wanted)
subsetter.subset(font)
to_truetype(font)
for record in font["name"].names:
    if record.nameID in (1, 4):
        record.string = "Noto Serif CJK SC Subset"
    elif record.nameID == 6:
        record.string = "NotoSerifCJKsc-Subset"
# Variants that the letter does not ask for, in a form that PDFBox does not read.
font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
font.recalcTimestamp = False
font.save(TARGET)
missing = sorted(general_standard() - set(font.getBestCmap()))
print(len(font.getGlyphOrder()), "glyphs; of the 8105 missing:", "".join(map(chr, missing)) or "none")
