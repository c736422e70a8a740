//! A module: what is believed, what is so, and what to do, in sections.

use std::sync::Arc;

use super::ballot::Ballot;
use super::block::Block;
use super::fact::FactId;
use super::quiz::Quiz;
use crate::prose::{Footnote, Inline};
use crate::source::{Span, Spanned};

/// Whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Minutes(pub u32);

/// A module of a course, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Its name in links and paths.
    pub slug: String,
    /// Its file's path below the curriculum; in a translation, the translation's.
    pub path: Arc<str>,
    /// Its file's name, by which other modules link to it: `02-x.md`.
    pub file_name: String,
    /// The title in the front matter, or the file's start.
    pub span: Span,
    /// Its title.
    pub title: Vec<Inline>,
    /// One or two sentences that lead in.
    pub lead: Option<Vec<Inline>>,
    /// What participants can do afterwards.
    pub objectives: Vec<Objective>,
    /// Beliefs that are taken apart.
    pub misconceptions: Vec<Misconception>,
    /// When its facts were last checked.
    pub reviewed: Option<(i32, u32, u32)>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The sections in order. Text before the first heading is a section of its own with an empty title.
    pub sections: Vec<Section>,
    /// Its footnotes.
    pub footnotes: Vec<Footnote>,
    /// Its quiz.
    pub quiz: Option<Quiz>,
}

/// What participants can do afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// Its id, unique in the module.
    pub id: String,
    /// Bloom's level, in English: `analyze`.
    pub level: Option<String>,
    /// What they can do.
    pub text: Vec<Inline>,
    /// Where it is written.
    pub span: Span,
}

/// A belief that is taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Misconception {
    /// Its id, unique in the course.
    pub id: String,
    /// The belief in a sentence.
    pub text: Vec<Inline>,
    /// The section that states it, by id.
    pub belief: Option<Spanned<String>>,
    /// Where it is written.
    pub span: Span,
}

/// A section: a heading with its role and what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its id, unique in the module.
    pub id: String,
    /// Its heading.
    pub span: Span,
    /// Its title; empty for the opening.
    pub title: Vec<Inline>,
    /// What it is for.
    pub role: Role,
    /// Its time.
    pub plan: Plan,
    /// Where it is shown.
    pub only: Option<Only>,
    /// Whether its slides are revealed step by step.
    pub steps: bool,
    /// How the group works.
    pub work: Work,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What a section is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// Ordinary content.
    Plain,
    /// The claim, in the heading; it is voted on.
    Belief(Ballot),
    /// The best case for the belief.
    Steelman,
    /// Estimate this figure first.
    Guess(Spanned<FactId>),
    /// Why it seems true.
    Illusion,
    /// What the evidence says.
    Reality,
    /// When the old belief is right.
    Boundary,
    /// What if it is exactly the opposite?
    Inversion,
    /// Steps in order.
    Process,
    /// Something the group does.
    Task(TaskKind),
    /// Key points with gaps.
    Recap,
    /// If … then I will ….
    Commitment,
    /// Questions of the quiz that the room votes on; no author writes it.
    Votes,
    /// A pause.
    Break,
}

/// Something the group does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskKind {
    Discussion,
    Activity,
    Reflection,
    Premortem,
}

/// A section's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Planned by the author; estimated if absent.
    pub minutes: Option<Minutes>,
    /// What it can be cut to.
    pub cut: Option<Minutes>,
    /// How much it matters.
    pub priority: Priority,
}

/// How much a section matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    Must,
    Should,
    Could,
}

/// Where a section is shown, if not everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    Deck,
    Handout,
    Guide,
}

/// How a group works.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Work {
    /// The method.
    pub method: Option<Method>,
    /// How many in a group.
    pub group: Option<u32>,
    /// What is needed.
    pub materials: Vec<String>,
    /// The objective it trains, by id.
    pub objective: Option<String>,
}

/// Methods of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Solo,
    Pairs,
    Groups,
    Buzz,
    ThinkPairShare,
    Round,
    Gallery,
    Roleplay,
}

impl Module {
    /// Where a picture may lie: beside the module's file, and for a translation (a folder of the language's name) beside the
    /// original's. A path that leads out of the curriculum gives none.
    pub fn picture_paths(&self, path: &str, language: &str) -> Vec<String> {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut folders = vec![folder];
        folders.extend(folder.strip_suffix(language).and_then(|it| it.strip_suffix('/')));
        folders.into_iter().filter_map(|folder| join(folder, path)).collect()
    }
}

/// A relative path from a folder, without `.` and `..`.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
