//! `tvartom check`: finds what is wrong, and writes nothing unless it is asked to mend it or to note what is translated.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::console::Console;
use super::fix::{colored, diff, mend, write};
use super::project::{Curriculum, open_themes};
use super::selection::plain_request;
use super::status::Status;
use super::translation::mark_translated;
use crate::diagnostic::report::{Messages, Telling, github, json, sarif};
use crate::pipeline::{self, Request};
use crate::tree::Tree;

/// What `check` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Courses or modules; all if none is named.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    curriculum: Curriculum,
    /// The format of the findings.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Treat warnings as errors.
    #[arg(long)]
    strict: bool,
    /// Mend what can only have been meant one way, and show the changes.
    #[arg(long)]
    fix: bool,
    /// The language of the findings; the system's if not given.
    #[arg(long, value_enum)]
    messages: Option<Language>,
    /// Record that all translations are up to date with their originals.
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
    let tree = if arguments.mark_translated {
        for path in mark_translated(&tree, &paths)? {
            console.say(&telling.path(&path));
        }
        arguments.curriculum.open()?
    } else {
        tree
    };
    let request = plain_request(paths, arguments.strict, open_themes()?);
    let is_mended = arguments.fix && fix(&tree, &request, arguments.format, &telling, console)?;
    let tree = if is_mended { arguments.curriculum.open()? } else { tree };
    let progress = console.progress(console.choose("checking …", "kontrollerar …"));
    let diagnostics = pipeline::check(&tree, &request);
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

/// Shows what can certainly be mended and mends it; a person at a terminal is asked first.
fn fix(tree: &Tree, request: &Request, format: Format, telling: &Telling, console: &Console) -> anyhow::Result<bool> {
    let progress = console.progress(console.choose("checking …", "kontrollerar …"));
    let changes = mend(tree, request);
    drop(progress);
    if changes.is_empty() {
        console.say(telling.messages.choose("nothing can be mended with certainty", "inget går att rätta med säkerhet"));
        return Ok(false);
    }
    let diff = colored(&diff(&changes, telling));
    // The other forms are read by programs, which would not know what to do with a diff.
    match format {
        Format::Human => console.result(&diff),
        Format::Json | Format::Github | Format::Sarif => console.say(diff.trim_end()),
    }
    let question = telling.messages.choose("write these changes? [y/n] ", "ska ändringarna skrivas? [j/n] ");
    if !console.confirm(question) {
        return Ok(false);
    }
    write(tree, &changes, telling, console)?;
    Ok(true)
}
