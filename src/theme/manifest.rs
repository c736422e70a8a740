//! What `theme.yaml` says: which theme it extends, and its colors and faces.

use std::collections::BTreeMap;

use super::palette::{Faces, PaletteChoice, read_color};
use super::printed::Sheet;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::NOT_UTF8_THEME;
use crate::source::Root;
use crate::yaml::{self, Field, FieldKind, Node, Record, Shape};

/// What `theme.yaml` says.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// The theme below it; the built-in one if absent.
    pub(super) extends: Option<String>,
    /// The paper that PDF is set for, where it says.
    pub(super) sheet: Option<Sheet>,
    /// Its colors, where they are not those of the theme below.
    pub(super) colors: PaletteChoice,
    /// Its faces, likewise.
    pub(super) faces: Faces,
}

/// The fields of `theme.yaml`.
pub static THEME: Shape = Shape {
    name: "theme",
    fields: &[
        Field::optional("name", FieldKind::Text, "What the theme is called."),
        Field::optional("extends", FieldKind::Text, "The theme whose files are used where this one has none."),
        Field::optional("colors", FieldKind::Record(&COLORS), "The four colors; all others follow from them."),
        Field::optional("faces", FieldKind::Record(&FACES), "The two voices."),
        Field::optional("sheet", FieldKind::Choice(&["a4", "letter"]), "The paper that PDF is set for: a4, or letter."),
    ],
};

static COLORS: Shape = Shape {
    name: "colors",
    fields: &[
        Field::optional("paper", FieldKind::Text, "The light ground."),
        Field::optional("ink", FieldKind::Text, "Words on paper, and the dark ground."),
        Field::optional("belief", FieldKind::Text, "What people say."),
        Field::optional("reality", FieldKind::Text, "What is so."),
    ],
};

static FACES: Shape = Shape {
    name: "faces",
    fields: &[
        Field::optional("said", FieldKind::Text, "The family that claims are set in, in italics."),
        Field::optional("is", FieldKind::Text, "The family of everything else."),
    ],
};

/// Reads a `theme.yaml`; mistakes are reported, and what is sound is used.
pub(super) fn read_manifest(path: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Manifest {
    let Ok(text) = std::str::from_utf8(bytes) else {
        diagnostics.report(&NOT_UTF8_THEME, None, &[path]);
        return Manifest::default();
    };
    let source = diagnostics.sources.add_from(Root::Themes, path, text.trim_start_matches('\u{feff}'));
    let Ok(node) = yaml::parse(&source.text, &source.place(), diagnostics) else { return Manifest::default() };
    let Ok(mut record) = Record::open(&node, &THEME, diagnostics) else { return Manifest::default() };
    let extends = record.optional_text("extends").ok().flatten().map(|it| it.value);
    let sheet = record.optional_choice("sheet", &[("a4", Sheet::A4), ("letter", Sheet::Letter)]).ok().flatten();
    Manifest {
        extends,
        sheet,
        colors: node.get("colors").map(|node| read_colors(node, diagnostics)).unwrap_or_default(),
        faces: node.get("faces").map(|node| read_faces(node, diagnostics)).unwrap_or_default(),
    }
}

fn read_colors(node: &Node, diagnostics: &mut Diagnostics) -> PaletteChoice {
    if Record::open(node, &COLORS, diagnostics).is_err() {
        return PaletteChoice::default();
    }
    let mut color = |name: &str| node.get(name).and_then(|it| read_color(it, &BTreeMap::new(), diagnostics));
    PaletteChoice { paper: color("paper"), ink: color("ink"), belief: color("belief"), reality: color("reality") }
}

fn read_faces(node: &Node, diagnostics: &mut Diagnostics) -> Faces {
    let Ok(mut record) = Record::open(node, &FACES, diagnostics) else { return Faces::default() };
    let mut family = |name: &'static str| record.optional_text(name).ok().flatten().map(|it| it.value);
    Faces { said: family("said"), is: family("is") }
}
