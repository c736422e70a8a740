//! `tvartom schema`: a JSON Schema for editors, and that of the findings for programs.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::console::Console;
use super::status::Status;
use crate::diagnostic::report::json_schema;
use crate::read::{self, SCHEMAS};
use crate::theme;
use crate::yaml::Written;

/// What `check --format json` prints.
const FINDINGS: &str = "findings";

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The kind of file; `findings` is what `check --format json` prints.
    #[arg(value_parser = PossibleValuesParser::new(SCHEMAS.iter().chain(theme::SCHEMAS).copied().chain([FINDINGS])))]
    kind: String,
    /// For the files of a translation, which hold texts alone.
    #[arg(long)]
    translation: bool,
}

/// Prints the schema of a kind of file.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let written = if arguments.translation { Written::Translation } else { Written::Original };
    let schema = read::schema(&arguments.kind, written).or_else(|| theme::schema(&arguments.kind)).unwrap_or_else(json_schema);
    let mut text = serde_json::to_string_pretty(&schema).expect("a JSON value is JSON");
    text.push('\n');
    console.result(&text);
    Ok(Status::Done)
}
