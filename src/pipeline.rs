//! The stages in order: the whole program on one page.

mod dress;
mod sight;
mod stopped;
mod times;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{self, Sought};
use crate::compose::{Choice, Compose, PRODUCTS, PictureFile, Product};
use crate::curriculum::{Curriculum, Edition, Module};
use crate::diagnostic::fault::{CANNOT_READ, NO_COURSES, OUTSIDE, UNKNOWN_PATH};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::document::{Audience, Document, Layout, Slide};
use crate::proof::{self, Passage};
use crate::read::{self, Selection};
use crate::render::{FORMATS, Format, Setting};
use crate::source::{Sources, Span};
use crate::theme::{Sheet, Theme};
use crate::tree::{Contents, File, Sink, Tree};
use dress::{BRAND, Wardrobe};
use sight::{Sight, printed};
use stopped::{Stopped, take_out_stopped, unread_courses};

/// What is asked for. Clock, language and selection are part of it, so that a build depends on nothing else.
#[derive(Debug, Clone)]
pub struct Request {
    /// The themes' folders: `NAME/theme.yaml` and so on. Empty for the built-in theme alone.
    pub themes: Tree,
    /// The theme's name; the course's own if absent.
    pub theme: Option<String>,
    /// Languages, by tag; empty for all.
    pub languages: Vec<String>,
    /// Products, by name; empty for all.
    pub only: Vec<String>,
    /// Formats, by name; empty for HTML.
    pub formats: Vec<String>,
    /// Courses (`tvartom`) or modules (`tvartom/02-x.md`), relative to the curriculum; empty for all.
    pub paths: Vec<String>,
    /// The variant whose agenda is made; all if absent.
    pub variant: Option<String>,
    /// How many take part.
    pub participants: Option<u32>,
    /// Whether warnings stop the build as errors do.
    pub strict: bool,
    /// How many modules are worked on at once; 0 for as many as there are processors.
    pub jobs: usize,
    /// Whether a slide that is revealed step by step has a page for each step, in PDF.
    pub steps: bool,
    /// The paper that PDF is set for; the theme's if absent.
    pub sheet: Option<Sheet>,
    /// Today: year, month, day.
    pub today: (i32, u32, u32),
}

/// What was learned in earlier builds of the same process.
#[derive(Debug, Default)]
pub struct Memo {
    /// The files of modules about which there was nothing to tell, with the digest of all they were made from.
    modules: BTreeMap<String, (blake3::Hash, Vec<File>)>,
    /// Whether anything is kept: a single build has no use for it, and its memory does not grow with the site.
    keeps: bool,
}

impl Memo {
    /// A memo for a process that builds again and again.
    pub fn for_watching() -> Memo {
        Memo { keeps: true, ..Memo::default() }
    }
}

/// Builds everything that is asked for into the sink. It does not fail: what cannot be read is told and left out
/// ([`Sink::keep`] leaves its earlier pages), and the rest is built.
pub fn build(tree: &Tree, request: &Request, memo: &mut Memo, sink: &mut dyn Sink) -> Diagnostics {
    let (mut curriculum, mut diagnostics) = read(tree, request);
    let mut seen = Sight::new(sink);
    let sink = &mut seen;
    let mut stopped = take_out_stopped(&mut curriculum, request.strict, &check::told(&diagnostics));
    stopped.extend(unread_courses(tree, &curriculum));
    let choice = choice(tree, request);
    keep_earlier(request, &stopped, sink);
    let formats: Vec<&Format> = FORMATS.iter().filter(|it| is_wanted(&request.formats, it)).collect();
    let products: Vec<&Product> = PRODUCTS.iter().filter(|it| it.is_made(&choice)).collect();
    let mut wardrobe = Wardrobe::new(tree, &request.themes, &mut diagnostics);
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        let dress = wardrobe.dress(theme_name(request, edition.theme.as_deref()), &mut diagnostics);
        let sources = diagnostics.sources.clone();
        let stage = Stage { formats: &formats, setting: dress.setting(tree, request), sources: &sources };
        let work = Work { edition, products: &products, choice: &choice, stage };
        let digest = digest(edition, request, &choice, &diagnostics.sources, &dress.theme);
        work.modules(request, digest, memo, sink, &mut diagnostics);
        let is_whole = !stopped.iter().any(|it| it.path.split('/').next() == Some(edition.slug.as_str()));
        work.course(is_whole, sink, &mut diagnostics);
    }
    let dress = wardrobe.dress(theme_name(request, None), &mut diagnostics);
    for product in &products {
        if let Compose::Curriculum(compose) = product.compose {
            let documents = compose(&curriculum, &choice);
            let sources = diagnostics.sources.clone();
            let beside = sink.printed.clone();
            let setting = Setting { beside: &beside, ..dress.setting(tree, request) };
            let stage = Stage { formats: &formats, setting, sources: &sources };
            publish_all(render(&documents, stage, &[], &mut diagnostics), stopped.is_empty(), sink);
        }
    }
    publish(wardrobe.files(), sink);
    finish(diagnostics, request, is_printed(request))
}

/// One file by its path in the output, such as `c/sv/m/handout.pdf`, made alone. Of what must not be published there is none.
pub fn print(tree: &Tree, request: &Request, path: &str) -> Option<Vec<u8>> {
    let stem = path.strip_suffix(".pdf")?;
    let is_large = stem.ends_with("-large");
    let format = FORMATS.iter().find(|it| it.name == if is_large { "pdf-large" } else { "pdf" })?;
    let stem = stem.trim_end_matches("-large").trim_end_matches("-notes");
    let (mut curriculum, mut diagnostics) = read(tree, request);
    take_out_stopped(&mut curriculum, request.strict, &check::told(&diagnostics));
    let choice = choice(tree, request);
    let mut wardrobe = Wardrobe::new(tree, &request.themes, &mut diagnostics);
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        let mut documents = Vec::new();
        for product in PRODUCTS {
            match product.compose {
                Compose::Module(compose) => documents.extend(edition.modules.iter().map(|it| compose(edition, it, &choice))),
                Compose::Course(compose) => documents.push(compose(edition, &choice)),
                Compose::Curriculum(_) => {}
            }
        }
        let wanted = |it: &Document| it.meta().path == stem && (format.takes)(it);
        let Some(group) = documents.iter().find(|group| group.iter().any(wanted)) else { continue };
        let document = group.iter().find(|it| wanted(it))?;
        let dress = wardrobe.dress(theme_name(request, edition.theme.as_deref()), &mut diagnostics);
        let passages = proof::passages(documents.iter().flatten());
        let files = (format.render)(document, dress.setting(tree, request), &mut diagnostics);
        let files = without_leaks(files, document, format, &passages, &mut diagnostics);
        return files.into_iter().find(|it| it.path == path).and_then(|it| match it.contents {
            Contents::Bytes(bytes) => Some(bytes),
            Contents::Copy(_) => None,
        });
    }
    None
}

/// The theme that was asked for, or else the course's own.
fn theme_name<'a>(request: &'a Request, course: Option<&'a str>) -> &'a str {
    request.theme.as_deref().or(course).unwrap_or("default")
}

/// Reads, checks and proves, the themes too, and writes nothing.
pub fn check(tree: &Tree, request: &Request) -> Diagnostics {
    let (curriculum, mut diagnostics) = look(tree, request);
    let mut wardrobe = Wardrobe::new(tree, &request.themes, &mut diagnostics);
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        wardrobe.dress(theme_name(request, edition.theme.as_deref()), &mut diagnostics);
    }
    finish(diagnostics, request, false)
}

/// Reads, checks and proves; the curriculum as far as it could be read, and what is wrong with it.
pub fn inspect(tree: &Tree, request: &Request) -> (Curriculum, Diagnostics) {
    let (curriculum, diagnostics) = look(tree, request);
    (curriculum, finish(diagnostics, request, false))
}

fn look(tree: &Tree, request: &Request) -> (Curriculum, Diagnostics) {
    let (curriculum, mut diagnostics) = read(tree, request);
    let choice = Choice { pictures: pictures(tree), ..Choice::default() };
    let sources = diagnostics.sources.clone();
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        for module in edition.modules.iter().filter(|it| is_module_wanted(request, it)) {
            for product in PRODUCTS.iter().filter(|it| it.is_proved || is_printed(request)) {
                if let Compose::Module(compose) = product.compose {
                    let documents = compose(edition, module, &choice);
                    for document in &documents {
                        proof::prove(document, &mut diagnostics);
                        if is_printed(request) {
                            proof::prove_printed(document, &sources, &mut diagnostics);
                        }
                    }
                }
            }
        }
    }
    (curriculum, diagnostics)
}

/// The page and the id on it that show a line (from 1) of a module or its quiz: the slide that the line belongs to.
pub fn locate(tree: &Tree, path: &str, line: usize) -> Option<(String, String)> {
    let mut diagnostics = Diagnostics::default();
    let course = path.split('/').next()?.to_owned();
    let curriculum = read::read(tree, &Selection { courses: vec![course], languages: Vec::new() }, &mut diagnostics);
    let choice = Choice { pictures: pictures(tree), ..Choice::default() };
    let is_quiz = path.ends_with(".quiz.yaml");
    let stem = read::stem(path)?;
    let editions = curriculum.courses.iter().flat_map(|it| &it.editions);
    let mut modules = editions.flat_map(|edition| edition.modules.iter().map(move |module| (edition, module)));
    let (edition, module) = modules.find(|(_, it)| it.path.rsplit_once('.').is_some_and(|(own, _)| own == stem))?;
    // A vote on a question lies in the quiz's file.
    let is_before = |span: &Span| {
        let source = diagnostics.sources.get(span.file);
        *source.path == *path && source.position(span.start).0 <= line
    };
    let name = if is_quiz { "quiz" } else { "deck" };
    let Compose::Module(compose) = PRODUCTS.iter().find(|it| it.name == name)?.compose else { return None };
    match compose(edition, module, &choice).into_iter().next()? {
        Document::Deck(deck) => {
            let last = deck.slides.iter().filter(|it| is_before(&it.span)).map(|it| it.span).max()?;
            // Of those that a section makes, the one with its words rather than the vote before it.
            let mut own = deck.slides.iter().filter(|it| it.span == last);
            let is_vote = |it: &&Slide| matches!(it.layout, Layout::Vote { .. } | Layout::Discuss { .. } | Layout::Shift { .. });
            let slide = own.clone().find(|it| !is_vote(it)).or(own.next())?;
            Some((format!("{}.html", deck.meta.path), slide.id.clone()))
        }
        Document::Quiz(quiz) => {
            let question = module.quiz.iter().flat_map(|it| &it.questions).rfind(|it| is_before(&it.span))?;
            Some((format!("{}.html", quiz.meta.path), question.item.id.0.clone()))
        }
        Document::Paper(_)
        | Document::Page(_)
        | Document::Cards(_)
        | Document::Calendar(_)
        | Document::Certificate(_)
        | Document::Search(_) => None,
    }
}

/// What composing is told.
fn choice(tree: &Tree, request: &Request) -> Choice {
    Choice {
        variant: request.variant.clone(),
        only: request.only.clone(),
        participants: request.participants,
        day: request.today,
        pictures: pictures(tree),
    }
}

/// Sources to curriculum, and everything that is wrong with it.
fn read(tree: &Tree, request: &Request) -> (Curriculum, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    for problem in tree.problems() {
        let source = diagnostics.sources.add(&problem.path, "");
        let fault = if problem.is_outside { &OUTSIDE } else { &CANNOT_READ };
        diagnostics.report(fault, source.span(0..0), &[&problem.path, &problem.why]);
    }
    let courses: BTreeSet<&str> =
        tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/')).collect();
    if courses.is_empty() && !read::has_misnamed_course(tree) {
        diagnostics.report(&NO_COURSES, None, &[]);
    }
    for path in &request.paths {
        if !courses.contains(path.as_str()) && !tree.contains(path) {
            let similar = did_you_mean(path, courses.iter().copied().chain(tree.paths().iter().map(String::as_str)));
            diagnostics.report(&UNKNOWN_PATH, None, &[path]).suggest(similar);
        }
    }
    let selected = request.paths.iter().map(|it| it.split('/').next().unwrap_or_default().to_owned()).collect();
    let selection = Selection { courses: selected, languages: request.languages.clone() };
    let curriculum = read::read(tree, &selection, &mut diagnostics);
    check::check(&curriculum, tree, request.today, &mut diagnostics);
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        times::check_times(edition, &mut diagnostics);
    }
    (curriculum, diagnostics)
}

/// Silences what the author allows, sorts, says everything once (a translation is read with its original's values), and not too much.
fn finish(mut diagnostics: Diagnostics, request: &Request, printed: bool) -> Diagnostics {
    let whole = request.paths.iter().all(|it| !it.contains('/')) && request.only.is_empty() && request.languages.is_empty();
    check::silence(&mut diagnostics, Sought { whole, printed });
    diagnostics.sort();
    diagnostics.dedup();
    diagnostics.cut();
    diagnostics
}

/// A course in a language, and what is made of it.
struct Work<'a> {
    edition: &'a Edition,
    products: &'a [&'a Product],
    choice: &'a Choice,
    stage: Stage<'a>,
}

/// How documents become files, and where their spans lie.
#[derive(Clone, Copy)]
struct Stage<'a> {
    formats: &'a [&'a Format],
    setting: Setting<'a>,
    sources: &'a Sources,
}

impl Work<'_> {
    /// Modules pass through a few at a time: composed, proved, rendered, written and dropped.
    fn modules(
        &self,
        request: &Request,
        digest: blake3::Hash,
        memo: &mut Memo,
        sink: &mut dyn Sink,
        diagnostics: &mut Diagnostics,
    ) {
        let modules: Vec<&Arc<Module>> = self.edition.modules.iter().filter(|it| is_module_wanted(request, it)).collect();
        let jobs = if request.jobs == 0 { rayon::current_num_threads() } else { request.jobs };
        for batch in modules.chunks(jobs.max(1)) {
            let known =
                |it: &&Arc<Module>| memo.modules.get(&*it.path).filter(|(of, _)| *of == digest).map(|(_, files)| files.clone());
            let done: Vec<(Vec<File>, Diagnostics)> = batch
                .par_iter()
                .map(|it| known(it).map_or_else(|| self.module(it), |files| (files, Diagnostics::default())))
                .collect();
            for (module, (files, found)) in batch.iter().zip(done) {
                if memo.keeps && found.is_empty() {
                    memo.modules.insert(module.path.to_string(), (digest, files.clone()));
                }
                diagnostics.append(found);
                publish(files, sink);
            }
        }
    }

    fn module(&self, module: &Module) -> (Vec<File>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let (mut documents, mut others) = (Vec::new(), Vec::new());
        // What must not be published is known from everything, also where a part is asked for.
        for product in PRODUCTS {
            if let Compose::Module(compose) = product.compose {
                let is_asked = self.products.iter().any(|it| it.name == product.name);
                let list = if is_asked { &mut documents } else { &mut others };
                list.extend(compose(self.edition, module, self.choice));
            }
        }
        let passages = proof::passages(documents.iter().chain(&others));
        let files = render(&documents, self.stage, &passages, &mut diagnostics);
        (files, diagnostics)
    }

    /// The pages of the whole course. Without some of its modules they would say less than is so: then earlier ones stay.
    fn course(&self, is_whole: bool, sink: &mut dyn Sink, diagnostics: &mut Diagnostics) {
        for product in self.products {
            if let Compose::Course(compose) = product.compose {
                let documents = compose(self.edition, self.choice);
                publish_all(render(&documents, self.stage, &[], diagnostics), is_whole, sink);
            }
        }
    }
}

/// Documents as files. A participant's file in which a passage for the trainer is found is told, and not published.
fn render(documents: &[Document], stage: Stage<'_>, passages: &[Passage], diagnostics: &mut Diagnostics) -> Vec<File> {
    let made: Vec<(Vec<File>, Diagnostics)> = documents
        .par_iter()
        .map(|document| {
            let mut found = Diagnostics::default();
            proof::prove(document, &mut found);
            if stage.formats.iter().any(|it| it.ending == "pdf") {
                proof::prove_printed(document, stage.sources, &mut found);
            }
            // Pages come last, since they link to what is printed of the same document.
            let (pages, others): (Vec<&Format>, Vec<&Format>) = stage.formats.iter().partition(|it| it.name == "html");
            let mut files = Vec::new();
            for format in others.into_iter().chain(pages) {
                let beside = stage.setting.beside.union(&printed(&files)).cloned().collect();
                let made = (format.render)(document, Setting { beside: &beside, ..stage.setting }, &mut found);
                files.extend(without_leaks(made, document, format, passages, &mut found));
            }
            (files, found)
        })
        .collect();
    stage.setting.press.rest();
    made.into_iter()
        .flat_map(|(files, found)| {
            diagnostics.append(found);
            files
        })
        .collect()
}

/// The files of a document; if it is a participant's, without those that say what only the trainer may read.
fn without_leaks(
    files: Vec<File>,
    document: &Document,
    format: &Format,
    passages: &[Passage],
    diagnostics: &mut Diagnostics,
) -> Vec<File> {
    if document.meta().audience == Audience::Trainer || passages.is_empty() {
        return files;
    }
    let words = format.words.map(|it| it(document));
    let mut is_sound = |file: &File| match &file.contents {
        Contents::Bytes(bytes) => {
            let said = words.as_deref().map_or(bytes.as_slice(), str::as_bytes);
            !proof::leaks(&file.path, said, passages, diagnostics)
        }
        Contents::Copy(_) => true,
    };
    files.into_iter().filter(|it| is_sound(it)).collect()
}

/// Publishes the pages of something whole, or those that stand in until it is.
fn publish_all(files: Vec<File>, is_whole: bool, sink: &mut dyn Sink) {
    if is_whole { publish(files, sink) } else { files.into_iter().for_each(|file| sink.stand_in(file)) }
}

fn publish(files: Vec<File>, sink: &mut dyn Sink) {
    files.into_iter().for_each(|file| sink.put(file));
}

/// What is known of the curriculum's pictures.
fn pictures(tree: &Tree) -> BTreeMap<String, PictureFile> {
    let file = |it: read::PictureFound| (it.path, PictureFile { asset: it.asset, size: it.size });
    read::pictures(tree).into_iter().map(file).collect()
}

/// A digest of everything the pages of a course depend on.
fn digest(edition: &Edition, request: &Request, choice: &Choice, sources: &Sources, theme: &Theme) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let prefix = format!("{}/", edition.slug);
    for source in sources.iter().filter(|it| it.path.starts_with(&prefix) || &*it.path == BRAND) {
        hasher.update(source.path.as_bytes()).update(&[0]).update(source.text.as_bytes()).update(&[0]);
    }
    for path in request.themes.paths() {
        hasher.update(path.as_bytes()).update(&request.themes.bytes(path).unwrap_or_default());
    }
    // Pages link to assets by names that hold their hash; a brand's files are among them.
    for path in theme.asset_paths() {
        hasher.update(path.as_bytes()).update(&[0]);
    }
    let settings = format!("{:?}", (&request.theme, &request.formats, request.steps, request.sheet, choice));
    hasher.update(settings.as_bytes());
    hasher.finalize()
}

/// Whether a format, or one it goes with, was asked for; HTML where none was.
fn is_wanted(asked: &[String], format: &Format) -> bool {
    let is_asked = |name: &str| (asked.is_empty() && name == "html") || asked.iter().any(|it| it == name);
    is_asked(format.name) || format.goes_with.is_some_and(is_asked)
}

/// Whether PDF is asked for.
fn is_printed(request: &Request) -> bool {
    request.formats.iter().any(|it| it.starts_with("pdf"))
}

/// Whether a module, or its course, or nothing in particular was asked for. A translation goes with its original.
fn is_module_wanted(request: &Request, module: &Module) -> bool {
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let course = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
    request.paths.is_empty()
        || request.paths.iter().any(|path| {
            let stem = path.strip_suffix(".quiz.yaml").map(|it| format!("{it}."));
            let same_name = name(path) == module.file_name || stem.is_some_and(|it| module.file_name.starts_with(&name(&it)));
            course(path) == course(&module.path) && (!path.contains('/') || same_name)
        })
}

/// What an earlier build made of what is not made now stays: of stopped modules and courses, and of all that was not asked for.
fn keep_earlier(request: &Request, stopped: &[Stopped], sink: &mut dyn Sink) {
    let without_pages = !request.formats.is_empty() && !request.formats.iter().any(|it| it == "html");
    let is_part = without_pages
        || !request.paths.is_empty()
        || !request.languages.is_empty()
        || !request.only.is_empty()
        || request.variant.is_some();
    if is_part {
        sink.keep("");
    }
    if !stopped.is_empty() {
        sink.keep("assets");
    }
    for Stopped { path } in stopped {
        sink.keep(path);
        sink.keep(&format!("trainer/{path}"));
    }
}
