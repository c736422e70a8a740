//! The model of what is taught: courses in their languages, modules, sections, facts and questions, as the author means them.

mod ballot;
mod block;
mod course;
mod fact;
mod module;
mod quiz;
mod unread;

pub use ballot::Ballot;
pub use block::{
    Block, BlockKind, CalloutKind, Chart, ChartKind, Datum, FenceKind, Process, Step, Value, Worksheet, WorksheetField,
};
pub use course::{Audience, Break, Course, Curriculum, Edition, Lunch, Schedule, Scoring, Term, Translated, Variant};
pub use fact::{Amount, Fact, FactId, Grade, Status};
pub use module::{Method, Minutes, Misconception, Module, Objective, Only, Plan, Priority, Role, Section, TaskKind, Work};
pub use quiz::{Question, Quiz};
pub use unread::Unread;
