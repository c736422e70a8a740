//! The rule on what picture files hold.

use std::collections::BTreeSet;
use std::io::Read;

use super::rule::Subject;
use super::walk;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::NOT_A_PICTURE;
use crate::prose::InlineKind;
use crate::tree::Tree;

/// So many bytes of a file say what it is; a drawing may have a licence before it.
const START: u64 = 64 * 1024;

/// What the files of PNG, JPEG, GIF, WebP and AVIF have at their starts, and where.
const MARKS: &[(usize, &[u8])] =
    &[(0, b"\x89PNG\r\n\x1a\n"), (0, b"\xff\xd8\xff"), (0, b"GIF8"), (8, b"WEBP"), (4, b"ftypavif"), (4, b"ftypavis")];

/// What is shown as a picture is one, whatever its name says.
pub fn kinds(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            let InlineKind::Image { path, .. } = &inline.kind else { return };
            let paths = module.picture_paths(&path.value, subject.edition.language.tag);
            let Some(found) = paths.into_iter().find(|it| subject.tree.contains(it)) else { return };
            if !is_picture(subject.tree, &found) && told.insert(found) {
                diagnostics.report(&NOT_A_PICTURE, path.span, &[&path.value]);
            }
        });
    }
}

/// Whether a file holds what browsers show. What cannot be read is told elsewhere.
fn is_picture(tree: &Tree, path: &str) -> bool {
    let mut start = Vec::new();
    if !tree.reader(path).is_ok_and(|it| it.take(START).read_to_end(&mut start).is_ok()) {
        return true;
    }
    let is_drawing = || String::from_utf8_lossy(&start).contains("<svg");
    let has_mark = |(at, mark): &(usize, &[u8])| start.get(*at..).is_some_and(|it| it.starts_with(mark));
    MARKS.iter().any(has_mark) || is_drawing()
}
