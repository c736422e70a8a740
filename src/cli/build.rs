//! `tvartom build`: makes everything the workshop needs.

use std::path::Path;

use clap::Args;

use super::console::Console;
use super::project::{THEMES, open_themes};
use super::selection::Selection;
use super::status::Status;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Memo};
use crate::tree::{FolderSink, Summary};

/// What `build` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    selection: Selection,
}

/// Builds into the output folder.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let selection = &arguments.selection;
    let tree = selection.curriculum.open()?;
    let request = selection.request(&tree, open_themes()?)?;
    let telling = selection.curriculum.telling(console.messages(), selection.strict);
    let mut sink = FolderSink::open(&selection.output, &tree, &[Path::new(THEMES)])?;
    let progress = console.progress(console.choose("building …", "bygger …"));
    let diagnostics = pipeline::build(&tree, &request, &mut Memo::default(), &mut sink);
    let summary = sink.finish()?;
    drop(progress);
    console.say_findings(&diagnostics, &telling);
    say_summary(&summary, &selection.output, console);
    Ok(status(&diagnostics, selection.strict, &summary))
}

/// Says what became of the output folder.
pub fn say_summary(summary: &Summary, output: &Path, console: &Console) {
    let Summary { written, unchanged, removed, kept, left, collisions } = summary;
    let output = output.display();
    let mut line = console.choose(
        format!("{output}: {written} written, {unchanged} unchanged, {removed} removed"),
        format!("{output}: {written} skrivna, {unchanged} oförändrade, {removed} borttagna"),
    );
    if *kept > 0 {
        line.push_str(&console.choose(format!(", {kept} kept from before"), format!(", {kept} kvar från tidigare")));
    }
    console.say(&line);
    for path in left {
        console.say(&console.choose(
            format!("{path} was changed by somebody else and is left as it is"),
            format!("{path} har ändrats av någon annan och får vara som den är"),
        ));
    }
    for (first, second) in collisions {
        console.say(&console.choose(
            format!("{second} was not written: it differs from {first} only in upper and lower case"),
            format!("{second} skrevs inte: det enda som skiljer den från {first} är stora och små bokstäver"),
        ));
    }
}

fn status(diagnostics: &Diagnostics, strict: bool, summary: &Summary) -> Status {
    let is_faulty = diagnostics.has_errors() || (strict && !diagnostics.is_empty()) || !summary.collisions.is_empty();
    if is_faulty { Status::Findings } else { Status::Done }
}
