//! What all decks of a theme share: their style and their script.

use std::collections::BTreeSet;

use super::deck_script::{SCRIPTS, joined};
use super::needed::Stylesheet;
use super::squeeze::squeeze_style;
use crate::theme::Theme;

/// The styles of a deck, from weak to strong.
const STYLES: [&str; 13] = [
    "tokens.css",
    "chart.css",
    "deck.css",
    "deck-canvas.css",
    "deck-kinds.css",
    "deck-vote.css",
    "deck-figure.css",
    "deck-shift.css",
    "deck-room.css",
    "deck-desk.css",
    "deck-page.css",
    "deck-print.css",
    "brand.css",
];

/// The built-in script, made smaller when the program was compiled.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/deck.min.js"));

/// The faces that slides use; the handout's running text needs more.
const FACES: [&str; 5] = ["noto-sans-400.", "noto-sans-700.", "noto-sans-400-italic.", "libertinus-serif-400-italic.", "signs."];

/// What all decks of a theme share.
#[derive(Debug)]
pub struct DeckParts {
    /// The script that every deck carries.
    pub script: String,
    sheet: Stylesheet,
    /// The classes that the script gives.
    given: BTreeSet<String>,
}

impl DeckParts {
    /// The parts of a theme.
    pub fn of(theme: &Theme) -> DeckParts {
        let written = joined(|name| theme.text(name));
        // A script of the theme's own is carried as it is written.
        let is_built_in = SCRIPTS.iter().all(|name| theme.has_built_in(name));
        let sheet = Stylesheet::read(&style(theme));
        // They show in the script as it is written: a smaller one may put names together in another way.
        let given = sheet.named_in(&[&written]).into_iter().map(str::to_owned).collect();
        DeckParts { script: if is_built_in { BUILT_IN.to_owned() } else { written }, sheet, given }
    }

    /// The style that a deck needs for what it shows and what the script makes.
    pub fn style(&self, page: &[&str]) -> String {
        let mut named = self.sheet.named_in(page);
        named.extend(self.given.iter().map(String::as_str));
        self.sheet.needed(&named)
    }
}

/// All styles in one text, with the faces in it.
fn style(theme: &Theme) -> String {
    let mut out = theme.self_contained("fonts.css", |name| FACES.iter().any(|face| name.contains(face)));
    for name in STYLES {
        out.push_str(&theme.self_contained(name, |_| true));
    }
    squeeze_style(&out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::tree::Tree;

    fn script(files: &[(&str, &str)]) -> String {
        let themes = Tree::memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
        let theme = Theme::load("ours", &themes, &mut Diagnostics::default());
        DeckParts::of(&theme).script
    }

    #[test]
    fn a_theme_without_scripts_of_its_own_has_the_small_one() {
        assert_eq!(script(&[("ours/assets/deck.css", ".a{}")]), BUILT_IN);
        let theme = Theme::load("default", &Tree::memory([]), &mut Diagnostics::default());
        assert!(BUILT_IN.len() * 2 < joined(|name| theme.text(name)).len());
    }

    #[test]
    fn a_script_of_the_theme_is_carried_as_it_is_written() {
        let own = "// Ours.\nconst   ours = 1; // no more";
        let found = script(&[("ours/assets/deck-keys.js", own)]);
        assert!(found.starts_with("'use strict';(()=>{\n//") && found.ends_with("\n})();"));
        assert!(found.contains(&format!("\n{own}\n")) && found.contains("Makes slides of what stands in the page"));
    }
}
