//! BibLaTeX entries with braces inside braces beyond all measure. The reader goes down with them until its stack is spent.

use std::ops::Range;

use super::passage::biblatex_segments;

/// How deep braces may lie. Titles have two or three levels; a small stack takes some hundreds.
pub const MAX_DEPTH: usize = 100;

/// The parts of the file that go deeper. Braces that are left open count on, as they do for the reader.
pub fn deep_parts(text: &str) -> Vec<Range<usize>> {
    let mut depth: usize = 0;
    let mut deep = Vec::new();
    for range in biblatex_segments(text) {
        let mut deepest = depth;
        let mut before = ' ';
        for character in text[range.clone()].chars() {
            match character {
                '{' => depth += 1,
                // An escaped brace may not close anything.
                '}' if before != '\\' => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
            before = character;
        }
        if deepest > MAX_DEPTH {
            deep.push(range);
            depth = 0;
        }
    }
    deep
}

#[cfg(test)]
mod tests {
    use super::deep_parts;

    #[test]
    fn finds_what_is_too_deep() {
        assert!(deep_parts("@book{a, title={The {B{2}B} market}}\n").is_empty());
        let text = format!("@book{{a, title={}x}}\n@book{{b, title={{B}}}}\n", "{\\emph".repeat(5000));
        assert_eq!(deep_parts(&text).len(), 1);
    }
}
