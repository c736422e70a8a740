//! The sources of a course, formatted once and then only looked up.

use std::collections::BTreeMap;
use std::sync::Arc;

use hayagriva::Entry;

use super::locator::format_locator;
use super::parse::Form;
use super::passage::Passage;
use super::piece::Piece;
use super::read::read_entries;
use super::style::{Reference, format_entries};
use super::unread::Unread;
use crate::diagnostic::Diagnostics;
use crate::locale::{LANGUAGES, Language};
use crate::source::{Source, Span};

/// The sources of a course. To clone it costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    /// By key; what stands there has an element for each row of `LANGUAGES`.
    references: Arc<BTreeMap<String, Vec<Reference>>>,
    listed: Arc<Vec<Listed>>,
    unread: Arc<Unread>,
}

/// A source as it stands in its file.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it is cited by.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// The author's note on it.
    pub note: Option<String>,
    /// Whether another source takes fields from it.
    pub is_built_upon: bool,
}

impl Bibliography {
    /// Reads `sources.yaml` (Hayagriva) or `sources.bib` (BibLaTeX), by the file's ending. An entry that cannot be read is
    /// told and left out.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Bibliography {
        let Some(entries) = read_entries(source, diagnostics) else { return Bibliography::unreadable() };
        let mut references: BTreeMap<String, Vec<Reference>> = BTreeMap::new();
        for language in LANGUAGES {
            for (key, reference) in format_entries(&entries, language) {
                references.entry(key).or_default().push(reference);
            }
        }
        let listed = list(source, &entries);
        let keys = Form::of(&source.path).split(&source.text).into_iter().map(|it| it.key);
        let unread = Unread::Keys(keys.filter(|it| !references.contains_key(it)).collect());
        Bibliography { references: Arc::new(references), listed: Arc::new(listed), unread: Arc::new(unread) }
    }

    /// The sources of a file of which nothing can be read.
    pub fn unreadable() -> Bibliography {
        Bibliography { unread: Arc::new(Unread::All), ..Bibliography::default() }
    }

    /// Whether a key may be one whose entry could not be read.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.has(key)
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.references.keys().map(String::as_str)
    }

    /// The sources in the order of their file.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Whether a key is known.
    pub fn contains(&self, key: &str) -> bool {
        self.references.contains_key(key)
    }

    /// Citations between one pair of parentheses, each a key with its locator: `(Adamson m.fl. 2012, s. 12)`. They stand in
    /// the order of the list of sources, and works by the same people share their names: `(Ek 2018a, 2018b)`. A key that is
    /// not known stands for itself, last.
    pub fn cite(&self, citations: &[(&str, Option<&str>)], language: &'static Language) -> String {
        let mut citations = citations.to_vec();
        citations.sort_by_key(|(key, _)| self.rank(key, language));
        citations.dedup();
        let mut out = String::from("(");
        // Whose names the last citation showed, if another year can follow them.
        let mut names_before: Option<&str> = None;
        for (idx, (key, locator)) in citations.iter().enumerate() {
            let reference = self.reference(key, language);
            let names = reference.map(|it| it.names.as_str()).filter(|it| !it.is_empty());
            let short = reference.map_or(*key, |it| it.short.as_str());
            match short.strip_prefix(names.unwrap_or_default()) {
                Some(year) if locator.is_none() && names.is_some() && names == names_before => {
                    out.push_str(", ");
                    out.push_str(year.trim_start());
                }
                _ => {
                    out.push_str(if idx == 0 { "" } else { "; " });
                    out.push_str(short);
                }
            }
            if let Some(locator) = locator {
                out.push_str(", ");
                out.push_str(&format_locator(locator, language));
            }
            names_before = if locator.is_none() { names } else { None };
        }
        out.push(')');
        out
    }

    /// The same without parentheses, for one source: `Adamson m.fl. 2012`.
    pub fn short(&self, key: &str, language: &'static Language) -> String {
        self.reference(key, language).map_or(key, |it| it.short.as_str()).to_owned()
    }

    /// The entry as it stands in a list of sources.
    pub fn entry(&self, key: &str, language: &'static Language) -> Vec<Piece> {
        self.reference(key, language).map(|it| it.entry.clone()).unwrap_or_default()
    }

    /// Puts keys in the order of a list of sources; unknown ones come last.
    pub fn sort(&self, keys: &mut [String], language: &'static Language) {
        keys.sort_by(|a, b| self.rank(a, language).cmp(&self.rank(b, language)).then_with(|| a.cmp(b)));
    }

    fn reference(&self, key: &str, language: &'static Language) -> Option<&Reference> {
        let idx = LANGUAGES.iter().position(|it| *it == language)?;
        self.references.get(key)?.get(idx)
    }

    fn rank(&self, key: &str, language: &'static Language) -> usize {
        self.reference(key, language).map_or(usize::MAX, |it| it.rank)
    }
}

/// The sources that could be read, in the order of their file.
fn list(source: &Source, entries: &BTreeMap<String, Entry>) -> Vec<Listed> {
    let passages = Form::of(&source.path).split(&source.text);
    let text = |passage: &Passage| source.text.get(passage.range.clone()).unwrap_or_default();
    let builders: Vec<&str> = passages.iter().map(text).filter(|it| it.contains("crossref") || it.contains("xdata")).collect();
    let mut listed: Vec<Listed> = Vec::new();
    for passage in &passages {
        let Some(entry) = entries.get(&passage.key) else { continue };
        listed.push(Listed {
            key: passage.key.clone(),
            span: source.span(passage.key_range.clone()),
            note: entry.note().map(ToString::to_string),
            is_built_upon: builders.iter().any(|it| !std::ptr::eq(*it, text(passage)) && it.contains(&passage.key)),
        });
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::{Bibliography, Piece};
    use crate::diagnostic::Diagnostics;
    use crate::locale::{LANGUAGES, Language, language};

    const SOURCES: &str = r#"
adamson2012:
  type: article
  title: The End of Solution Sales
  author: ["Adamson, Brent", "Dixon, Matthew", "Toman, Nicholas"]
  date: 2012-07
  page-range: 60-68
  parent: {type: periodical, title: Harvard Business Review, volume: 90, issue: 7-8}
dixon2011:
  type: book
  title: The Challenger Sale
  author: ["Dixon, Matthew", "Adamson, Brent"]
  date: 2011
  publisher: Portfolio
  edition: 2
cso2019:
  type: report
  title: Sales Performance Study
  author: CSO Insights
  organization: Miller Heiman Inc.
  date: 2019
  url: https://example.org/a?b=1&c=2
oberg2020:
  type: web
  title: Hur köper företag?
  author: Öberg, Åsa
  url: {value: "https://example.se/sa", date: 2026-11-01}
  date: 2020-03-05
  parent: {type: web, title: Köparbladet}
ek:
  type: post
  title: Myten om 57 procent
  author: Ek, Ada
  url: https://blogg.example.se/57
  parent: {type: blog, title: Säljbloggen}
akesson2015:
  type: article
  title: Four and a finding
  author: ["Åkesson, Anna", "Berg, Bo", "Carlsson, C. C.", "Dahl, D."]
  date: 2015
  serial-number: {doi: "https://doi.org/10.1000/xyz"}
  page-range: 1-12
  parent: {type: periodical, title: Journal of Selling, volume: 3}
fors2018:
  type: chapter
  title: Om mognad
  author: Fors, Frida
  date: 2018
  page-range: 20-31
  parent: {type: anthology, title: Affärer, editor: "Gran, Gun", publisher: Studentlitteratur}
alm2021a: {type: book, title: Boken, author: "Alm, Åke", date: 2021}
alm2021b: {type: book, title: Cykeln, author: "Alm, Åke", date: 2021}
utan: {type: web, title: Utan namn, url: "javascript:alert(1)"}
"#;

    fn bibliography() -> Bibliography {
        let mut diagnostics = Diagnostics::default();
        let source = diagnostics.sources.add("sources.yaml", SOURCES);
        let bibliography = Bibliography::read(&source, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{:?}", diagnostics.iter().collect::<Vec<_>>());
        bibliography
    }

    fn tongue(tag: &str) -> &'static Language {
        language(tag).expect("a language of the program")
    }

    /// Emphasis between stars, links between angle brackets.
    fn marked(bibliography: &Bibliography, key: &str, tag: &str) -> String {
        let mut out = String::new();
        for piece in bibliography.entry(key, tongue(tag)) {
            match piece {
                Piece::Text(text) => out.push_str(&text),
                Piece::Emphasis(text) => out.push_str(&format!("*{text}*")),
                Piece::Link { text, address } => out.push_str(&format!("<{text}|{address}>")),
            }
        }
        out
    }

    #[test]
    fn can_be_shared() {
        fn is_shared<T: Send + Sync + Clone>() {}
        is_shared::<Bibliography>();
    }

    #[test]
    fn cites_in_swedish() {
        let (sources, sv) = (bibliography(), tongue("sv"));
        assert_eq!(sources.cite(&[("adamson2012", Some("s. 12"))], sv), "(Adamson m.fl. 2012, s. 12)");
        assert_eq!(sources.cite(&[("dixon2011", Some("12"))], sv), "(Dixon och Adamson 2011, s.\u{a0}12)");
        assert_eq!(
            sources.cite(&[("oberg2020", None), ("ek", None), ("cso2019", None)], sv),
            "(CSO Insights 2019; Ek u.å.; Öberg 2020)"
        );
        assert_eq!(sources.cite(&[("alm2021b", None), ("alm2021a", None)], sv), "(Alm 2021a, 2021b)");
        assert_eq!(sources.cite(&[("alm2021b", None), ("alm2021a", Some("3"))], sv), "(Alm 2021a, s.\u{a0}3; Alm 2021b)");
        assert_eq!(sources.cite(&[("ek", None), ("ek", None)], sv), "(Ek u.å.)");
        assert_eq!(sources.cite(&[("nix", None)], sv), "(nix)");
        assert_eq!(sources.short("utan", sv), "”Utan namn” u.å.");
    }

    #[test]
    fn cites_in_english() {
        let (sources, en) = (bibliography(), tongue("en"));
        assert_eq!(sources.cite(&[("akesson2015", Some("p. 3"))], en), "(Åkesson et al. 2015, p. 3)");
        assert_eq!(sources.short("dixon2011", en), "Dixon and Adamson 2011");
        assert_eq!(sources.short("ek", en), "Ek n.d.");
        assert_eq!(sources.short("utan", en), "“Utan namn” n.d.");
    }

    #[test]
    fn lists_in_swedish() {
        let sources = bibliography();
        let expected = [
            (
                "adamson2012",
                "Adamson, B., Dixon, M. & Toman, N. (2012). The End of Solution Sales. *Harvard Business Review*, 90(7–8), s. 60–68.",
            ),
            ("dixon2011", "Dixon, M. & Adamson, B. (2011). *The Challenger Sale*. 2:a uppl. Portfolio."),
            (
                "cso2019",
                "CSO Insights (2019). *Sales Performance Study*. Miller Heiman Inc. <https://example.org/a?b=1&c=2|https://example.org/a?b=1&c=2>",
            ),
            (
                "oberg2020",
                "Öberg, Å. (2020). Hur köper företag? *Köparbladet*, 5 mars. <https://example.se/sa|https://example.se/sa> (hämtad 1 november 2026)",
            ),
            (
                "ek",
                "Ek, A. (u.å.). Myten om 57 procent. *Säljbloggen*. <https://blogg.example.se/57|https://blogg.example.se/57>",
            ),
            (
                "akesson2015",
                "Åkesson, A., Berg, B., Carlsson, C.C. & Dahl, D. (2015). Four and a finding. *Journal of Selling*, 3, s. 1–12. <https://doi.org/10.1000/xyz|https://doi.org/10.1000/xyz>",
            ),
            ("fors2018", "Fors, F. (2018). Om mognad. I G. Gran (red.), *Affärer*, s. 20–31. Studentlitteratur."),
            ("utan", "*Utan namn* (u.å.). javascript:alert(1)"),
        ];
        for (key, entry) in expected {
            assert_eq!(marked(&sources, key, "sv"), entry);
        }
        assert_eq!(sources.entry("nix", tongue("sv")), []);
    }

    #[test]
    fn lists_in_english() {
        let sources = bibliography();
        let expected = [
            ("dixon2011", "Dixon, M. & Adamson, B. (2011). *The Challenger Sale*. 2nd ed. Portfolio."),
            (
                "oberg2020",
                "Öberg, Å. (2020). Hur köper företag? *Köparbladet*, 5 March. <https://example.se/sa|https://example.se/sa> (accessed 1 November 2026)",
            ),
            ("fors2018", "Fors, F. (2018). Om mognad. In G. Gran (ed.), *Affärer*, pp. 20–31. Studentlitteratur."),
        ];
        for (key, entry) in expected {
            assert_eq!(marked(&sources, key, "en"), entry);
        }
    }

    #[test]
    fn sorts_as_the_language_does() {
        let sources = bibliography();
        let sorted = |tag: &str| {
            let mut keys: Vec<String> = ["oberg2020", "nix", "akesson2015", "dixon2011", "alm2021a"].map(str::to_owned).to_vec();
            sources.sort(&mut keys, tongue(tag));
            keys
        };
        assert_eq!(sorted("sv"), ["alm2021a", "dixon2011", "akesson2015", "oberg2020", "nix"]);
        assert_eq!(sorted("en"), ["akesson2015", "alm2021a", "dixon2011", "oberg2020", "nix"]);
    }

    /// Fields of sources, good and bad.
    const YAML_FIELDS: &[&str] = &[
        "title: x?",
        "title: {value: y, short: z}",
        "title: $x^2$ *y* {Z}",
        "title: ''",
        "author: Ek, Ada",
        "author: [\"A\", \"de B, C\", \"D, jr., E\"]",
        "author: ''",
        "author: ','",
        "editor: [Ö]",
        "date: 2020",
        "date: -0044-03",
        "date: ~2020-12-31",
        "date: 99999",
        "page-range: 1-2, 5",
        "page-range: x–y",
        "page-range: '-'",
        "volume: 3a-4",
        "issue: '&'",
        "edition: 99999999999",
        "edition: 0",
        "edition: andra",
        "url: https://x.example/å",
        "url: {value: \"https://x.example\", date: 2020-02-03}",
        "serial-number: {doi: '', isbn: 1}",
        "serial-number: {doi: 10.1/x}",
        "publisher: {name: x, location: y}",
        "runtime: '01:02:03'",
        "time-range: 1:00-2:00",
        "language: sv",
        "language: en-US",
        "chapter: iv",
        "parent: {title: P, author: [\"X, Y\"]}",
        "parent: {type: book, title: Q}",
        "parent: [{type: blog}, {type: video, parent: {title: R}}]",
        "affiliated: {role: translator, names: Z}",
        "note: *a",
        "note: &a b",
        "organization: O.",
        "genre: g",
        "\"",
        "{",
        "\tx",
    ];
    const YAML_TYPES: &[&str] = &[
        "article",
        "chapter",
        "entry",
        "anthos",
        "report",
        "thesis",
        "web",
        "scene",
        "artwork",
        "patent",
        "case",
        "legislation",
        "post",
        "misc",
        "book",
        "reference",
        "conference",
        "repository",
        "thread",
        "video",
        "audio",
        "exhibition",
        "original",
    ];
    const BIB_FIELDS: &[&str] = &[
        "title = {T {B} $x$ \\emph{y}},",
        "title = s # \"z\",",
        "author = {Ek, Ada and others},",
        "author = {{Org} and von B, C, Jr.},",
        "author = {},",
        "year = 2020,",
        "date = {2020-02/2021},",
        "date = {..},",
        "date = {2020~},",
        "pages = {1--2, x},",
        "pages = {},",
        "crossref = {k0},",
        "xdata = {k1, k2},",
        "url = {https://x.example},",
        "doi = {10.1/x},",
        "volume = {IV},",
        "number = {7/8},",
        "edition = {2nd},",
        "month = jan,",
        "language = {swedish},",
        "editor = {X},",
        "editortype = {y},",
        "ids = {z},",
        "booktitle = {C?},",
        "urldate = {2020-13-01},",
        "urldate = {2020-12-01},",
        "journal = {J. of \\'e},",
        "type = {phdthesis},",
        "school = {LU},",
        "}",
        "{",
        "\"",
        "\\",
        "$",
        "eprint = {1},",
        "isbn = {1-2},",
        "version = {x},",
    ];
    const BIB_TYPES: &[&str] = &[
        "book",
        "article",
        "inproceedings",
        "online",
        "thesis",
        "set",
        "string",
        "comment",
        "incollection",
        "xdata",
        "periodical",
        "report",
        "patent",
        "video",
        "inreference",
        "mvbook",
        "inbook",
        "software",
    ];

    fn read_anything(path: &str, text: String) {
        let mut diagnostics = Diagnostics::default();
        let source = diagnostics.sources.add(path, text);
        let bibliography = Bibliography::read(&source, &mut diagnostics);
        let keys: Vec<(&str, Option<&str>)> = bibliography.keys().map(|key| (key, None)).collect();
        for language in LANGUAGES {
            bibliography.cite(&keys, language);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_typed_panics(entries in proptest::collection::vec((0usize..100, proptest::collection::btree_set(0usize..100, 0..9)), 1..5)) {
            let (mut yaml, mut bib) = (String::new(), String::from("@string{s = {x}}\n"));
            for (idx, (kind, fields)) in entries.iter().enumerate() {
                yaml.push_str(&format!("k{idx}:\n  type: {}\n", YAML_TYPES[kind % YAML_TYPES.len()]));
                bib.push_str(&format!("@{}{{k{idx},\n", BIB_TYPES[kind % BIB_TYPES.len()]));
                for field in fields {
                    yaml.push_str(&format!("  {}\n", YAML_FIELDS[field % YAML_FIELDS.len()]));
                    bib.push_str(&format!("  {}\n", BIB_FIELDS[field % BIB_FIELDS.len()]));
                }
                bib.push_str("}\n");
            }
            read_anything("sources.yaml", yaml);
            read_anything("sources.bib", bib);
        }
    }
}
