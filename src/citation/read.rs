//! Reads a file of sources: keeps what is sound, tells what is not.

use std::collections::BTreeMap;
use std::ops::Range;

use hayagriva::Entry;

use super::complaint::{Complaint, Reason};
use super::depth::MAX_DEPTH;
use super::fields::check_fields;
use super::parse::Form;
use super::passage::Passage;
use crate::diagnostic::fault::{
    DUPLICATE_SOURCE, INVALID_BIBLATEX, INVALID_YAML, NESTED_TOO_DEEP, SOURCE_CIRCLE, SOURCE_FIELD, SOURCE_UNREADABLE,
    SOURCE_WITHOUT_TYPE, SOURCES_SHAPE, UNKNOWN_SOURCE_TYPE,
};
use crate::diagnostic::{Diagnostics, Fault, did_you_mean};
use crate::source::Source;

/// The entries of a file, by key; nothing if it is no file of sources.
pub fn read_entries(source: &Source, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, Entry>> {
    let form = Form::of(&source.path);
    let passages = form.split(&source.text);
    if form == Form::Hayagriva {
        check_fields(source, &passages, diagnostics);
    }
    let mut unreadable = Vec::new();
    for part in form.circles(&source.text) {
        let (key, range) = name_of(&passages, &part);
        diagnostics.report(&SOURCE_CIRCLE, source.span(range), &[key]);
        unreadable.push(part);
    }
    for part in form.deep_parts(&source.text) {
        if !unreadable.contains(&part) {
            let (_, range) = name_of(&passages, &part);
            diagnostics.report(&NESTED_TOO_DEEP, source.span(range), &[&MAX_DEPTH.to_string()]);
            unreadable.push(part);
        }
    }
    let text = without(&source.text, &unreadable);
    let entries = match form.parse(&text) {
        Ok(entries) => entries,
        Err(complaint) => {
            let passages: Vec<Passage> = passages.into_iter().filter(|it| !unreadable.contains(&it.range)).collect();
            read_soundly(form, source, &text, &passages, &complaint, diagnostics)?
        }
    };
    let by_key = entries.into_iter().map(|mut entry| {
        shorten_doi(&mut entry);
        (entry.key().to_owned(), entry)
    });
    Some(by_key.collect())
}

/// What a part of the file is called, and where that stands.
fn name_of<'a>(passages: &'a [Passage], part: &Range<usize>) -> (&'a str, Range<usize>) {
    let passage = passages.iter().find(|it| it.range == *part);
    passage.map_or(("@string", part.clone()), |it| (it.key.as_str(), it.key_range.clone()))
}

/// Reads each entry alone, since the file as a whole cannot be read; tells which ones are to blame, and reads the rest
/// together, for entries can build upon each other.
fn read_soundly(
    form: Form,
    source: &Source,
    text: &str,
    passages: &[Passage],
    complaint: &Complaint,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Entry>> {
    let prelude = form.prelude(text);
    let mut sound = Vec::new();
    let mut bad = Vec::new();
    let mut first_by_key: BTreeMap<&str, &Passage> = BTreeMap::new();
    for passage in passages {
        if let Some(first) = first_by_key.get(passage.key.as_str()) {
            diagnostics.report(&DUPLICATE_SOURCE, source.span(passage.key_range.clone()), &[&passage.key]).relate(
                source.span(first.key_range.clone()),
                "first used here",
                "används först här",
            );
            bad.push(passage.range.clone());
            continue;
        }
        first_by_key.insert(&passage.key, passage);
        match form.parse(&format!("{prelude}{}", &text[passage.range.clone()])) {
            Ok(entries) => sound.extend(entries),
            Err(mut complaint) => {
                complaint.at = complaint.at.map(|at| at.saturating_sub(prelude.len()) + passage.range.start);
                report_entry(form, source, passage, &complaint, diagnostics);
                bad.push(passage.range.clone());
            }
        }
    }
    match form.parse(&without(text, &bad)) {
        Ok(entries) => Some(entries),
        Err(_) if bad.is_empty() => {
            report_file(form, source, complaint, diagnostics);
            (!sound.is_empty()).then_some(sound)
        }
        Err(_) => Some(sound),
    }
}

fn report_entry(form: Form, source: &Source, passage: &Passage, complaint: &Complaint, diagnostics: &mut Diagnostics) {
    let key_span = source.span(passage.key_range.clone());
    let words = complaint.at.and_then(|at| words_at(&source.text, at, passage));
    let span = words.map_or(key_span, |words| source.span(words));
    let key = passage.key.as_str();
    match &complaint.reason {
        Reason::Syntax(sentence) => {
            diagnostics.report(syntax_fault(form), span, &[sentence]);
        }
        Reason::WithoutType => {
            diagnostics.report(&SOURCE_WITHOUT_TYPE, key_span, &[key]);
        }
        Reason::UnknownType { name, known } => {
            let similar = did_you_mean(name, known.iter().map(String::as_str));
            diagnostics.report(&UNKNOWN_SOURCE_TYPE, span, &[name]).suggest(similar);
        }
        Reason::Field(field) => {
            diagnostics.report(&SOURCE_FIELD, span, &[field, key]);
        }
        Reason::Other => {
            diagnostics.report(&SOURCE_UNREADABLE, key_span, &[key]);
        }
    }
}

/// What cannot be laid on any entry.
fn report_file(form: Form, source: &Source, complaint: &Complaint, diagnostics: &mut Diagnostics) {
    let at = complaint.at.unwrap_or_default().min(source.text.len());
    let line_start = source.text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = source.text[line_start..].lines().next().unwrap_or_default();
    let span = source.span(line_start..line_start + line.trim_end().len());
    match &complaint.reason {
        Reason::Syntax(sentence) => diagnostics.report(syntax_fault(form), span, &[sentence]),
        _ => diagnostics.report(&SOURCES_SHAPE, span, &[&source.path]),
    };
}

fn syntax_fault(form: Form) -> &'static Fault {
    match form {
        Form::Hayagriva => &INVALID_YAML,
        Form::BibLatex => &INVALID_BIBLATEX,
    }
}

/// The words from a byte to the end of its line, if they stand in the passage and there are any.
fn words_at(text: &str, at: usize, passage: &Passage) -> Option<Range<usize>> {
    if !passage.range.contains(&at) || !text.is_char_boundary(at) {
        return None;
    }
    let words = text[at..passage.range.end].lines().next().unwrap_or_default().trim_end();
    (!words.is_empty()).then(|| at..at + words.len())
}

/// The text with blanks in place of some parts, so that everything else stays where it is.
fn without(text: &str, parts: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for part in parts {
        for byte in &mut bytes[part.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).expect("parts start and end between characters")
}

/// A DOI is often copied with its address; the style puts that before it.
fn shorten_doi(entry: &mut Entry) {
    let Some(doi) = entry.doi() else { return };
    let bare = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
        .iter()
        .find_map(|start| doi.strip_prefix(start))
        .map(|it| it.trim().to_owned());
    if let Some(bare) = bare {
        entry.set_doi(bare);
    }
}

#[cfg(test)]
mod tests {
    use super::read_entries;
    use crate::diagnostic::Diagnostics;

    type Finding = (&'static str, String, Option<String>);

    /// The keys that are read, and the findings: code, the words they are about, what is suggested.
    fn read(path: &str, text: &str) -> (Vec<String>, Vec<Finding>) {
        let mut diagnostics = Diagnostics::default();
        let source = diagnostics.sources.add(path, text);
        let entries = read_entries(&source, &mut diagnostics);
        let findings = diagnostics
            .iter()
            .map(|it| {
                let words = it.span.map(|span| source.text[span.range()].to_owned());
                (it.fault.code, words.unwrap_or_default(), it.did_you_mean.clone())
            })
            .collect();
        (entries.unwrap_or_default().into_keys().collect(), findings)
    }

    fn finding(code: &'static str, words: &str, meant: Option<&str>) -> Finding {
        (code, words.to_owned(), meant.map(str::to_owned))
    }

    #[test]
    fn keeps_what_is_sound_in_yaml() {
        let text = "bra: {type: book, title: Bra}\n\
                    utan:\n  title: Utan slag\n\
                    slag:\n  type: bok\n  title: Fel slag\n\
                    datum:\n  type: book\n  title: Åäö\n  date: 2020-02-30\n\
                    kolon:\n  type: book\n  title: Så: en bok\n\
                    citat:\n  type: book\n  title: \"Så\n\
                    förälder:\n  type: article\n  parent:\n    date: nyss\n\
                    bra:\n  type: book\n\
                    text: hej\n\
                    sist:\n  type: web\n  title: Sist\n";
        let (keys, findings) = read("sources.yaml", text);
        assert_eq!(keys, ["bra", "sist"]);
        assert_eq!(
            findings,
            [
                finding("source-without-type", "utan", None),
                finding("unknown-source-type", "bok", Some("book")),
                finding("source-field", "2020-02-30", None),
                finding("invalid-yaml", ": en bok", None),
                finding("invalid-yaml", "\"Så", None),
                finding("source-unreadable", "förälder", None),
                finding("duplicate-source", "bra", None),
                finding("source-unreadable", "text", None),
            ]
        );
    }

    #[test]
    fn tells_of_fields_that_nobody_reads() {
        let text = "a:\n  type: article\n  titel: A\n  doi: 10.1/x\n  abstract: |\n    foo: bar\n  parent:\n    - title: B\n      volum: 3\n  note: c\n";
        let (keys, findings) = read("sources.yaml", text);
        assert_eq!(keys, ["a"]);
        assert_eq!(
            findings,
            [
                finding("unknown-field", "titel", Some("title")),
                finding("unknown-field", "doi", Some("serial-number")),
                finding("unknown-field", "volum", Some("volume")),
            ]
        );
    }

    #[test]
    fn keeps_what_is_sound_in_biblatex() {
        let text = "@string{hbr = {Harvard Business Review}}\n\
                    @article{bra, title={A}, journal=hbr, year={2012}}\n\
                    @book{öppen, title={B}\n\
                    @book{tolv, title={C}, year={tolv}}\n\
                    @book{bra, title={D}}\n\
                    @inbook{del, title={E}, crossref={helhet}}\n\
                    @book{helhet, title={F}, year={2001}}\n\
                    @book{ring, title={G}, crossref={ring}}\n\
                    @book{okänd, title=nix}\n";
        let (keys, findings) = read("sources.bib", text);
        assert_eq!(keys, ["bra", "del", "helhet"]);
        assert_eq!(
            findings,
            [
                finding("source-circle", "ring", None),
                finding("invalid-biblatex", "öppen", None),
                finding("source-field", "tolv}}", None),
                finding("duplicate-source", "bra", None),
                finding("invalid-biblatex", "nix}", None),
            ]
        );
    }

    #[test]
    fn says_once_that_a_file_is_something_else() {
        assert_eq!(read("sources.yaml", "- id: a\n  type: book\n").1, [finding("sources-shape", "- id: a", None)]);
        assert_eq!(read("sources.yaml", "").1, []);
        assert_eq!(read("sources.yaml", "# inget än\n").1, []);
        assert_eq!(read("sources.bib", "inget än\n").1, []);
    }
}
