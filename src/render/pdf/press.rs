//! From a template and its data to the bytes of a file, in the strictest way that works.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Label, Selector, Smart};
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::ends::part_ends;
use super::world::{Job, Shared};
use crate::theme::Theme;

/// What all documents of a theme share when they are printed; made when the first one is.
#[derive(Debug, Default)]
pub struct Press {
    shared: OnceLock<Arc<Shared>>,
}

impl Press {
    /// The library, faces and templates of a theme.
    pub fn shared(&self, theme: &Theme) -> &Arc<Shared> {
        self.shared.get_or_init(|| Arc::new(Shared::new(theme)))
    }

    /// Forgets what documents long ago had in common with those to come, so that memory does not grow with the site.
    pub fn rest(&self) {
        if self.shared.get().is_some() {
            typst::comemo::evict(RUNS_REMEMBERED);
        }
    }
}

/// What was not used in so many modules is forgotten.
const RUNS_REMEMBERED: usize = 1;

/// What is wrong, in the words of the library, and where in which template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// The template's file name and the bytes of the place.
    pub place: Option<(String, Range<usize>)>,
}

/// A file, and what is wrong with it.
#[derive(Debug)]
pub struct Print {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Why it does not keep the standards, if it does not.
    pub below_standard: Option<Fault>,
}

/// Lays a document out and writes it.
///
/// # Errors
/// If it cannot be laid out.
pub fn print(job: &Job) -> Result<Print, Fault> {
    let document = full_pages(typst::compile::<PagedDocument>(job).output.map_err(|faults| first(&faults, job))?, job);
    // The standard asks for a date, and the same input gives the same bytes on every day: the date is the one archives have.
    let date = Datetime::from_ymd_hms(1980, 1, 1, 0, 0, 0).map(Timestamp::new_utc);
    let creator = Smart::Custom(Some(format!("Tvärtom {}", env!("CARGO_PKG_VERSION"))));
    let options = |standards| PdfOptions { creator: creator.clone(), timestamp: date, standards, ..PdfOptions::default() };
    let strict = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("the two go together");
    match typst_pdf::pdf(&document, &options(strict)) {
        Ok(mut bytes) => {
            part_ends(&mut bytes);
            Ok(Print { bytes, below_standard: None })
        }
        Err(faults) => {
            let fault = first(&faults, job);
            match typst_pdf::pdf(&document, &options(PdfStandards::default())) {
                Ok(bytes) => Ok(Print { bytes, below_standard: Some(fault) }),
                Err(_) => Err(fault),
            }
        }
    }
}

/// A document of fewer pages, set closer, where little is left over for one of its pages; else the document as it is.
fn full_pages(mut document: PagedDocument, job: &Job) -> PagedDocument {
    let mut tried = 0;
    while let Some(closeness) = closeness(&document).map(|it| it.max(tried + 1)).filter(|it| *it <= 2) {
        tried = closeness;
        match typst::compile::<PagedDocument>(&job.closer(closeness)).output {
            Ok(closer) if closer.pages().len() < document.pages().len() => document = closer,
            Ok(_) | Err(_) => {}
        }
    }
    document
}

/// How much closer a document is to be set so that what is left over for a page comes in on those before it; none where nothing is
/// left over, or too much. Templates mark where a run of pages ends.
fn closeness(document: &PagedDocument) -> Option<u8> {
    let stop = Label::new(PicoStr::intern("stop"))?;
    let introspector = document.introspector();
    let stops = introspector.query(&Selector::Label(stop));
    let needed = stops.iter().filter_map(|it| introspector.position(it.location()?)).filter_map(|at| {
        let before = u32::try_from(at.page.get() - 1).ok().filter(|it| *it > 0)?;
        let height = document.pages().get(at.page.get() - 1)?.frame.height().to_pt();
        let left = (at.point.y.to_pt() / height - MARGIN) / (1.0 - 2.0 * MARGIN);
        (left < LITTLE).then_some(left / f64::from(before))
    });
    let needed = needed.fold(f64::INFINITY, f64::min);
    SAVED.iter().zip(1..).find(|(saved, _)| needed <= **saved).map(|(_, closeness)| closeness)
}

/// The share of a page that its upper margin takes, about, and the lower one.
const MARGIN: f64 = 0.09;
/// The share of a page's room under which what it holds is little.
const LITTLE: f64 = 0.3;
/// What each step of closeness saves of a page, about.
const SAVED: [f64; 2] = [0.1, 0.18];

fn first(faults: &[SourceDiagnostic], job: &Job) -> Fault {
    let Some(fault) = faults.first() else { return Fault { message: String::new(), place: None } };
    let message = fault.message.lines().next().unwrap_or_default().to_owned();
    Fault { message, place: job.place(fault.span) }
}
