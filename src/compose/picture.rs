//! Pictures that a text refers to.

use super::choice::Choice;
use crate::curriculum::{Edition, Module};
use crate::document::Picture;

/// A picture by the path as written: relative to the module's file, in a translation also to the original's.
pub(super) fn picture(path: &str, alt: &str, edition: &Edition, module: &Module, choice: &Choice) -> Picture {
    let folder = module.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let candidates = [path.to_owned(), join(folder, path), join(&edition.slug, path)];
    let known = candidates.iter().find_map(|it| choice.pictures.get_key_value(it));
    if let Some((path, file)) = known {
        return Picture { path: path.clone(), asset: file.asset.clone(), alt: alt.to_owned(), size: file.size };
    }
    let path = join(folder, path);
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    Picture { path, asset: name, alt: alt.to_owned(), size: None }
}

/// A path relative to a folder, without `.` and `..`.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.retain(|it| !it.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn joins_paths() {
        assert_eq!(join("tvartom/en", "../img/a.png"), "tvartom/img/a.png");
        assert_eq!(join("tvartom", "./img/a.png"), "tvartom/img/a.png");
        assert_eq!(join("", "a.png"), "a.png");
    }
}
