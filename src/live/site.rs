//! The pages as the last build left them, and those who want to hear of the next one.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::broadcast;

use crate::diagnostic::report::{Finding, Messages};
use crate::tree::{Contents, Tree};

/// With more changed pages than this, every page looks for itself whether it is one of them.
const MANY_PAGES: usize = 200;

/// Makes a file that no build makes, such as a PDF: of the curriculum, the themes and the file's path.
pub type Print = dyn Fn(&Tree, &Tree, &str) -> Option<Vec<u8>> + Send + Sync;

/// The pages and their listeners.
pub struct Site {
    state: RwLock<Arc<State>>,
    print: Arc<Print>,
    events: broadcast::Sender<String>,
    messages: Messages,
    stay: bool,
}

/// What a build left.
#[derive(Debug)]
pub struct State {
    /// Which build it was, counted from 1; 0 before the first.
    pub generation: u64,
    /// The files by their paths.
    pub files: BTreeMap<String, Contents>,
    /// Where copied files are read from.
    pub tree: Tree,
    /// The themes they were built with.
    pub themes: Tree,
    errors: Value,
}

/// What the author just changed, and the page that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edited {
    /// The file, below the curriculum.
    pub source: String,
    /// The first line that is another one, from 1.
    pub line: usize,
    /// The page that shows it.
    pub page: Option<String>,
    /// The slide or anchor on it.
    pub id: Option<String>,
}

impl Site {
    /// A site before its first build. With `stay`, browsers do not follow the author.
    pub fn new(messages: Messages, stay: bool, print: Arc<Print>) -> Site {
        let state =
            State { generation: 0, files: BTreeMap::new(), tree: Tree::empty(), themes: Tree::empty(), errors: json!([]) };
        Site { state: RwLock::new(Arc::new(state)), print, events: broadcast::channel(64).0, messages, stay }
    }

    /// A file that is made only when somebody asks for it.
    pub fn print(&self, path: &str) -> Option<Vec<u8>> {
        let state = self.state();
        (self.print)(&state.tree, &state.themes, path)
    }

    /// What the last build left.
    pub fn state(&self) -> Arc<State> {
        // A state is only ever replaced as a whole, so one that was being replaced during a panic is still sound.
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes over what a build left, and tells everybody who listens.
    pub fn publish(
        &self,
        files: BTreeMap<String, Contents>,
        (tree, themes): (Tree, Tree),
        findings: &[Finding],
        edited: Option<&Edited>,
    ) {
        let before = self.state();
        let changed: Vec<&String> =
            files.iter().filter(|(path, it)| before.files.get(*path) != Some(it)).map(|(path, _)| path).collect();
        let changed = if changed.len() > MANY_PAGES { Value::Null } else { json!(changed) };
        let state = State { generation: before.generation + 1, files, tree, themes, errors: errors(findings) };
        let event = self.event(&state, changed, edited);
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(state);
        // Nobody listening is no failure.
        let _ = self.events.send(event);
    }

    /// The events to come, and one that tells how things stand. Nothing is lost between the two.
    pub fn listen(&self) -> (String, broadcast::Receiver<String>) {
        let receiver = self.events.subscribe();
        (self.greeting(), receiver)
    }

    /// An event that tells how things stand, for those who do not know what they missed.
    pub fn greeting(&self) -> String {
        self.event(&self.state(), Value::Null, None)
    }

    fn event(&self, state: &State, changed: Value, edited: Option<&Edited>) -> String {
        let edited = if self.stay { None } else { edited };
        let words = json!({
            "close": self.messages.choose("Close", "Stäng"),
            "heading": self.messages.choose("Not built: this is the page from before", "Inte byggt: det här är sidan från förut"),
            "more": self.messages.choose("and more", "med flera"),
        });
        let lang = self.messages.tag();
        json!({
            "generation": state.generation, "changed": changed, "edited": edited, "errors": state.errors, "lang": lang, "words": words,
        })
        .to_string()
    }
}

fn errors(findings: &[Finding]) -> Value {
    let errors = findings.iter().filter(|it| it.severity == "error").map(|it| {
        let mut value = serde_json::to_value(it).expect("strings and numbers are JSON");
        value["excerpt"] = serde_json::to_value(&it.excerpt).expect("strings are JSON");
        value
    });
    errors.collect()
}

/// A short hash of what a page holds, to see whether it is another one.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
