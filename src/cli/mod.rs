//! The command line: arguments to command. One file for each command; `console` is the only place that prints.

mod build;
mod calendar;
mod check;
mod completions;
mod console;
mod example;
mod explain;
mod fix;
mod list;
mod lsp;
mod modeline;
mod new;
mod project;
mod schema;
mod selection;
mod status;
mod translation;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use console::Console;
pub use fix::{Change, mend};
use status::{Status, WrongUsage};

use crate::tree::Refusal;

/// A workshop engine: write what people think they know and how it really is, once, and get deck, handout, quiz, key, guide
/// and agenda.
#[derive(Debug, Parser)]
#[command(name = "tvartom", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make everything the workshop needs.
    Build(build::Arguments),
    /// Build at every change, and show the pages while you write.
    Watch(watch::Arguments),
    /// Find what is wrong and, if asked, mend what is certain.
    Check(check::Arguments),
    /// Start a course, a module, a translation or a theme.
    New(new::Arguments),
    /// Show what there is: courses, modules, minutes, languages, findings.
    List(list::Arguments),
    /// Show the page about a finding.
    Explain(explain::Arguments),
    /// Print a JSON Schema for editors.
    Schema(schema::Arguments),
    /// Print completions for a shell.
    Completions(completions::Arguments),
    /// Run a language server: findings, meanings and names in your editor while you write.
    Lsp(lsp::Arguments),
}

/// Runs the command that the process was started with. Exit status: 0 done; 1 findings of severity error; 2 wrong usage; 3
/// the system failed.
pub fn run() -> ExitCode {
    let console = Console::new();
    // Wrong arguments end the process here, with status 2.
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Build(it) => build::run(&it, &console),
        Command::Watch(it) => watch::run(&it, &console),
        Command::Check(it) => check::run(&it, &console),
        Command::New(it) => new::run(&it, &console),
        Command::List(it) => list::run(&it, &console),
        Command::Explain(it) => explain::run(&it, &console),
        Command::Schema(it) => schema::run(&it, &console),
        Command::Lsp(it) => lsp::run(&it, &console),
        Command::Completions(it) => completions::run(&it, Arguments::command(), &console),
    };
    match done {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(error) => {
            console.failure(&error);
            let was_wrongly_asked = error.is::<WrongUsage>() || error.is::<Refusal>();
            ExitCode::from(if was_wrongly_asked { 2 } else { 3 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_the_design_promises_is_understood() {
        for line in [
            "build",
            "build tvartom/02-x.md --curriculum c --output o --theme t --lang sv --lang en --variant 90min --only deck,key \
             --formats html --strict --jobs 2 --participants 12 --date 2027-02-03",
            "watch --port 4001 --host 127.0.0.1 --open --no-serve --poll --stay tvartom",
            "check tvartom --format sarif --strict --fix --messages sv --mark-translated",
            "new course Kurs",
            "new module kurs/Modul",
            "new translation kurs/en",
            "new theme acme",
            "list --format json",
            "explain fact-without-caveat",
            "explain",
            "schema quiz",
            "schema facts --translation",
            "completions fish",
            "lsp --stdio --messages sv",
        ] {
            let words = std::iter::once("tvartom").chain(line.split_whitespace());
            assert!(Arguments::try_parse_from(words).is_ok(), "{line}");
        }
    }
}
