//! `tvartom schema`: a JSON Schema for editors.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::console::Console;
use super::stages::{SCHEMAS, schema};
use super::status::Status;

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The kind of file.
    #[arg(value_parser = PossibleValuesParser::new(SCHEMAS))]
    kind: String,
}

/// Prints the schema of a kind of file.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let mut text = serde_json::to_string_pretty(&schema(&arguments.kind)).expect("a JSON value is JSON");
    text.push('\n');
    console.result(&text);
    Ok(Status::Done)
}
