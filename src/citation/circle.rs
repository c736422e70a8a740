//! BibLaTeX entries that take fields from themselves by way of `crossref` or `xdata`. The reader would follow them for ever.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passage::biblatex_segments;

/// Who leads to more entries than this leads to itself, or might as well.
const LIMIT: usize = 100;

/// A part of the file, the names its entries go by, and those it takes fields from. Too many rather than too few: words in
/// a title that look like an entry are one.
struct Segment<'a> {
    range: Range<usize>,
    names: Vec<&'a str>,
    references: Vec<&'a str>,
    /// Whether it refers to something that is written so that we cannot tell what.
    is_unclear: bool,
}

/// The parts of the file that lead back to themselves.
pub fn circles(text: &str) -> Vec<Range<usize>> {
    let segments: Vec<Segment> = biblatex_segments(text).into_iter().map(|range| read_segment(text, range)).collect();
    let mut owners: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, segment) in segments.iter().enumerate() {
        for name in &segment.names {
            owners.entry(name).or_default().push(idx);
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
    owners: &BTreeMap<&str, Vec<usize>>,
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
            segment.names.push(after.split([',', '}', ')']).next().unwrap_or_default().trim());
        }
    }
    for (at, _) in part.match_indices('=') {
        let name = part[..at].trim_end().to_ascii_lowercase();
        if name.ends_with("crossref") || name.ends_with("xdata") {
            match values(&part[at + 1..]) {
                Some(values) => segment.references.extend(values),
                None => segment.is_unclear = true,
            }
        } else if name.ends_with("ids") {
            match values(&part[at + 1..]) {
                Some(values) => segment.names.extend(values),
                None => segment.is_unclear = true,
            }
        }
    }
    segment
}

/// The names in a value of plain text between braces or quotation marks; nothing if it is put together from others.
fn values(text: &str) -> Option<Vec<&str>> {
    let text = text.trim_start();
    let close = if text.starts_with('{') { '}' } else { '"' };
    let inner = text.strip_prefix(['{', '"'])?;
    let (value, after) = inner.split_once(close)?;
    let is_plain = !value.contains(['{', '\\', '#', '$', '~']) && !after.trim_start().starts_with('#');
    is_plain.then(|| value.split(',').map(str::trim).collect())
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
}
