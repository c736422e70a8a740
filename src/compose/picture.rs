//! Pictures that a text refers to.

use super::choice::Choice;
use crate::curriculum::{Edition, Module};
use crate::document::Picture;

/// A picture by the path as written: relative to the module's file, in a translation also to the original's.
pub(super) fn picture(path: &str, alt: &str, edition: &Edition, module: &Module, choice: &Choice) -> Picture {
    let paths = module.picture_paths(path, edition.language.tag);
    let known = paths.iter().find_map(|it| choice.pictures.get_key_value(it));
    if let Some((path, file)) = known {
        return Picture { path: path.clone(), asset: file.asset.clone(), alt: alt.to_owned(), size: file.size };
    }
    let path = paths.into_iter().next().unwrap_or_else(|| path.to_owned());
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    Picture { path, asset: name, alt: alt.to_owned(), size: None }
}
