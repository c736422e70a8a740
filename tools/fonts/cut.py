"""Cuts the theme's faces down to the letters that documents use.

    pip install fonttools brotli && python3 tools/fonts/cut.py

Reads the faces from the crates in Cargo.toml beside this file and writes
`themes/default/assets/fonts/*.woff2`, `themes/default/assets/fonts-license.txt` and
`src/theme/advances.rs` (how wide each letter is, for line breaks that are estimated at build time).
The results are committed, so that building Tvärtom needs neither Python nor these crates.
"""

import json
import subprocess
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ASSETS = ROOT / "themes/default/assets"

# Output name, crate, file in the crate, name of the table of widths (None: none is made).
FACES = [
    ("noto-sans-400", "notosans", "fonts/NotoSans-Regular.ttf", "SANS"),
    ("noto-sans-400-italic", "notosans", "fonts/NotoSans-Italic.ttf", None),
    ("noto-sans-700", "notosans", "fonts/NotoSans-Bold.ttf", "SANS_BOLD"),
    ("libertinus-serif-400", "typst-assets", "files/fonts/LibertinusSerif-Regular.otf", "SERIF"),
    ("libertinus-serif-400-italic", "typst-assets", "files/fonts/LibertinusSerif-Italic.otf", "SERIF_ITALIC"),
    ("libertinus-serif-700", "typst-assets", "files/fonts/LibertinusSerif-Bold.otf", None),
]

# Basic Latin, Latin-1, Latin Extended-A, Romanian, combining accents, punctuation, currency, arrows, mathematics, shapes.
RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD), (0x300, 0x304), (0x306, 0x308), (0x30A, 0x30C),
    (0x394, 0x394), (0x3A3, 0x3A3), (0x3A9, 0x3A9), (0x3BC, 0x3BC), (0x3C0, 0x3C0), (0x3C3, 0x3C3), (0x1E80, 0x1E85),
    (0x2009, 0x200A), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2070), (0x2074, 0x2079), (0x2080, 0x2089),
    (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2194), (0x2202, 0x2202), (0x2206, 0x2206),
    (0x220F, 0x220F), (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260),
    (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25B2, 0x25B2), (0x25BC, 0x25BC), (0x25CF, 0x25CF),
]
LETTERS = [code for first, last in RANGES for code in range(first, last + 1)]

# Widths are told for these; other letters are as wide as the table's last entry (an em dash's half).
TOLD = list(range(0x20, 0x7F)) + list(range(0xA0, 0x180)) + list(range(0x2010, 0x2028))


def crate_folders():
    metadata = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--manifest-path", str(HERE / "Cargo.toml")],
        check=True, capture_output=True, text=True,
    ).stdout
    return {it["name"]: Path(it["manifest_path"]).parent for it in json.loads(metadata)["packages"]}


def cut(source, target):
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "lnum", "onum", "tnum", "pnum", "case"]
    options.name_IDs = [0, 1, 2, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def widths(source):
    font = TTFont(source)
    letters, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    fallback = advances[letters[0x2013]][0]
    return [round((advances[letters[code]][0] if code in letters else fallback) * 1000 / em) for code in TOLD]


def main():
    folders = crate_folders()
    (ASSETS / "fonts").mkdir(parents=True, exist_ok=True)
    tables = []
    for name, crate, path, table in FACES:
        cut(folders[crate] / path, ASSETS / "fonts" / f"{name}.woff2")
        if table:
            tables.append((table, widths(folders[crate] / path)))
    write_license(folders)
    write_widths(tables)


def write_license(folders):
    noto = (folders["notosans"] / "fonts/LICENSE_OFL.txt").read_text()
    notice = (folders["typst-assets"] / "NOTICE").read_text()
    libertinus = next(part for part in notice.split("=" * 80) if "Libertinus Serif" in part).strip()
    (ASSETS / "fonts-license.txt").write_text(
        "The faces in this folder are subsets of Noto Sans and Libertinus Serif.\n\n"
        "Noto Sans: Copyright 2012 Google Inc. All Rights Reserved.\n\n" + noto.strip() + "\n\n" + "=" * 80 + "\n\n" + libertinus + "\n"
    )


def write_widths(tables):
    out = "//! How wide letters are, in thousandths of the type size. Written by `tools/fonts/cut.py`; not to be edited.\n\n"
    out += "/// The letters that are told, as ranges of code points, in the order of the tables.\n"
    out += "pub(super) const TOLD: [(u32, u32); 3] = [(0x20, 0x7e), (0xa0, 0x17f), (0x2010, 0x2027)];\n"
    for table, values in tables:
        out += f"\n#[rustfmt::skip]\npub(super) const {table}: [u16; {len(values)}] = [\n"
        for start in range(0, len(values), 24):
            out += "    " + ", ".join(map(str, values[start:start + 24])) + ",\n"
        out += "];\n"
    (ROOT / "src/theme/advances.rs").write_text(out)


main()
