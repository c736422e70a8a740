//! The loop: wait for a change, build into memory, show it, write it to the output folder.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::inputs::{Change, Inputs, Touched, is_scratch};
use super::serve::{bind, serve, url};
use super::site::{Edited, Print, Site, State};
use super::watcher::{self, Touch};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::report::{Telling, findings};
use crate::tree::{File, FolderSink, MemorySink, Sink, Summary, Tree};

/// What is watched, and where it is shown.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The curriculum's folder.
    pub curriculum: PathBuf,
    /// The themes' folder; it need not be there.
    pub themes: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// Where pages are served, if they are.
    pub serve: Option<Address>,
    /// Whether to look again and again instead of relying on the system's events.
    pub poll: bool,
    /// Whether browsers stay where they are instead of following the author.
    pub stay: bool,
    /// How findings are told on pages.
    pub telling: Telling,
}

/// Where pages are served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// A host's name or number.
    pub host: String,
    /// The first port to try.
    pub port: u16,
}

/// Finds the page, and the id on it, that show a line of a source.
pub type Locate = dyn Fn(&Tree, &str, usize) -> Option<(String, String)>;

/// The stages a watch runs.
pub struct Stages<'a> {
    /// Builds a curriculum with themes.
    pub build: &'a mut dyn FnMut(&Tree, &Tree, &mut dyn Sink) -> Diagnostics,
    /// Finds what the author just edited.
    pub locate: &'a Locate,
    /// Makes a file when a browser asks for it.
    pub print: Arc<Print>,
}

/// What there is to tell while watching.
#[derive(Debug)]
pub enum News {
    /// Pages are served here; `moved` if the port that was asked for was taken.
    Serving { url: String, moved: bool },
    /// A build is done and shown.
    Built { diagnostics: Diagnostics, elapsed: Duration },
    /// The build is in the output folder.
    Written(Summary),
    /// The system failed; the watch goes on.
    Failed(anyhow::Error),
}

/// Watches until `tell` breaks off. What is built first is the whole.
///
/// # Errors
/// If it cannot begin: no curriculum, an output folder that must not be written, no port, no watching.
pub fn watch<'a>(
    settings: &'a Settings,
    stages: Stages<'a>,
    tell: &mut dyn FnMut(News) -> ControlFlow<()>,
) -> anyhow::Result<()> {
    let tree = Tree::open(&settings.curriculum)?;
    let themes = open_themes(&settings.themes)?;
    // Looked at before anything is served, so that a wrong folder is told at once.
    drop(FolderSink::open(&settings.output, &tree, &[&settings.themes])?);
    let roots = Roots { curriculum: tree.folder().map(Path::to_owned), themes: themes.folder().map(Path::to_owned) };
    let (sender, receiver) = channel();
    let folders: Vec<&Path> = roots.curriculum.iter().chain(&roots.themes).map(PathBuf::as_path).collect();
    // Watched before the first build, so that nothing saved meanwhile is missed.
    let _watcher = watcher::start(&folders, settings.poll, sender)?;
    let site = Arc::new(Site::new(settings.telling.messages, settings.stay, Arc::clone(&stages.print)));
    let mut session = Session {
        settings,
        stages,
        site: Arc::clone(&site),
        curriculum: Inputs::default(),
        themes: Inputs::default(),
        written: None,
    };
    let everything = vec![String::new()];
    if session.turn(&everything, &everything, tell).is_break() {
        return Ok(());
    }
    if let Some(address) = &settings.serve {
        let listener = bind(&address.host, address.port)?;
        let local = listener.local_addr().context("cannot find out the server's port")?;
        serve(listener, &address.host, site)?;
        if tell(News::Serving { url: url(local), moved: local.port() != address.port }).is_break() {
            return Ok(());
        }
    }
    while let Some((curriculum, themes)) = next_touch(&receiver, &roots) {
        if session.turn(&curriculum, &themes, tell).is_break() {
            break;
        }
    }
    Ok(())
}

/// The folders that are watched, as the system names them.
struct Roots {
    curriculum: Option<PathBuf>,
    themes: Option<PathBuf>,
}

/// Waits for a touch that may matter; all that came in meanwhile is one.
fn next_touch(receiver: &Receiver<Touch>, roots: &Roots) -> Option<(Touched, Touched)> {
    loop {
        let first = receiver.recv().ok()?;
        let (mut curriculum, mut themes) = (Touched::new(), Touched::new());
        for Touch(paths) in std::iter::once(first).chain(receiver.try_iter()) {
            match paths {
                None => {
                    curriculum.push(String::new());
                    themes.push(String::new());
                }
                Some(paths) => {
                    curriculum.extend(paths.iter().filter_map(|path| below(roots.curriculum.as_deref(), path)));
                    themes.extend(paths.iter().filter_map(|path| below(roots.themes.as_deref(), path)));
                }
            }
        }
        if !curriculum.is_empty() || !themes.is_empty() {
            return Some((curriculum, themes));
        }
    }
}

fn below(root: Option<&Path>, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root?).ok()?;
    let parts: Vec<String> = below.components().map(|it| it.as_os_str().to_string_lossy().into_owned()).collect();
    let path = parts.join("/");
    (path.is_empty() || !is_scratch(&path)).then_some(path)
}

fn open_themes(folder: &Path) -> anyhow::Result<Tree> {
    if folder.is_dir() { Tree::open(folder) } else { Ok(Tree::empty()) }
}

struct Session<'a> {
    settings: &'a Settings,
    stages: Stages<'a>,
    site: Arc<Site>,
    curriculum: Inputs,
    themes: Inputs,
    /// What the output folder was last written from.
    written: Option<Arc<State>>,
}

impl Session<'_> {
    /// Looks at what was touched and builds if anything is another than before.
    fn turn(&mut self, curriculum: &Touched, themes: &Touched, tell: &mut dyn FnMut(News) -> ControlFlow<()>) -> ControlFlow<()> {
        let start = Instant::now();
        let trees = Tree::open(&self.settings.curriculum).and_then(|tree| Ok((tree, open_themes(&self.settings.themes)?)));
        let (tree, theme_tree) = match trees {
            Ok(trees) => trees,
            Err(error) => return tell(News::Failed(error)),
        };
        let changes = self.curriculum.look(&tree, curriculum);
        let theme_changes = self.themes.look(&theme_tree, themes);
        let is_first = self.site.state().generation == 0;
        if changes.is_empty() && theme_changes.is_empty() && !is_first {
            return ControlFlow::Continue(());
        }
        let mut sink = MemorySink::new();
        let diagnostics = (self.stages.build)(&tree, &theme_tree, &mut sink);
        let (kept, stand_ins) = (sink.kept().to_vec(), sink.stand_ins());
        let made: Vec<String> = sink.files().keys().cloned().collect();
        let files = sink.finish(&self.site.state().files);
        let edited = if is_first || !theme_changes.is_empty() { None } else { self.edited(&tree, &changes) };
        let findings = findings(&diagnostics, &self.settings.telling);
        self.site.publish(files, (tree.clone(), theme_tree.clone()), &findings, edited.as_ref());
        tell(News::Built { diagnostics, elapsed: start.elapsed() })?;
        match self.write(&tree, &made, &stand_ins, &kept) {
            Ok(summary) => tell(News::Written(summary)),
            Err(error) => tell(News::Failed(error)),
        }
    }

    /// Where the author is. Several texts at once are no typing, but a branch that was switched or the like.
    fn edited(&self, tree: &Tree, changes: &[Change]) -> Option<Edited> {
        let mut texts = changes.iter().filter_map(|it| Some((it.path.clone(), it.line?)));
        let (source, line) = texts.next()?;
        if texts.next().is_some() {
            return None;
        }
        let (page, id) = (self.stages.locate)(tree, &source, line).unzip();
        Some(Edited { source, line, page, id })
    }

    /// Writes what is another than at the last time; the rest stays.
    fn write(&mut self, tree: &Tree, made: &[String], stand_ins: &[String], kept: &[String]) -> anyhow::Result<Summary> {
        let state = self.site.state();
        let mut folder = FolderSink::open(&self.settings.output, tree, &[&self.settings.themes])?;
        for path in made {
            let contents = &state.files[path];
            let before = self.written.as_ref().and_then(|it| it.files.get(path));
            if before == Some(contents) && folder.holds(path) {
                folder.keep(path);
            } else {
                folder.put_borrowed(path, contents);
            }
        }
        for path in stand_ins {
            folder.stand_in(File { path: path.clone(), contents: state.files[path].clone() });
        }
        for prefix in kept {
            folder.keep(prefix);
        }
        let summary = folder.finish()?;
        self.written = Some(state);
        Ok(summary)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::diagnostic::fault::CANNOT_READ;
    use crate::tree::Contents;

    /// A build that copies texts to pages, and finds fault with one that says so.
    fn build(tree: &Tree, sink: &mut dyn Sink) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        for path in tree.paths() {
            let text = String::from_utf8(tree.bytes(path).unwrap()).unwrap();
            let page = path.replace(".md", ".html");
            if text.contains("wrong") {
                diagnostics.report(&CANNOT_READ, None, &[path, "it is wrong"]);
                sink.keep(&page);
            } else {
                sink.put(File { path: page, contents: Contents::Bytes(text.into_bytes()) });
            }
        }
        diagnostics
    }

    fn settings(folder: &Path, poll: bool) -> Settings {
        Settings {
            curriculum: folder.join("curriculum"),
            themes: folder.join("themes"),
            output: folder.join("output"),
            serve: None,
            poll,
            stay: false,
            telling: Telling::default(),
        }
    }

    /// No save takes this long to be seen, however busy the machine is.
    const DEADLINE: Duration = Duration::from_secs(60);

    type Save = Box<dyn Fn(&Path) + Send>;

    /// Saves text after text, each when the one before is in the output folder, and gives what the page held then.
    fn watch_while_saving(poll: bool, saves: Vec<Save>) -> Vec<String> {
        let n_builds = saves.len() + 1;
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            let folder = tempfile::tempdir().unwrap();
            let source = folder.path().join("curriculum/a.md");
            fs::create_dir(folder.path().join("curriculum")).unwrap();
            fs::write(&source, "one").unwrap();
            let mut saves = saves.into_iter();
            let stages = Stages {
                build: &mut |tree, _, sink| build(tree, sink),
                locate: &|_, _, _| None,
                print: Arc::new(|_, _, _| None),
            };
            let mut tell = |news: News| {
                match news {
                    News::Written(_) => {}
                    News::Failed(error) => panic!("{error:#}"),
                    News::Built { .. } | News::Serving { .. } => return ControlFlow::Continue(()),
                }
                sender.send(fs::read_to_string(folder.path().join("output/a.html")).unwrap_or_default()).unwrap();
                let Some(save) = saves.next() else { return ControlFlow::Break(()) };
                save(&source);
                ControlFlow::Continue(())
            };
            watch(&settings(folder.path(), poll), stages, &mut tell).unwrap();
        });
        (0..n_builds).map(|_| receiver.recv_timeout(DEADLINE).expect("every save is seen")).collect()
    }

    fn save_in_place(text: &'static str) -> Save {
        Box::new(move |path| fs::write(path, text).unwrap())
    }

    fn save_by_renaming(text: &'static str) -> Save {
        Box::new(move |path| {
            let beside = path.with_extension("md~");
            fs::write(&beside, text).unwrap();
            fs::rename(&beside, path).unwrap();
        })
    }

    fn save_by_moving_away(text: &'static str) -> Save {
        Box::new(move |path| {
            fs::rename(path, path.with_extension("md~")).unwrap();
            fs::write(path, text).unwrap();
        })
    }

    #[test]
    fn every_way_of_saving_is_seen() {
        let saves = vec![save_in_place("two"), save_by_renaming("three"), save_by_moving_away("four"), save_in_place("five")];
        assert_eq!(watch_while_saving(false, saves), ["one", "two", "three", "four", "five"]);
    }

    #[test]
    fn polling_sees_them_too() {
        let saves = vec![save_in_place("two"), save_by_renaming("three")];
        assert_eq!(watch_while_saving(true, saves), ["one", "two", "three"]);
    }

    #[test]
    fn the_last_good_page_stays_while_there_are_errors() {
        let saves = vec![save_in_place("wrong"), save_in_place("right")];
        assert_eq!(watch_while_saving(false, saves), ["one", "one", "right"]);
    }

    #[test]
    fn a_file_that_is_deleted_takes_its_page_with_it() {
        let saves: Vec<Save> = vec![Box::new(|path| fs::remove_file(path).unwrap())];
        assert_eq!(watch_while_saving(false, saves), ["one", ""]);
    }
}
