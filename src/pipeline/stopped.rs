//! What must wait until something is mended: its earlier pages stay.

use std::collections::BTreeSet;

use crate::curriculum::{Course, Curriculum};
use crate::diagnostic::Diagnostics;
use crate::read;
use crate::tree::Tree;

/// A module or course that is not published, since something in its files is wrong.
pub struct Stopped {
    /// Where its pages lie in each of the two trees.
    pub path: String,
}

/// Courses that could not be read at all.
pub fn unread_courses(tree: &Tree, curriculum: &Curriculum) -> Vec<Stopped> {
    let folders = tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/'));
    let unread = folders.filter(|folder| !curriculum.courses.iter().any(|it| it.slug == **folder));
    unread.map(|folder| Stopped { path: folder.to_owned() }).collect()
}

/// Takes modules with errors (with `strict`: findings) in their files, or in their originals', out of the curriculum.
pub fn take_out_stopped(curriculum: &mut Curriculum, strict: bool, diagnostics: &Diagnostics) -> Vec<Stopped> {
    let faulty: BTreeSet<&str> = diagnostics
        .iter()
        .filter(|it| it.is_error() || strict)
        .filter_map(|it| it.span)
        .map(|span| &*diagnostics.sources.get(span.file).path)
        .collect();
    let mut stopped = Vec::new();
    for Course { slug, editions } in &mut curriculum.courses {
        for edition in editions {
            let language = edition.language.tag;
            let inner = format!("{slug}/{language}/");
            edition.modules.retain(|module| {
                let original = module.path.replacen(&inner, &format!("{slug}/"), 1);
                let quiz = |path: &str| path.rsplit_once('.').map(|(stem, _)| format!("{stem}.quiz.yaml")).unwrap_or_default();
                let files = [module.path.to_string(), quiz(&module.path), original.clone(), quiz(&original)];
                let is_sound = !files.iter().any(|it| faulty.contains(it.as_str()));
                if !is_sound {
                    stopped.push(Stopped { path: format!("{inner}{}", module.slug) });
                }
                is_sound
            });
            // A module that could not be read at all is known by its file's name alone; without its original no translation is.
            for path in &faulty {
                let name =
                    path.strip_prefix(&inner).or_else(|| path.strip_prefix(slug.as_str()).and_then(|it| it.strip_prefix('/')));
                if let Some(name) = name.filter(|it| !it.contains('/')) {
                    stopped.push(Stopped { path: format!("{inner}{}", read::slug_of_file(name)) });
                }
            }
        }
    }
    stopped
}
