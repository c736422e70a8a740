//! Where each entry stands in a file of sources.

use std::ops::Range;

use crate::source::{Source, Spanned};

/// An entry as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is cited by.
    pub key: String,
    /// Where the key stands.
    pub key_range: Range<usize>,
    /// Where the whole entry stands.
    pub range: Range<usize>,
}

/// The keys of a file of sources and where they stand, also of entries that cannot be read.
pub fn source_keys(source: &Source) -> Vec<Spanned<String>> {
    let passages = if source.path.ends_with(".bib") { split_biblatex(&source.text) } else { split_yaml(&source.text) };
    passages.into_iter().map(|it| Spanned::new(it.key, source.span(it.key_range))).collect()
}

/// The keys that entries of a BibLaTeX file name to take fields from, and where they stand.
pub fn source_uses(source: &Source) -> Vec<Spanned<String>> {
    const FIELDS: [&str; 3] = ["crossref", "xdata", "xref"];
    let text: &str = &source.text;
    let mut uses = Vec::new();
    for (start, line) in lines(text).filter(|_| source.path.ends_with(".bib")) {
        for field in FIELDS {
            let Some(at) =
                line.find(field).filter(|it| line[..*it].trim_end().is_empty() || line[..*it].trim_end().ends_with(','))
            else {
                continue;
            };
            let value = line[at + field.len()..].trim_start().strip_prefix('=').map(str::trim_start);
            let Some(value) = value.and_then(|it| it.strip_prefix(['{', '"'])) else { continue };
            let mut from = start + line.len() - value.len();
            for key in value.split(['}', '"']).next().unwrap_or_default().split(',') {
                let lead = key.len() - key.trim_start().len();
                let name = key.trim();
                if !name.is_empty() {
                    uses.push(Spanned::new(name.to_owned(), source.span(from + lead..from + lead + name.len())));
                }
                from += key.len() + 1;
            }
        }
    }
    uses
}

/// The entries of a Hayagriva file: every line at the outermost indentation with a key and a colon starts one.
pub fn split_yaml(text: &str) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut indentation = None;
    for (start, line) in lines(text) {
        let content = line.trim_start_matches(' ');
        if content.trim().is_empty() || content.starts_with(['#', '%']) || ["---", "..."].iter().any(|it| content.starts_with(it))
        {
            continue;
        }
        let indent = line.len() - content.len();
        if indent != *indentation.get_or_insert(indent) || content.starts_with(['-', '{', '[']) {
            continue;
        }
        let Some(key) = yaml_key(content) else { continue };
        let at = start + indent + key.start;
        if let Some(last) = passages.last_mut() {
            last.range.end = start;
        }
        passages.push(Passage { key: content[key.clone()].to_owned(), key_range: at..at + key.len(), range: start..text.len() });
    }
    passages
}

/// Where the key stands in a line that starts a field: without its quotation marks, before a colon.
pub fn yaml_key(line: &str) -> Option<Range<usize>> {
    for quote in ['"', '\''] {
        if let Some(quoted) = line.strip_prefix(quote) {
            let end = quoted.find(quote)?;
            return quoted[end + 1..].trim_start().starts_with(':').then_some(1..1 + end);
        }
    }
    let line = line.trim_end();
    let end = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1))?;
    Some(0..line[..end].trim_end().len())
}

/// The entries of a BibLaTeX file: every `@` that starts a line, but for comments and abbreviations.
pub fn split_biblatex(text: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    for range in biblatex_segments(text) {
        let entry = &text[range.clone()];
        if !entry.starts_with('@') || ["@comment", "@preamble", "@string"].iter().any(|it| starts_with(entry, it)) {
            continue;
        }
        let open = entry.find(['{', '(']).map_or(entry.len(), |it| it + 1);
        let after = &entry[open..];
        let key_start = range.start + open + (after.len() - after.trim_start().len());
        let key = text[key_start..range.end].split([',', '}', ')', '\n', '=']).next().unwrap_or_default().trim();
        passages.push(Passage { key: key.to_owned(), key_range: key_start..key_start + key.len(), range });
    }
    passages
}

/// The abbreviations of a BibLaTeX file, which its entries need to be read.
pub fn biblatex_abbreviations(text: &str) -> String {
    biblatex_segments(text).into_iter().map(|range| &text[range]).filter(|it| starts_with(it, "@string")).collect()
}

/// The parts of a BibLaTeX file, the whole of it: each but the first starts with the `@` that starts a line.
pub fn biblatex_segments(text: &str) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (line_start, line) in lines(text) {
        let content = line.trim_start();
        if content.starts_with('@') {
            let at = line_start + (line.len() - content.len());
            segments.push(start..at);
            start = at;
        }
    }
    segments.push(start..text.len());
    segments.retain(|it| !it.is_empty());
    segments
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
}

/// The lines of a text, each with the byte it starts at.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

#[cfg(test)]
mod tests {
    use super::{source_uses, split_biblatex, split_yaml};
    use crate::source::Sources;

    #[test]
    fn entries_that_lend_fields_are_named() {
        let text = "@book{a, title = {Å crossref = {no}},\n  crossref = {berg}, xdata={b, c}\n}\n";
        let source = Sources::default().add("c/sources.bib", text);
        let uses: Vec<(String, &str)> = source_uses(&source).into_iter().map(|it| (it.value, &text[it.span.range()])).collect();
        assert_eq!(uses, [("berg".to_owned(), "berg"), ("b".to_owned(), "b"), ("c".to_owned(), "c")]);
    }

    #[test]
    fn finds_entries() {
        let text = "# sources\nett:\n  type: book\n  title: x\n\n\"två ord\": {type: book}\n";
        let passages = split_yaml(text);
        assert_eq!(passages.iter().map(|it| &text[it.key_range.clone()]).collect::<Vec<_>>(), ["ett", "två ord"]);
        assert_eq!(&text[passages[0].range.clone()], "ett:\n  type: book\n  title: x\n\n");

        let text = "@string{h = \"x\"}\n@book{ett,\n title={a}}\n @Book(två , title={b})\n@comment{c}\n";
        let passages = split_biblatex(text);
        assert_eq!(passages.iter().map(|it| &text[it.key_range.clone()]).collect::<Vec<_>>(), ["ett", "två"]);
    }
}
