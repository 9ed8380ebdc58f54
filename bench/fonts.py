"""Cut the paper's three faces out of Adobe's Source families; run by hand when a letter is missing.

    npm pack source-serif@4.5.1 source-sans@3.52.0     # and unpack both into FOLDER/serif and FOLDER/sans
    pip install fonttools==4.68.0 brotli               # not in the paper's own requirements
    python bench/fonts.py FOLDER

Writes static/fonts/*.woff2 and prints their sizes, and the metrics static/css/fonts.css gives to the stand-ins: how
wide each system face must be set to fill the same lines. What is cut: Vietnamese, ASCII, the signs a newspaper sets;
one file holds every weight from 400 to 700. The licence reserves the name "Source" to Adobe's own files, so the cut
ones have another.
"""

import sys
from pathlib import Path
from unicodedata import combining, normalize

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
SIGNS = "\u00a0–—‘’“”…•·‹›«»−×₫€°²³½§©®±÷™→←"
TEXT = "".join(chr(code) for code in range(0x20, 0x7F)) + LETTERS + LETTERS.lower() + SIGNS
# At most 60 kB in all: the slanted face, rare, goes without kerning.
FACES = {
    "serif": ("Toa Soan Serif", "serif/VAR/SourceSerif4Variable-Roman.ttf", {"opsz": 14, "wght": (400, 700)}, ["kern"]),
    "serif-italic": ("Toa Soan Serif", "serif/VAR/SourceSerif4Variable-Italic.ttf", {"opsz": 14, "wght": 400}, []),
    "sans": ("Toa Soan Sans", "sans/VF/SourceSans3VF-Upright.ttf", {"wght": (400, 700)}, ["kern"]),
}  # fmt: skip
STAND_INS = {
    "serif": ["LiberationSerif-Regular.ttf", "NotoSerif-Regular.ttf"],
    "sans": ["LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf"],
}
SAMPLE = (
    "Sáng nay, người dân phường Bến Lĩnh ra cầu mới từ rất sớm. Ông Hoàng Văn Thức nói việc hợp long nhịp giữa chậm "
    "hơn kế hoạch mười bảy ngày vì nước lũ; đường dẫn hai đầu cầu đã xong phần nền, còn chờ thảm nhựa và kẻ vạch."
)


def cut(name):
    """Write one face; return its TTFont."""
    family, source, limits, features = FACES[name]
    font = TTFont(Path(sys.argv[1]) / source)
    if "gvar" in font:  # a glyph that does not vary has no row there, which the subsetter stumbles over
        for glyph in font.getGlyphOrder():
            if glyph not in font["gvar"].variations:
                font["gvar"].variations[glyph] = []
    options = subset.Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=TEXT)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, limits)
    for number, words in {1: family, 4: family, 6: family.replace(" ", "")}.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    font.flavor = "woff2"
    font.save(FONTS / f"{name}.woff2")
    return font


def width(font):
    """The sample's width in ems; marks add nothing to it, which a system face may lack."""
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    letters = [
        letter.replace("Đ", "D").replace("đ", "d")
        for letter in normalize("NFD", SAMPLE)
        if not combining(letter)
    ]
    return sum(advances[glyphs[ord(letter)]][0] for letter in letters) / font["head"].unitsPerEm


def main():
    total = 0
    for name in FACES:
        font = cut(name)
        size = (FONTS / f"{name}.woff2").stat().st_size
        total += size
        upm, line = font["head"].unitsPerEm, font["hhea"]
        print(f"{name}: {size} bytes, ascent {line.ascent / upm:.3f}, descent {-line.descent / upm:.3f}")
        for file in STAND_INS.get(name, []):
            found = next(Path("/usr/share/fonts").rglob(file), None)
            if found:
                adjust = width(font) / width(TTFont(found))
                print(
                    f"  {file}: size-adjust {adjust:.2%}, ascent-override {line.ascent / upm / adjust:.1%}, "
                    f"descent-override {-line.descent / upm / adjust:.1%}"
                )
    print(f"in all {total} bytes")


if __name__ == "__main__":
    main()
