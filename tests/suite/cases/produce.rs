//! What a case makes today: its findings, and the documents or pages it asks for.

use tvartom::check;
use tvartom::compose::{Choice, Compose, PRODUCTS};
use tvartom::curriculum::Curriculum;
use tvartom::diagnostic::Diagnostics;
use tvartom::diagnostic::report::{Messages, Telling, human};
use tvartom::document::Document;
use tvartom::pipeline::{self, Memo, Request};
use tvartom::read::{self, Selection};
use tvartom::tree::{Contents, MemorySink, Tree};

use super::case::{Case, PartKind};
use super::element::element;
use super::findings::{Noted, noted};
use super::outline::outline;
use crate::bench::request;

/// How far a case walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Sources are read.
    Read,
    /// And checked, and what becomes of them is proved.
    Check,
    /// And composed.
    Compose,
    /// And rendered.
    Render,
    /// As far as `Check`; what comes out is how it is told, in a language: `en` or `sv`.
    Told,
}

/// What a case makes.
pub struct Produced {
    /// Its findings.
    pub findings: Vec<Noted>,
    /// What comes out at a path.
    pub expect: Box<dyn Fn(&str) -> String>,
}

/// Runs a case.
pub fn produce(case: &Case, stage: Stage) -> Produced {
    let tree = case.tree(PartKind::File);
    let request = Request { themes: case.tree(PartKind::Theme), ..request() };
    match stage {
        Stage::Read => {
            let mut diagnostics = Diagnostics::default();
            read::read(&tree, &Selection::default(), &mut diagnostics);
            check::silence(&mut diagnostics, check::Sought { whole: true, printed: true });
            diagnostics.sort();
            diagnostics.dedup();
            Produced { findings: noted(&diagnostics), expect: Box::new(|path| format!("nothing is made of {path}")) }
        }
        Stage::Check => {
            // With all that is only told where a PDF is asked for.
            let request = Request { formats: vec!["html".to_owned(), "pdf".to_owned()], ..request };
            let (_, diagnostics) = pipeline::inspect(&tree, &request);
            Produced { findings: noted(&diagnostics), expect: Box::new(|path| format!("nothing is made of {path}")) }
        }
        Stage::Compose => {
            let (curriculum, diagnostics) = pipeline::inspect(&tree, &request);
            let documents = documents(&curriculum, &tree);
            Produced { findings: noted(&diagnostics), expect: Box::new(move |path| document(&documents, path)) }
        }
        Stage::Told => {
            let (_, diagnostics) = pipeline::inspect(&tree, &request);
            Produced { findings: Vec::new(), expect: Box::new(move |language| tell(&diagnostics, language)) }
        }
        Stage::Render => {
            let mut sink = MemorySink::new();
            let diagnostics = pipeline::build(&tree, &request, &mut Memo::default(), &mut sink);
            Produced { findings: noted(&diagnostics), expect: Box::new(move |path| page(&sink, path)) }
        }
    }
}

/// The findings as people read them.
fn tell(diagnostics: &Diagnostics, language: &str) -> String {
    human(diagnostics, &Telling { messages: Messages::of_locale(language), ..Telling::default() }, false)
}

/// Every document of a curriculum.
pub fn documents(curriculum: &Curriculum, tree: &Tree) -> Vec<Document> {
    let pictures = read::pictures(tree).into_iter();
    let pictures = pictures.map(|it| (it.path, tvartom::compose::PictureFile { asset: it.asset, size: it.size })).collect();
    let choice = Choice { pictures, day: request().today, ..Choice::default() };
    let editions: Vec<_> = curriculum.courses.iter().flat_map(|it| &it.editions).collect();
    let mut documents = Vec::new();
    for product in PRODUCTS {
        match product.compose {
            Compose::Module(compose) => {
                let modules = editions.iter().flat_map(|edition| edition.modules.iter().map(move |it| (edition, it)));
                documents.extend(modules.flat_map(|(edition, module)| compose(edition, module, &choice)));
            }
            Compose::Course(compose) => documents.extend(editions.iter().flat_map(|it| compose(it, &choice))),
            Compose::Curriculum(compose) => documents.extend(compose(curriculum, &choice)),
        }
    }
    documents
}

fn document(documents: &[Document], path: &str) -> String {
    let (path, id) = split(path);
    match documents.iter().find(|it| it.meta().path == path) {
        Some(document) => outline(document, id),
        None => format!("no {path} among {}", documents.iter().map(|it| it.meta().path.as_str()).collect::<Vec<_>>().join(", ")),
    }
}

fn page(sink: &MemorySink, path: &str) -> String {
    let (path, id) = split(path);
    match sink.files().get(path) {
        Some(Contents::Bytes(bytes)) => element(&String::from_utf8_lossy(bytes), id),
        Some(Contents::Copy(from)) => format!("a copy of {from}"),
        None => format!("no {path}"),
    }
}

fn split(path: &str) -> (&str, Option<&str>) {
    path.split_once('#').map_or((path, None), |(path, id)| (path, Some(id)))
}
