//! `tvartom lsp`: the language server, for editors to start.

use clap::{Args, ValueEnum};

use super::console::Console;
use super::selection::plain_request;
use super::status::Status;
use crate::diagnostic::report::Messages;
use crate::lsp::serve;
use crate::tree::Tree;

/// What `lsp` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The language of findings; else the editor's, else that of the locale.
    #[arg(long, value_enum)]
    messages: Option<Language>,
    /// Speak over standard input and output, which is what it does; some editors say so.
    #[arg(long)]
    stdio: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English.
    En,
    /// Swedish.
    Sv,
}

/// Serves an editor until it says goodbye.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let messages = arguments.messages.map(|it| match it {
        Language::En => Messages::English,
        Language::Sv => Messages::Swedish,
    });
    let said_goodbye = serve(plain_request(Vec::new(), false, Tree::empty()), messages, console.messages())?;
    // The protocol wants status 1 from a server that its editor left without a word.
    Ok(if said_goodbye { Status::Done } else { Status::Findings })
}
