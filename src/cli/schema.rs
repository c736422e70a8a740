//! `tvartom schema`: a JSON Schema for editors.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::console::Console;
use super::status::Status;
use crate::read::{SCHEMAS, schema};

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The kind of file.
    #[arg(value_parser = PossibleValuesParser::new(SCHEMAS.iter().copied()))]
    kind: String,
}

/// Prints the schema of a kind of file.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let schema = schema(&arguments.kind).expect("clap lets only the names of schemas through");
    let mut text = serde_json::to_string_pretty(&schema).expect("a JSON value is JSON");
    text.push('\n');
    console.result(&text);
    Ok(Status::Done)
}
