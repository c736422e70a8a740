//! The place in a source that a citation points at: `s. 12`.

use super::style::page_label;
use crate::locale::Language;

/// A locator as the author wrote it; bare pages get the language's label (`12` is `s. 12`) and ranges an en dash.
pub fn format_locator(locator: &str, language: &'static Language) -> String {
    let locator = locator.trim();
    let is_pages = locator.starts_with(|it: char| it.is_ascii_digit())
        && locator.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '–' | ',' | ' '));
    if !is_pages {
        return locator.to_owned();
    }
    let several = locator.contains(['-', '–', ',']);
    format!("{}\u{a0}{}", page_label(several, language), locator.replace("--", "–").replace('-', "–"))
}

#[cfg(test)]
mod tests {
    use super::format_locator;
    use crate::locale::language;

    #[test]
    fn bare_pages_get_a_label() {
        let (sv, en) = (language("sv").expect("Swedish"), language("en").expect("English"));
        assert_eq!(format_locator("12", sv), "s.\u{a0}12");
        assert_eq!(format_locator("12-14", sv), "s.\u{a0}12–14");
        assert_eq!(format_locator("12", en), "p.\u{a0}12");
        assert_eq!(format_locator("12--14", en), "pp.\u{a0}12–14");
        assert_eq!(format_locator(" kap. 3 ", sv), "kap. 3");
        assert_eq!(format_locator("s. 12", sv), "s. 12");
    }
}
