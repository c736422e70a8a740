//! What a trainer needs to plan: materials, and which slides show what.

use crate::curriculum::Section;

/// What is needed in some sections, each once.
pub(super) fn materials<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for material in sections.into_iter().flat_map(|it| &it.work.materials) {
        if !out.iter().any(|it| it.eq_ignore_ascii_case(material)) {
            out.push(material.clone());
        }
    }
    out
}

/// Slide numbers as they read: "4–7".
pub(super) fn slide_numbers(numbers: Option<(usize, usize)>) -> String {
    match numbers {
        None => String::new(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
    }
}
