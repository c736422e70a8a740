//! `tvartom explain`: a finding's page; without a code, all codes.

use clap::Args;
use include_dir::{Dir, include_dir};

use super::console::Console;
use super::status::{Status, wrong_usage};
use crate::diagnostic::did_you_mean;
use crate::diagnostic::fault::{FAULTS, Fault, Severity};
use crate::diagnostic::report::Messages;

/// `CODE.en.md` and `CODE.sv.md`.
static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostic/pages");

/// What `explain` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A finding's code, such as `fact-without-caveat`; all codes are listed if none is given.
    code: Option<String>,
}

/// Prints the page of a fault, or the list of all.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let messages = console.messages();
    let Some(code) = &arguments.code else {
        console.result(&list(messages));
        return Ok(Status::Done);
    };
    let Some(fault) = FAULTS.iter().find(|it| it.code == code) else {
        let (hint, hint_sv) = match did_you_mean(code, FAULTS.iter().map(|it| it.code)) {
            Some(it) => (format!("did you mean `{it}`?"), format!("menade du `{it}`?")),
            None => ("`tvartom explain` lists all".to_owned(), "`tvartom explain` räknar upp alla".to_owned()),
        };
        let (english, swedish) =
            (format!("there is no finding `{code}`; {hint}"), format!("det finns inget meddelande `{code}`; {hint_sv}"));
        return Err(wrong_usage(english, swedish));
    };
    console.result(&page(fault, messages));
    Ok(Status::Done)
}

fn list(messages: Messages) -> String {
    let width = FAULTS.iter().map(|it| it.code.len()).max().unwrap_or_default();
    let mut faults: Vec<&Fault> = FAULTS.to_vec();
    faults.sort_by_key(|it| it.code);
    let line = |it: &Fault| {
        format!("{:width$}  {:7}  {}\n", it.code, severity(it, messages), readable(messages.choose(it.message.en, it.message.sv)))
    };
    faults.into_iter().map(line).collect()
}

/// The page that was written for it; else what its sentences say.
fn page(fault: &Fault, messages: Messages) -> String {
    let written = PAGES.get_file(format!("{}.{}.md", fault.code, messages.tag())).and_then(|it| it.contents_utf8());
    if let Some(text) = written {
        return text.to_owned();
    }
    let mut out = format!(
        "# {}\n\n{}: {}\n",
        fault.code,
        severity(fault, messages),
        readable(messages.choose(fault.message.en, fault.message.sv))
    );
    if let Some(hint) = &fault.hint {
        out.push_str(&format!("\n{}\n", readable(messages.choose(hint.en, hint.sv))));
    }
    out
}

/// A sentence with an ellipsis where a finding has words of its own.
fn readable(sentence: &str) -> String {
    (0..10).fold(sentence.to_owned(), |told, idx| told.replace(&format!("{{{idx}}}"), "…"))
}

fn severity(fault: &Fault, messages: Messages) -> &'static str {
    match fault.severity {
        Severity::Error => messages.choose("error", "fel"),
        Severity::Warning => messages.choose("warning", "varning"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_something_to_show_and_every_page_a_fault() {
        for fault in FAULTS {
            for messages in [Messages::English, Messages::Swedish] {
                assert!(page(fault, messages).contains(fault.code), "{}", fault.code);
            }
        }
        for messages in [Messages::English, Messages::Swedish] {
            let list = list(messages);
            assert!(list.contains("`…`") && !list.contains("{0}"), "{list}");
        }
        for file in PAGES.files() {
            let name = file.path().to_string_lossy();
            let code = name.split('.').next().unwrap_or_default();
            assert!(FAULTS.iter().any(|it| it.code == code), "{name} is about no fault");
        }
    }
}
