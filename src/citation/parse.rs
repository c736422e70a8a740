//! Has a text of sources read by the crate that knows its form.

use std::ops::Range;

use hayagriva::Entry;
use hayagriva::io::{from_biblatex_str, from_yaml_str};

use super::circle::circles;
use super::complaint::{Complaint, from_biblatex, from_yaml};
use super::depth::deep_parts;
use super::passage::{Passage, biblatex_abbreviations, split_biblatex, split_yaml};

/// The form of a file of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Hayagriva YAML.
    Hayagriva,
    /// BibLaTeX, BibTeX included.
    BibLatex,
}

impl Form {
    /// The form that a file's ending says it has.
    pub fn of(path: &str) -> Form {
        if path.to_ascii_lowercase().ends_with(".bib") { Form::BibLatex } else { Form::Hayagriva }
    }

    /// Where each entry stands.
    pub fn split(self, text: &str) -> Vec<Passage> {
        match self {
            Form::Hayagriva => split_yaml(text),
            Form::BibLatex => split_biblatex(text),
        }
    }

    /// What must stand before a passage when it is read alone.
    pub fn prelude(self, text: &str) -> String {
        match self {
            Form::Hayagriva => String::new(),
            Form::BibLatex => biblatex_abbreviations(text),
        }
    }

    /// The parts that lead back to themselves, which must be taken out before anything is read.
    pub fn circles(self, text: &str) -> Vec<Range<usize>> {
        match self {
            Form::Hayagriva => Vec::new(),
            Form::BibLatex => circles(text),
        }
    }

    /// The parts that lie too deep, which must be taken out too. The YAML crate minds its own depth.
    pub fn deep_parts(self, text: &str) -> Vec<Range<usize>> {
        match self {
            Form::Hayagriva => Vec::new(),
            Form::BibLatex => deep_parts(text),
        }
    }

    /// The entries, or the first thing that is wrong.
    pub fn parse(self, text: &str) -> Result<Vec<Entry>, Complaint> {
        let library =
            match self {
                Form::Hayagriva => from_yaml_str(text)
                    .map_err(|error| from_yaml(&error.to_string(), error.location().map(|it| it.index()), text))?,
                Form::BibLatex => from_biblatex_str(text)
                    .map_err(|errors| from_biblatex(errors.first().expect("a failure has an error"), text))?,
            };
        Ok(library.into_iter().collect())
    }
}
