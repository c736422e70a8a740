//! A sink that remembers which sheets to print went into it, so that pages can link to them.

use std::collections::BTreeSet;

use crate::tree::{File, Sink};

/// A sink over another one, with the paths of the PDFs that it was given.
pub struct Sight<'a> {
    sink: &'a mut dyn Sink,
    /// The paths of all PDFs so far.
    pub printed: BTreeSet<String>,
}

impl<'a> Sight<'a> {
    /// Nothing was seen yet.
    pub fn new(sink: &'a mut dyn Sink) -> Sight<'a> {
        Sight { sink, printed: BTreeSet::new() }
    }
}

impl Sink for Sight<'_> {
    fn put(&mut self, file: File) {
        self.printed.extend(printed(std::slice::from_ref(&file)));
        self.sink.put(file);
    }

    fn stand_in(&mut self, file: File) {
        self.printed.extend(printed(std::slice::from_ref(&file)));
        self.sink.stand_in(file);
    }

    fn keep(&mut self, prefix: &str) {
        self.sink.keep(prefix);
    }
}

/// The paths of the PDFs among some files.
pub fn printed(files: &[File]) -> BTreeSet<String> {
    files.iter().filter(|it| it.path.ends_with(".pdf")).map(|it| it.path.clone()).collect()
}
