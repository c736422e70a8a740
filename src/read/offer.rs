//! What courses have to choose from, by their descriptions alone.

use std::collections::BTreeSet;

use super::course::read_course;
use super::folder::read_text;
use crate::diagnostic::Diagnostics;
use crate::tree::Tree;
use crate::yaml;

/// What courses have to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// The names of their variants.
    pub variants: BTreeSet<String>,
    /// The tags of their languages.
    pub languages: BTreeSet<&'static str>,
}

/// What the courses of some paths have to choose from, or all courses; nothing if one of them cannot be read, or there is none.
pub fn offer(tree: &Tree, paths: &[String]) -> Option<Offer> {
    let folders = tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml"));
    let folders = folders.filter(|it| !it.contains('/') && !it.starts_with(['_', '.']));
    let is_wanted = |folder: &&str| paths.is_empty() || paths.iter().any(|it| it.split('/').next() == Some(*folder));
    let mut offer = Offer::default();
    for folder in folders.filter(is_wanted) {
        let mut diagnostics = Diagnostics::default();
        let source = read_text(tree, &format!("{folder}/course.yaml"), &mut diagnostics)?;
        let node = yaml::parse(&source.text, &source.place(), &mut diagnostics).ok()?;
        let described = read_course(&node, folder, &mut diagnostics).ok()?;
        offer.variants.extend(described.edition.variants.into_iter().map(|it| it.name));
        offer.languages.insert(described.edition.language.tag);
        offer.languages.extend(described.translations.iter().map(|(it, _)| it.tag));
    }
    (!offer.languages.is_empty()).then_some(offer)
}
