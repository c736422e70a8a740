//! The only place that prints: results on standard output, everything else on standard error.
//!
//! Colors are taken away where they do not belong (`NO_COLOR`, pipes, old terminals).

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};

use super::status::WrongUsage;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::report::{Messages, Telling, human};

/// Where a command speaks.
#[derive(Debug)]
pub struct Console {
    messages: Messages,
}

/// Says what is being done if it takes long; says nothing more when it is dropped.
#[derive(Debug)]
pub struct Progress {
    _done: Option<Sender<()>>,
}

/// Work that is done sooner is not spoken of.
const PATIENCE: Duration = Duration::from_secs(1);

impl Console {
    /// Speaks the language of the person's locale.
    pub fn new() -> Console {
        let set = |name| std::env::var(name).ok().filter(|it| !it.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
        Console { messages: Messages::of_locale(&locale) }
    }

    /// The language it speaks.
    pub fn messages(&self) -> Messages {
        self.messages
    }

    /// One of two texts.
    pub fn choose<T>(&self, english: T, swedish: T) -> T {
        self.messages.choose(english, swedish)
    }

    /// Prints what was asked for. A reader that has gone away (`| head`) is no failure.
    pub fn result(&self, text: &str) {
        let _ = anstream::stdout().write_all(text.as_bytes());
    }

    /// Prints findings as what was asked for.
    pub fn result_findings(&self, diagnostics: &Diagnostics, telling: &Telling) {
        let is_styled = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
        self.result(&human(diagnostics, telling, is_styled));
    }

    /// Asks a person at a terminal; where there is none, nothing is asked and it is done.
    pub fn confirm(&self, question: &str) -> bool {
        if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            return true;
        }
        let _ = anstream::stderr().write_all(question.as_bytes());
        let mut answer = String::new();
        let is_read = std::io::stdin().read_line(&mut answer).is_ok_and(|it| it > 0);
        is_read && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja")
    }

    /// Says something about the work: a line.
    pub fn say(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// Says what was found while doing what was asked for.
    pub fn say_findings(&self, diagnostics: &Diagnostics, telling: &Telling) {
        let is_styled = AutoStream::choice(&std::io::stderr()) != ColorChoice::Never;
        let _ = anstream::stderr().write_all(human(diagnostics, telling, is_styled).as_bytes());
    }

    /// Says why the command cannot go on.
    pub fn failure(&self, error: &anyhow::Error) {
        // What the system says is English, and so is the word before it.
        let (name, words) = match error.downcast_ref::<WrongUsage>() {
            Some(wrong) => (self.choose("error", "fel"), wrong.told(self.messages).to_owned()),
            None => ("error", format!("{error:#}")),
        };
        let _ = writeln!(anstream::stderr(), "\u{1b}[1;31m{name}\u{1b}[0m: {words}");
    }

    /// Says what is being done if it takes long and a person looks on.
    pub fn progress(&self, text: &'static str) -> Progress {
        if !std::io::stderr().is_terminal() {
            return Progress { _done: None };
        }
        let (sender, receiver) = channel::<()>();
        std::thread::spawn(move || {
            if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let _ = writeln!(anstream::stderr(), "{text}");
            }
        });
        Progress { _done: Some(sender) }
    }
}
