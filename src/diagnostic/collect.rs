//! A finding, and the list that findings are collected in.

use std::collections::BTreeMap;

use super::fault::{Fault, MORE_FINDINGS, Severity};
use super::meant::Meant;
use super::mend::{Fix, Mend};
use crate::source::{FileId, Sources, Span};

/// How many errors of a file are told, and how many warnings. Nobody reads more, and each is told with its place.
const TOLD: usize = 200;

/// It has been said: the finding that explains the failure is already in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported;

/// One thing an author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which fault it is; gives code, severity and sentences.
    pub fault: &'static Fault,
    /// The words it is about; a finding about a whole folder has none.
    pub span: Option<Span>,
    /// What fills `{0}`, `{1}` … in the sentences.
    pub arguments: Vec<String>,
    /// A name the author may have meant.
    pub did_you_mean: Option<String>,
    /// Other places that explain the finding.
    pub related: Vec<Related>,
    /// What mends it, if one thing certainly does; [`Diagnostics::fix`] says where.
    pub mend: Option<Mend>,
    /// Whether it only follows from another finding: it stops what it is about, and is not told.
    pub follows: bool,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is there; a fault-like pair of sentences keeps it translatable.
    pub english: &'static str,
    /// The same in Swedish.
    pub swedish: &'static str,
}

impl Diagnostic {
    /// Whether the finding stops what it is about from being built.
    pub fn is_error(&self) -> bool {
        self.fault.severity == Severity::Error
    }

    /// Names a word the author may have meant, and mends the finding with it if that is certain.
    pub fn suggest<'w>(&mut self, meant: Option<impl Into<Meant<'w>>>) -> &mut Self {
        let meant: Option<Meant<'w>> = meant.map(Into::into);
        self.did_you_mean = meant.as_ref().map(|it| it.word.to_owned());
        self.mend = meant.and_then(|it| Some(Mend::Slip { typed: it.slip?, meant: it.word.to_owned() }));
        self
    }

    /// Says what mends the finding for certain.
    pub fn mend(&mut self, fix: Fix) -> &mut Self {
        self.mend = Some(Mend::Exact(fix));
        self
    }

    /// Says that it only follows from a finding elsewhere, which is told alone.
    pub fn follows(&mut self, follows: bool) -> &mut Self {
        self.follows = follows;
        self
    }

    /// Points at another place: "first defined here".
    pub fn relate(&mut self, span: Span, english: &'static str, swedish: &'static str) -> &mut Self {
        self.related.push(Related { span, english, swedish });
        self
    }
}

/// Findings, in the order they were found.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    /// The texts the findings are about, for excerpts.
    pub sources: Sources,
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding; the result can be given suggestions and related places.
    pub fn report(&mut self, fault: &'static Fault, span: impl Into<Option<Span>>, arguments: &[&str]) -> &mut Diagnostic {
        self.list.push(Diagnostic {
            fault,
            span: span.into(),
            arguments: arguments.iter().map(|it| (*it).to_owned()).collect(),
            did_you_mean: None,
            related: Vec::new(),
            mend: None,
            follows: false,
        });
        self.list.last_mut().expect("one was just added")
    }

    /// Adds an error and says so: for `return Err(diagnostics.error(..))`.
    pub fn error(&mut self, fault: &'static Fault, span: impl Into<Option<Span>>, arguments: &[&str]) -> Reported {
        self.report(fault, span, arguments);
        Reported
    }

    /// An empty list over the same texts, for findings that were told elsewhere.
    pub fn aside(&self) -> Diagnostics {
        Diagnostics { sources: self.sources.clone(), list: Vec::new() }
    }

    /// Takes over the findings of a part (its spans must lie in this list's sources).
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(Diagnostic::is_error)
    }

    /// The number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|it| it.fault.severity == severity).count()
    }

    /// All findings in file order; those without a place come first.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|it| it.span);
    }

    /// Takes out findings that were told already.
    pub fn dedup(&mut self) {
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.list.len());
        for finding in self.list.drain(..) {
            let same = |it: &&Diagnostic| it.span == finding.span;
            if !kept.iter().rev().take_while(same).any(|it| *it == finding) {
                kept.push(finding);
            }
        }
        self.list = kept;
    }

    /// Keeps the first [`TOLD`] errors and the first [`TOLD`] warnings of each file, and says how many more there are. The findings are
    /// in file order.
    pub fn cut(&mut self) {
        let mut n_found: BTreeMap<(FileId, Severity), usize> = BTreeMap::new();
        let mut left_out: BTreeMap<FileId, (Span, usize)> = BTreeMap::new();
        self.list.retain(|it| {
            let Some(span) = it.span else { return true };
            let n_found = n_found.entry((span.file, it.fault.severity)).or_default();
            *n_found += 1;
            if *n_found > TOLD {
                left_out.entry(span.file).or_insert((span, 0)).1 += 1;
            }
            *n_found <= TOLD
        });
        for (span, n_more) in left_out.into_values() {
            self.report(&MORE_FINDINGS, span, &[&n_more.to_string()]);
        }
        self.sort();
    }

    /// The findings.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// What mends a finding for certain, if anything does.
    pub fn fix(&self, diagnostic: &Diagnostic) -> Option<Fix> {
        let span = diagnostic.span?;
        diagnostic.mend.as_ref()?.fix(&self.sources.get(span.file).text, span)
    }

    /// What may mend a finding: what certainly does, else the name that was probably meant in the place of the typed one.
    pub fn offer(&self, diagnostic: &Diagnostic) -> Option<Fix> {
        self.fix(diagnostic).or_else(|| {
            let (span, meant) = (diagnostic.span?, diagnostic.did_you_mean.as_ref()?);
            let text = &self.sources.get(span.file).text;
            let slip = |typed: &String| Mend::Slip { typed: typed.clone(), meant: meant.clone() }.fix(text, span);
            diagnostic.arguments.iter().filter(|it| !it.is_empty()).find_map(slip)
        })
    }

    /// Keeps the findings for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
