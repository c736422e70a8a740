//! `tvartom check`: finds what is wrong, and writes nothing (but the record of what is translated, if asked to).

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::console::Console;
use super::project::{Curriculum, open_themes};
use super::selection::plain_request;
use super::status::Status;
use super::translation::mark_translated;
use crate::diagnostic::report::{Messages, github, json, sarif};
use crate::pipeline::{self, Memo};

/// What `check` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Courses or modules; all if none is named.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    curriculum: Curriculum,
    /// For whom findings are written.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// The language of findings; else that of the locale.
    #[arg(long, value_enum)]
    messages: Option<Language>,
    /// Note that all translations are up to date with their originals.
    #[arg(long)]
    mark_translated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English.
    En,
    /// Swedish.
    Sv,
}

/// Checks and tells.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let messages = match arguments.messages {
        Some(Language::En) => Messages::English,
        Some(Language::Sv) => Messages::Swedish,
        None => console.messages(),
    };
    let tree = arguments.curriculum.open()?;
    let paths = arguments.curriculum.select(&tree, &arguments.paths)?;
    let telling = arguments.curriculum.telling(messages, arguments.strict);
    let progress = console.progress(console.choose("checking …", "kontrollerar …"));
    let tree = if arguments.mark_translated {
        for path in mark_translated(&tree, &paths)? {
            console.say(&telling.path(&path));
        }
        arguments.curriculum.open()?
    } else {
        tree
    };
    let request = plain_request(paths, arguments.strict, open_themes()?);
    let diagnostics = pipeline::check(&tree, &request, &mut Memo::default());
    drop(progress);
    match arguments.format {
        Format::Human => console.result_findings(&diagnostics, &telling),
        Format::Json => console.result(&json(&diagnostics, &telling)),
        Format::Github => console.result(&github(&diagnostics, &telling)),
        Format::Sarif => console.result(&sarif(&diagnostics, &telling)),
    }
    let (errors, _) = telling.count(&diagnostics);
    Ok(if errors > 0 { Status::Findings } else { Status::Done })
}
