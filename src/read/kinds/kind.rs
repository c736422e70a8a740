//! What a kind of question is to the reader.

use crate::diagnostic::Reported;
use crate::item::{Response, Solution};
use crate::prose::Inline;
use crate::read::around::Around;
use crate::source::Span;
use crate::yaml::{Field, Record};

/// A kind of question.
#[derive(Debug)]
pub struct Kind {
    /// Its name in the quiz.
    pub name: &'static str,
    /// A question of the kind without `id` and `kind`, as YAML; a test reads it.
    pub example: &'static str,
    /// The fields it has besides those of all questions.
    pub fields: &'static [Field],
    /// Whether it can be right or wrong.
    pub scored: bool,
    /// Whether its parts may be put in another order.
    pub shuffles: bool,
    /// Whether it makes its question itself.
    pub has_own_question: bool,
    /// Fields to response and solution.
    pub read: fn(&mut Asking<'_, '_>) -> Result<Asked, Reported>,
}

/// A question that is being read.
#[derive(Debug)]
pub struct Asking<'r, 'a> {
    /// Its fields.
    pub record: &'r mut Record<'a>,
    /// What is around it.
    pub around: Around<'a>,
    /// Its id, to shuffle by: the same question has the same order every time.
    pub seed: &'r str,
}

impl Asking<'_, '_> {
    /// Where the question is asked; the whole of it if its text is missing.
    pub fn asked(&self) -> Span {
        self.record.node("question").map_or(self.record.span, |it| it.span)
    }
}

/// What a kind makes of its fields.
#[derive(Debug)]
pub struct Asked {
    /// The question, if the kind makes it itself.
    pub question: Option<Vec<Inline>>,
    /// How it is answered.
    pub response: Response<Vec<Inline>>,
    /// What is right.
    pub solution: Solution,
    /// Why each option is right or tempting.
    pub why_option: Vec<Option<Vec<Inline>>>,
    /// The misconception of each option.
    pub misconceptions: Vec<Option<String>>,
}

impl Asked {
    /// A response with its solution and nothing else.
    pub fn new(response: Response<Vec<Inline>>, solution: Solution) -> Self {
        Self { question: None, response, solution, why_option: Vec::new(), misconceptions: Vec::new() }
    }
}
