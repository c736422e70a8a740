//! BibLaTeX entries that take fields from themselves by way of `crossref` or `xdata`, and abbreviations (`@string`) that are made of
//! themselves. The reader would follow them for ever; and abbreviations of abbreviations can grow beyond all measure.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passage::biblatex_segments;

/// Who leads to more entries than this leads to itself, or might as well.
const LIMIT: usize = 100;

/// A part of the file, the names its entries go by, and those it takes fields from. Too many rather than too few: words in
/// a title that look like an entry are one.
struct Segment<'a> {
    range: Range<usize>,
    names: Vec<Name<'a>>,
    references: Vec<Name<'a>>,
    /// Whether it refers to something that is written so that we cannot tell what.
    is_unclear: bool,
}

/// What something in the file is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'a> {
    Entry(&'a str),
    Abbreviation(&'a str),
}

/// The parts of the file that lead back to themselves.
pub fn circles(text: &str) -> Vec<Range<usize>> {
    let segments: Vec<Segment> = biblatex_segments(text).into_iter().map(|range| read_segment(text, range)).collect();
    let mut owners: BTreeMap<Name<'_>, Vec<usize>> = BTreeMap::new();
    for (idx, segment) in segments.iter().enumerate() {
        for name in &segment.names {
            owners.entry(*name).or_default().push(idx);
        }
    }
    let mut sizes = vec![None; segments.len()];
    let circular = |idx: &usize| size(*idx, &segments, &owners, &mut sizes, 0) > LIMIT;
    (0..segments.len()).filter(circular).map(|idx| segments[idx].range.clone()).collect()
}

/// How many entries are read to read this one. One that is being counted counts as too many.
fn size(
    idx: usize,
    segments: &[Segment],
    owners: &BTreeMap<Name<'_>, Vec<usize>>,
    sizes: &mut [Option<usize>],
    depth: usize,
) -> usize {
    if let Some(size) = sizes[idx] {
        return size;
    }
    sizes[idx] = Some(LIMIT + 1);
    let mut total: usize = 1;
    if segments[idx].is_unclear || depth > LIMIT {
        total = LIMIT + 1;
    }
    for owner in segments[idx].references.iter().flat_map(|it| owners.get(it)).flatten() {
        total = total.saturating_add(size(*owner, segments, owners, sizes, depth + 1));
    }
    sizes[idx] = Some(total);
    total
}

fn read_segment(text: &str, range: Range<usize>) -> Segment<'_> {
    let part = &text[range.clone()];
    let mut segment = Segment { range, names: Vec::new(), references: Vec::new(), is_unclear: false };
    for (at, _) in part.match_indices('@') {
        let after = part[at + 1..].trim_start_matches(|it: char| it.is_alphanumeric() || it.is_whitespace());
        if let Some(after) = after.strip_prefix(['{', '(']) {
            segment.names.push(Name::Entry(after.split([',', '}', ')']).next().unwrap_or_default().trim()));
        }
    }
    let abbreviates = part.to_ascii_lowercase().contains("string");
    for (at, _) in part.match_indices('=') {
        let before = part[..at].trim_end();
        let name = &before[before.rfind(|it| !is_of_word(it)).map_or(0, |it| before.ceil_char_boundary(it + 1))..];
        if abbreviates && !name.is_empty() {
            segment.names.push(Name::Abbreviation(name));
        }
        let name = name.to_ascii_lowercase();
        if name.ends_with("crossref") || name.ends_with("xdata") {
            match values(&part[at + 1..]) {
                Some(values) => segment.references.extend(values.map(Name::Entry)),
                None => segment.is_unclear = true,
            }
        } else if name.ends_with("ids") {
            match values(&part[at + 1..]) {
                Some(values) => segment.names.extend(values.map(Name::Entry)),
                None => segment.is_unclear = true,
            }
        }
    }
    for (at, _) in part.match_indices(['=', '#']) {
        let value = part[at + 1..].trim_start();
        let word = &value[..value.find(|it| !is_of_word(it)).unwrap_or(value.len())];
        if !word.is_empty() {
            segment.references.push(Name::Abbreviation(word));
        }
    }
    segment
}

/// Whether a character can stand in the name of a field or an abbreviation.
fn is_of_word(character: char) -> bool {
    !"@{}\"#'(),=%\\~".contains(character) && !character.is_control() && !character.is_whitespace()
}

/// The names in a value of plain text between braces or quotation marks; nothing if it is put together from others.
fn values(text: &str) -> Option<impl Iterator<Item = &str>> {
    let text = text.trim_start();
    let close = if text.starts_with('{') { '}' } else { '"' };
    let inner = text.strip_prefix(['{', '"'])?;
    let (value, after) = inner.split_once(close)?;
    let is_plain = !value.contains(['{', '\\', '#', '$', '~']) && !after.trim_start().starts_with('#');
    is_plain.then(|| value.split(',').map(str::trim))
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn finds_what_leads_back() {
        assert!(circles("@book{a, title={A}}\n@inbook{b, crossref={a}}\n").is_empty());
        assert_eq!(circles("@book{a, title={A}}\n@inbook{b, crossref={b}}\n").first(), Some(&(20..45)));
        assert_eq!(circles("@book{a, crossref={b}}\n@book{b, xdata=\"c, a\"}\n@book{c, title={C}}").len(), 2);
        assert_eq!(circles("@book{a, ids={x}, CrossRef = {x}}").len(), 1);
        assert_eq!(circles("@string{x = \"a\"}\n@book{a, crossref = x}").len(), 1);
        assert_eq!(circles("x @book{a, title={@b{c,}}, crossref = {a}}").len(), 1);
    }

    #[test]
    fn finds_abbreviations_that_grow_for_ever() {
        assert!(circles("@string{a = \"x\"}\n@string(b = a # {y})\n@book{jan, title = b # a, month = jan}\n").is_empty());
        assert_eq!(circles("@String{a = a}\n").len(), 1);
        assert_eq!(circles("@string{a = b # b}\n@string{b = {x} # a}\n@book{c, title = b}").len(), 3);
        let doubled: String = ["b", "c", "d", "e", "f", "g", "h"]
            .windows(2)
            .map(|it| format!("@string{{{} = {} # {}}}\n", it[1], it[0], it[0]))
            .collect();
        assert_eq!(circles(&format!("@string{{b = \"x\"}}\n{doubled}@book{{k, title = h}}")).len(), 2);
    }
}
