//! What the documents of a build are dressed in: themes with the brand, loaded once, and what all that is printed in one shares.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Request;
use crate::diagnostic::Diagnostics;
use crate::read::read_text;
use crate::render::{DeckParts, Press, Setting};
use crate::theme::{Brand, Theme};
use crate::tree::{File, Tree};

/// The organisation's colours, faces and mark.
pub const BRAND: &str = "_brand.yml";

/// No PDF has been made yet.
static NOTHING: BTreeSet<String> = BTreeSet::new();

/// A theme, and what everything that is printed in it shares.
pub struct Dress {
    /// The theme.
    pub theme: Theme,
    deck_parts: OnceLock<DeckParts>,
    press: Press,
}

impl Dress {
    /// What formats need besides the document.
    pub fn setting<'a>(&'a self, tree: &'a Tree, request: &Request) -> Setting<'a> {
        let beside = &NOTHING;
        let sheet = request.sheet.unwrap_or(self.theme.printed().sheet);
        Setting {
            theme: &self.theme,
            tree,
            deck_parts: &self.deck_parts,
            press: &self.press,
            beside,
            sheet,
            steps: request.steps,
        }
    }
}

/// The themes of a build, each loaded when it is first asked for.
pub struct Wardrobe<'a> {
    tree: &'a Tree,
    themes: &'a Tree,
    brand: Option<Brand>,
    loaded: BTreeMap<String, Arc<Dress>>,
}

impl<'a> Wardrobe<'a> {
    /// No theme yet, and the brand of a curriculum.
    pub fn new(tree: &'a Tree, themes: &'a Tree, diagnostics: &mut Diagnostics) -> Wardrobe<'a> {
        Wardrobe { tree, themes, brand: read_brand(tree, diagnostics), loaded: BTreeMap::new() }
    }

    /// A theme by its name.
    pub fn dress(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Arc<Dress> {
        if let Some(dress) = self.loaded.get(name) {
            return Arc::clone(dress);
        }
        let mut theme = Theme::load(name, self.themes, diagnostics);
        if let Some(brand) = &self.brand {
            theme = theme.branded(brand, self.tree, diagnostics);
        }
        let dress = Arc::new(Dress { theme, deck_parts: OnceLock::new(), press: Press::default() });
        self.loaded.insert(name.to_owned(), Arc::clone(&dress));
        dress
    }

    /// The assets of every theme that was asked for. What several of them share has one name, by its hash, and stands once.
    pub fn files(&self) -> Vec<File> {
        let files = self.loaded.values().flat_map(|it| it.theme.files());
        let by_path: BTreeMap<String, File> = files.map(|it| (it.path.clone(), it)).collect();
        by_path.into_values().collect()
    }
}

fn read_brand(tree: &Tree, diagnostics: &mut Diagnostics) -> Option<Brand> {
    if !tree.contains(BRAND) {
        return None;
    }
    let source = read_text(tree, BRAND, diagnostics)?;
    Some(Brand::read(&source, diagnostics))
}
