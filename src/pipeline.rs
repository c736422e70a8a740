//! The stages in order: the whole program on one page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::compose::{self, Choice, Compose, PRODUCTS, PictureFile, Product};
use crate::curriculum::{Course, Curriculum, Edition, Minutes, Module};
use crate::diagnostic::fault::{CANNOT_READ, NO_ACTIVITY, NO_BREAK, NO_COURSES, OUTSIDE, OVER_TARGET, UNKNOWN_PATH};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::document::{Audience, Document};
use crate::proof::{self, Passage};
use crate::read::{self, Selection};
use crate::render::{FORMATS, Format, Setting};
use crate::source::{Sources, Span};
use crate::theme::{Brand, Theme};
use crate::tree::{Contents, File, Sink, Tree};

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

/// The organisation's colours, faces and mark.
const BRAND: &str = "_brand.yml";

/// Builds everything that is asked for into the sink. It does not fail: what cannot be read is told and left out
/// ([`Sink::keep`] leaves its earlier pages), and the rest is built.
pub fn build(tree: &Tree, request: &Request, memo: &mut Memo, sink: &mut dyn Sink) -> Diagnostics {
    let (mut curriculum, mut diagnostics) = read(tree, request);
    let mut stopped = take_out_stopped(&mut curriculum, request, &check::told(&diagnostics));
    stopped.extend(unread_courses(tree, &curriculum));
    let choice = Choice {
        variant: request.variant.clone(),
        only: request.only.clone(),
        participants: request.participants,
        day: request.today,
        pictures: pictures(tree),
    };
    keep_earlier(request, &stopped, sink);
    let formats: Vec<&Format> = FORMATS.iter().filter(|it| is_wanted(&request.formats, it)).collect();
    let products: Vec<&Product> = PRODUCTS.iter().filter(|it| it.is_made(&choice)).collect();
    let mut themes = BTreeMap::new();
    let brand = read_brand(tree, &mut diagnostics);
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        let theme = load_theme(edition.theme.as_deref(), request, tree, brand.as_ref(), &mut themes, &mut diagnostics);
        let work =
            Work { edition, products: &products, formats: &formats, choice: &choice, setting: Setting { theme: &theme, tree } };
        let digest = digest(edition, request, &choice, &diagnostics.sources, &request.themes);
        work.modules(request, digest, memo, sink, &mut diagnostics);
        work.course(sink, &mut diagnostics);
    }
    let theme = load_theme(None, request, tree, brand.as_ref(), &mut themes, &mut diagnostics);
    for product in &products {
        if let Compose::Curriculum(compose) = product.compose {
            let documents = compose(&curriculum, &choice);
            publish(render(&documents, &formats, Setting { theme: &theme, tree }, &[], &mut diagnostics), sink);
        }
    }
    themes.values().for_each(|theme| publish(theme.files(), sink));
    finish(diagnostics)
}

/// Reads, checks and proves, and writes nothing.
pub fn check(tree: &Tree, request: &Request, _memo: &mut Memo) -> Diagnostics {
    inspect(tree, request).1
}

/// Reads, checks and proves; the curriculum as far as it could be read, and what is wrong with it.
pub fn inspect(tree: &Tree, request: &Request) -> (Curriculum, Diagnostics) {
    let (curriculum, mut diagnostics) = read(tree, request);
    let choice = Choice { pictures: pictures(tree), ..Choice::default() };
    for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
        for module in edition.modules.iter().filter(|it| is_module_wanted(request, it)) {
            for product in PRODUCTS {
                if let Compose::Module(compose) = product.compose {
                    compose(edition, module, &choice).iter().for_each(|it| proof::prove(it, &mut diagnostics));
                }
            }
        }
    }
    (curriculum, finish(diagnostics))
}

/// The page and the id on it that show a line (from 1) of a module or its quiz: the slide that the line belongs to.
pub fn locate(tree: &Tree, path: &str, line: usize) -> Option<(String, String)> {
    let mut diagnostics = Diagnostics::default();
    let course = path.split('/').next()?.to_owned();
    let curriculum = read::read(tree, &Selection { courses: vec![course], languages: Vec::new() }, &mut diagnostics);
    let choice = Choice { pictures: pictures(tree), ..Choice::default() };
    let is_quiz = path.ends_with(".quiz.yaml");
    let stem = path.strip_suffix(".quiz.yaml").or_else(|| path.rsplit_once('.').map(|(stem, _)| stem))?;
    let editions = curriculum.courses.iter().flat_map(|it| &it.editions);
    let mut modules = editions.flat_map(|edition| edition.modules.iter().map(move |module| (edition, module)));
    let (edition, module) = modules.find(|(_, it)| it.path.rsplit_once('.').is_some_and(|(own, _)| own == stem))?;
    let is_before = |span: &Span| diagnostics.sources.get(span.file).position(span.start).0 <= line;
    let name = if is_quiz { "quiz" } else { "deck" };
    let Compose::Module(compose) = PRODUCTS.iter().find(|it| it.name == name)?.compose else { return None };
    match compose(edition, module, &choice).into_iter().next()? {
        Document::Deck(deck) => {
            let last = deck.slides.iter().filter(|it| is_before(&it.span)).map(|it| it.span).max()?;
            let slide = deck.slides.iter().find(|it| it.span == last)?;
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

/// Sources to curriculum, and everything that is wrong with it.
fn read(tree: &Tree, request: &Request) -> (Curriculum, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    for problem in tree.problems() {
        let source = diagnostics.sources.add(&problem.path, "");
        diagnostics.report(&OUTSIDE, source.span(0..0), &[&problem.path]);
    }
    let courses: BTreeSet<&str> =
        tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/')).collect();
    if courses.is_empty() {
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
        check_times(edition, &mut diagnostics);
    }
    (curriculum, diagnostics)
}

/// People need a pause after so many minutes, as a course's schedule has it by default …
const LONGEST_WITHOUT_PAUSE: Minutes = Minutes(90);
/// … and something to do after so many.
const LONGEST_WITHOUT_ACTIVITY: Minutes = Minutes(20);

/// What only shows when the day is laid out.
fn check_times(edition: &Edition, diagnostics: &mut Diagnostics) {
    let paces = compose::paces(edition);
    for pace in &paces {
        if let (Some(name), Some(target)) = (&pace.variant, pace.target.filter(|it| pace.least > *it)) {
            diagnostics.report(&OVER_TARGET, edition.span, &[name, &pace.least.0.to_string(), &target.0.to_string()]);
        }
    }
    // Minutes stand in the original alone.
    if edition.translated.is_some() {
        return;
    }
    // One finding for the longest day: what helps there helps the others.
    let longest = paces.iter().max_by_key(|it| it.stretch).filter(|it| it.stretch > LONGEST_WITHOUT_PAUSE);
    if let Some(pace) = longest {
        let day = pace.variant.as_deref().unwrap_or(&edition.slug);
        diagnostics.report(&NO_BREAK, edition.span, &[day, &pace.stretch.0.to_string()]);
    }
    for module in &edition.modules {
        for (span, minutes) in compose::listening(edition, module, LONGEST_WITHOUT_ACTIVITY) {
            diagnostics.report(&NO_ACTIVITY, span, &[&minutes.0.to_string()]);
        }
    }
}

/// Silences what the author allows, sorts, and says everything once: a translation is read with its original's values.
fn finish(mut diagnostics: Diagnostics) -> Diagnostics {
    check::silence(&mut diagnostics);
    diagnostics.sort();
    diagnostics.dedup();
    diagnostics
}

/// A course in a language, and what is made of it.
struct Work<'a> {
    edition: &'a Edition,
    products: &'a [&'a Product],
    formats: &'a [&'a Format],
    choice: &'a Choice,
    setting: Setting<'a>,
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
        let mut documents = Vec::new();
        for product in self.products {
            if let Compose::Module(compose) = product.compose {
                documents.extend(compose(self.edition, module, self.choice));
            }
        }
        let passages = proof::passages(&documents);
        let files = render(&documents, self.formats, self.setting, &passages, &mut diagnostics);
        (files, diagnostics)
    }

    fn course(&self, sink: &mut dyn Sink, diagnostics: &mut Diagnostics) {
        for product in self.products {
            if let Compose::Course(compose) = product.compose {
                let documents = compose(self.edition, self.choice);
                publish(render(&documents, self.formats, self.setting, &[], diagnostics), sink);
            }
        }
    }
}

/// Documents as files. A participant's file in which a passage for the trainer is found is told, and not published.
fn render(
    documents: &[Document],
    formats: &[&Format],
    setting: Setting<'_>,
    passages: &[Passage],
    diagnostics: &mut Diagnostics,
) -> Vec<File> {
    let mut files = Vec::new();
    for document in documents {
        proof::prove(document, diagnostics);
        for file in formats.iter().flat_map(|it| (it.render)(document, setting)) {
            let leaked = document.meta().audience == Audience::Participant
                && matches!(&file.contents, Contents::Bytes(bytes) if proof::leaks(&file.path, bytes, passages, diagnostics));
            if !leaked {
                files.push(file);
            }
        }
    }
    files
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
fn digest(edition: &Edition, request: &Request, choice: &Choice, sources: &Sources, themes: &Tree) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let prefix = format!("{}/", edition.slug);
    for source in sources.iter().filter(|it| it.path.starts_with(&prefix) || &*it.path == BRAND) {
        hasher.update(source.path.as_bytes()).update(&[0]).update(source.text.as_bytes()).update(&[0]);
    }
    for path in themes.paths() {
        hasher.update(path.as_bytes()).update(&themes.bytes(path).unwrap_or_default());
    }
    let settings = format!("{:?}", (&request.theme, &request.formats, choice));
    hasher.update(settings.as_bytes());
    hasher.finalize()
}

/// Whether a format, or one it goes with, was asked for; HTML where none was.
fn is_wanted(asked: &[String], format: &Format) -> bool {
    let is_asked = |name: &str| (asked.is_empty() && name == "html") || asked.iter().any(|it| it == name);
    is_asked(format.name) || format.goes_with.is_some_and(is_asked)
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

/// A module or course that is not published, since something in its files is wrong.
struct Stopped {
    /// Where its pages lie in each of the two trees.
    path: String,
}

/// Courses that could not be read at all.
fn unread_courses(tree: &Tree, curriculum: &Curriculum) -> Vec<Stopped> {
    let folders = tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/'));
    let unread = folders.filter(|folder| !curriculum.courses.iter().any(|it| it.slug == **folder));
    unread.map(|folder| Stopped { path: folder.to_owned() }).collect()
}

/// Takes modules with errors (with `strict`: findings) in their files, or in their originals', out of the curriculum.
fn take_out_stopped(curriculum: &mut Curriculum, request: &Request, diagnostics: &Diagnostics) -> Vec<Stopped> {
    let faulty: BTreeSet<&str> = diagnostics
        .iter()
        .filter(|it| it.is_error() || request.strict)
        .filter_map(|it| it.span)
        .map(|span| &*diagnostics.sources.get(span.file).path)
        .collect();
    let mut stopped = Vec::new();
    for Course { slug, editions } in &mut curriculum.courses {
        for edition in editions {
            let language = edition.language.tag;
            let inner = format!("{slug}/{language}/");
            edition.modules.retain(|module| {
                let original = module.path.replacen(&inner, &format!("{slug}/"), 1);
                let quiz = |path: &str| path.rsplit_once('.').map(|(stem, _)| format!("{stem}.quiz.yaml")).unwrap_or_default();
                let files = [module.path.to_string(), quiz(&module.path), original.clone(), quiz(&original)];
                let is_sound = !files.iter().any(|it| faulty.contains(it.as_str()));
                if !is_sound {
                    stopped.push(Stopped { path: format!("{inner}{}", module.slug) });
                }
                is_sound
            });
            // A module that could not be read at all is known by its file's name alone; without its original no translation is.
            for path in &faulty {
                let name =
                    path.strip_prefix(&inner).or_else(|| path.strip_prefix(slug.as_str()).and_then(|it| it.strip_prefix('/')));
                if let Some(name) = name.filter(|it| !it.contains('/')) {
                    stopped.push(Stopped { path: format!("{inner}{}", read::slug_of_file(name)) });
                }
            }
        }
    }
    stopped
}

/// What an earlier build made of what is not made now stays: of stopped modules and courses, and of all that was not asked for.
fn keep_earlier(request: &Request, stopped: &[Stopped], sink: &mut dyn Sink) {
    let is_part =
        !request.paths.is_empty() || !request.languages.is_empty() || !request.only.is_empty() || request.variant.is_some();
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

fn read_brand(tree: &Tree, diagnostics: &mut Diagnostics) -> Option<Brand> {
    if !tree.contains(BRAND) {
        return None;
    }
    match tree.bytes(BRAND) {
        Ok(bytes) => {
            let source = diagnostics.sources.add(BRAND, String::from_utf8_lossy(&bytes).into_owned());
            Some(Brand::read(&source, diagnostics))
        }
        Err(error) => {
            diagnostics.report(&CANNOT_READ, None, &[BRAND, &error.root_cause().to_string()]);
            None
        }
    }
}

/// The theme of a course, loaded once for each name.
fn load_theme(
    course: Option<&str>,
    request: &Request,
    tree: &Tree,
    brand: Option<&Brand>,
    themes: &mut BTreeMap<String, Arc<Theme>>,
    diagnostics: &mut Diagnostics,
) -> Arc<Theme> {
    let name = request.theme.as_deref().or(course).unwrap_or("default");
    if let Some(theme) = themes.get(name) {
        return Arc::clone(theme);
    }
    let mut theme = Theme::load(name, &request.themes, diagnostics);
    if let Some(brand) = brand {
        theme = theme.branded(brand, tree, diagnostics);
    }
    let theme = Arc::new(theme);
    themes.insert(name.to_owned(), Arc::clone(&theme));
    theme
}
