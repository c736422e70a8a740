//! The faces that PDF is set in, whole as their makers made them; what a document uses of them is cut out when it is written.

use include_dir::{Dir, include_dir};

static FACES: Dir<'static> = include_dir!("$OUT_DIR/faces");

/// The faces: Noto Sans and Libertinus Serif, DejaVu Sans Mono for code and signs, New Computer Modern for formulas.
pub fn whole_faces() -> impl Iterator<Item = &'static [u8]> {
    FACES.files().map(|it| it.contents())
}
