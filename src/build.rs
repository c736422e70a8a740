//! Cuts the theme's faces down to the letters that documents use, and measures them; makes the deck's script smaller.
//!
//! The faces come whole from crates under free licences (themes/default/assets/fonts-license.txt); what is embedded is made here, in `OUT_DIR`:
//! `fonts/NAME.woff2` for pages, `advances.rs` with the width of each letter, by which lines are broken at build time, `covered.rs` with the
//! letters that any face has whole, and with the feature `pdf` the faces as they are in `faces/`.
//! `deck.min.js` is the script that a deck carries, without comments, and with short names for what nobody outside it knows.

#[path = "render/html/deck_script.rs"]
mod deck_script;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use allsorts::binary::read::ReadScope;
use allsorts::font::MatchingPresentation;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use allsorts::tables::FontTableProvider;
use allsorts::tables::cmap::{Cmap, CmapSubtable};
use allsorts::{Font, tag};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;
use ttf2woff2::BrotliQuality;

/// A face: its name, its file, the letters kept of it, and the name of its table of widths, if one is made.
struct Face {
    name: &'static str,
    bytes: &'static [u8],
    kept: &'static [(u32, u32)],
    table: Option<&'static str>,
}

/// Basic Latin, Latin-1, Latin Extended-A, Romanian, accents, punctuation, currency, arrows, mathematics, shapes.
const RANGES: &[(u32, u32)] = &[
    (0x20, 0x7e),
    (0xa0, 0x17f),
    (0x218, 0x21b),
    (0x2c6, 0x2dd),
    (0x300, 0x30c),
    (0x394, 0x394),
    (0x3a3, 0x3a3),
    (0x3a9, 0x3a9),
    (0x3bc, 0x3bc),
    (0x3c0, 0x3c0),
    (0x3c3, 0x3c3),
    (0x1e80, 0x1e85),
    (0x2009, 0x200a),
    (0x2010, 0x2027),
    (0x202f, 0x2033),
    (0x2039, 0x203a),
    (0x2044, 0x2044),
    (0x2070, 0x2089),
    (0x20ac, 0x20ac),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2194),
    (0x2202, 0x2202),
    (0x2206, 0x2206),
    (0x220f, 0x2212),
    (0x221a, 0x221e),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
    (0x25a0, 0x25cf),
];

/// Arrows, signs of mathematics and marks that the two voices lack.
const SIGNS: &[(u32, u32)] = &[
    (0x2190, 0x2199),
    (0x21d0, 0x21d4),
    (0x2200, 0x220b),
    (0x220f, 0x2212),
    (0x2217, 0x221a),
    (0x221d, 0x221e),
    (0x2227, 0x222b),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
    (0x2282, 0x2287),
    (0x25a0, 0x25cf),
    (0x2605, 0x2606),
    (0x2610, 0x2612),
    (0x2713, 0x2718),
];

/// Letters whose widths are told; others count as an en dash.
const TOLD: [(u32, u32); 3] = [(0x20, 0x7e), (0xa0, 0x17f), (0x2010, 0x2027)];

fn main() {
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=src/build.rs");
    println!("cargo:rerun-if-changed=src/render/html/deck_script.rs");
    println!("cargo:rerun-if-changed=src/diagnostic/pages");
    println!("cargo:rerun-if-changed=src/cli/example");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    std::fs::create_dir_all(out.join("fonts")).expect("OUT_DIR can be written");
    let mut advances = format!("pub(super) const TOLD: [(u32, u32); {}] = {TOLD:?};\n", TOLD.len());
    for face in faces() {
        cut(&face, &out);
        if let Some(table) = face.table {
            let widths = widths(&face);
            writeln!(advances, "pub(super) const {table}: [u16; {}] = {widths:?};", widths.len())
                .expect("a string takes everything");
        }
    }
    std::fs::write(out.join("advances.rs"), advances).expect("OUT_DIR can be written");
    let script = smaller(&deck_script::joined(|name| {
        let path = Path::new("themes/default/assets").join(name);
        std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} is a part of the deck's script: {error}", path.display()))
    }));
    std::fs::write(out.join("deck.min.js"), script).expect("OUT_DIR can be written");
    write_whole_faces(&out);
}

/// The faces that PDF is set in, whole: words of every language they know, and signs.
const WHOLE: &[&str] = &[
    "LibertinusSerif-Regular",
    "LibertinusSerif-Italic",
    "LibertinusSerif-Bold",
    "LibertinusSerif-BoldItalic",
    "DejaVuSansMono",
    "DejaVuSansMono-Bold",
    "NewCMMath-Regular",
];

/// Writes which letters there are faces for, and, where PDF is made, the faces.
fn write_whole_faces(out: &Path) {
    let sans = [notosans::REGULAR_TTF, notosans::ITALIC_TTF, notosans::BOLD_TTF, notosans::BOLD_ITALIC_TTF];
    let faces: Vec<&'static [u8]> = sans.into_iter().chain(WHOLE.iter().map(|it| carried(it))).collect();
    let covered: BTreeSet<u32> = faces.iter().flat_map(|it| letters(it)).collect();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for letter in covered {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == letter => *last = letter,
            _ => ranges.push((letter, letter)),
        }
    }
    let table = format!("pub(super) const COVERED: [(u32, u32); {}] = {ranges:?};\n", ranges.len());
    std::fs::write(out.join("covered.rs"), table).expect("OUT_DIR can be written");
    if std::env::var_os("CARGO_FEATURE_PDF").is_some() {
        std::fs::create_dir_all(out.join("faces")).expect("OUT_DIR can be written");
        for (idx, face) in faces.iter().enumerate() {
            std::fs::write(out.join("faces").join(format!("{idx:02}.font")), face).expect("OUT_DIR can be written");
        }
    }
}

/// The letters that a face has.
fn letters(bytes: &'static [u8]) -> Vec<u32> {
    let data = ReadScope::new(bytes).read::<FontData<'_>>().expect("a font");
    let provider = data.table_provider(0).expect("a face");
    let table = provider.table_data(tag::CMAP).expect("a face").expect("a face that maps letters");
    let cmap = ReadScope::new(&table).read::<Cmap<'_>>().expect("a face that maps letters");
    let mut out = Vec::new();
    for record in cmap.encoding_records() {
        let unicode = matches!((record.platform_id.0, record.encoding_id.0), (0, 3 | 4) | (3, 1 | 10));
        if unicode && let Ok(subtable) = cmap.scope.offset(record.offset as usize).read::<CmapSubtable<'_>>() {
            subtable.mappings_fn(|letter, glyph| out.extend((glyph != 0).then_some(letter))).expect("a sound map");
        }
    }
    out
}

/// A face of Typst's crate.
fn carried(wanted: &str) -> &'static [u8] {
    let is_wanted = |bytes: &&'static [u8]| post_script_name(bytes).as_deref() == Some(wanted);
    typst_assets::fonts().find(is_wanted).unwrap_or_else(|| panic!("the crate carries {wanted}"))
}

fn faces() -> Vec<Face> {
    vec![
        Face { name: "noto-sans-400", bytes: notosans::REGULAR_TTF, kept: RANGES, table: Some("SANS") },
        Face { name: "noto-sans-400-italic", bytes: notosans::ITALIC_TTF, kept: RANGES, table: None },
        Face { name: "noto-sans-700", bytes: notosans::BOLD_TTF, kept: RANGES, table: Some("SANS_BOLD") },
        Face { name: "libertinus-serif-400", bytes: carried("LibertinusSerif-Regular"), kept: RANGES, table: Some("SERIF") },
        Face {
            name: "libertinus-serif-400-italic",
            bytes: carried("LibertinusSerif-Italic"),
            kept: RANGES,
            table: Some("SERIF_ITALIC"),
        },
        Face { name: "libertinus-serif-700", bytes: carried("LibertinusSerif-Bold"), kept: RANGES, table: None },
        Face { name: "signs", bytes: carried("DejaVuSansMono"), kept: SIGNS, table: None },
    ]
}

/// The name a face is known by to programs (name id 6).
fn post_script_name(bytes: &[u8]) -> Option<String> {
    let data = ReadScope::new(bytes).read::<FontData<'_>>().ok()?;
    let provider = data.table_provider(0).ok()?;
    let table = provider.table_data(tag::NAME).ok()??;
    let names = ReadScope::new(&table).read::<allsorts::tables::NameTable<'_>>().ok()?;
    names.string_for_id(allsorts::tables::NameTable::POSTSCRIPT_NAME)
}

/// The glyph of each letter of some ranges, where the face has one.
fn glyphs(bytes: &'static [u8], ranges: &[(u32, u32)]) -> Vec<Option<u16>> {
    let data = ReadScope::new(bytes).read::<FontData<'_>>().expect("a font");
    let mut font = Font::new(data.table_provider(0).expect("a face")).expect("a face that can be read");
    let letters = ranges.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32);
    letters
        .map(|letter| Some(font.lookup_glyph_index(letter, MatchingPresentation::NotRequired, None).0).filter(|it| *it != 0))
        .collect()
}

fn cut(face: &Face, out: &Path) {
    let mut kept: Vec<u16> = glyphs(face.bytes, face.kept).into_iter().flatten().collect();
    kept.push(0);
    kept.sort_unstable();
    kept.dedup();
    let data = ReadScope::new(face.bytes).read::<FontData<'_>>().expect("a font");
    let provider = data.table_provider(0).expect("a face");
    let small = subset(&provider, &kept, &SubsetProfile::Minimal, CmapTarget::Unicode).expect("a face that can be cut");
    let packed = ttf2woff2::encode(&small, BrotliQuality::from(9)).expect("a face that can be packed");
    std::fs::write(out.join("fonts").join(format!("{}.woff2", face.name)), packed).expect("OUT_DIR can be written");
}

/// Widths of the told letters in thousandths of the type size.
fn widths(face: &Face) -> Vec<u16> {
    let data = ReadScope::new(face.bytes).read::<FontData<'_>>().expect("a font");
    let mut font = Font::new(data.table_provider(0).expect("a face")).expect("a face that can be read");
    let em = f64::from(font.head_table.units_per_em);
    let mut width = |glyph: u16| {
        let advance = f64::from(font.horizontal_advance(glyph).expect("an advance")) * 1000.0 / em;
        // Widths are small and positive; rounding keeps them so.
        advance.round() as u16
    };
    let dash = glyphs(face.bytes, &[(0x2013, 0x2013)])[0].expect("every face has a dash");
    glyphs(face.bytes, &TOLD).into_iter().map(|glyph| width(glyph.unwrap_or(dash))).collect()
}

/// A script that says the same in fewer letters.
fn smaller(script: &str) -> String {
    let memory = Allocator::default();
    let read = Parser::new(&memory, script, SourceType::script()).parse();
    let mut program = read.program;
    // That two parts give the same name shows only now.
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&program);
    if let Some(fault) = read.diagnostics.iter().chain(checked.diagnostics.iter()).next() {
        panic!(
            "the deck's script, put together of its parts, cannot be read: {}",
            fault.clone().render_with_source_code(script.to_owned())
        );
    }
    let names = Minifier::new(MinifierOptions::default()).minify(&memory, &mut program).scoping;
    let written = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(names).build(&program).code;
    assert!(!written.contains("</script"), "the deck's script would end the element it stands in");
    written
}
