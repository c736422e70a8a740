//! Findings told: to people, to programs, to code hosts. Every writer gives a text; `console` prints it.

mod finding;
mod github;
mod human;
mod json;
mod sarif;
mod telling;
#[cfg(test)]
mod tests;

pub use finding::{Excerpt, Finding, Place, findings};
pub use github::github;
pub use human::{human, summary_line};
pub use json::{json, json_schema};
pub use sarif::sarif;
pub use telling::{Messages, Telling, count_modules};
