//! `tvartom watch`: builds at every change, and shows the pages while the author writes.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::build::say_summary;
use super::console::Console;
use super::project::{THEMES, open_themes};
use super::selection::Selection;
use super::status::Status;
use crate::diagnostic::Diagnostics;
use crate::live::{self, Address, News, Settings, Stages, open_browser};
use crate::pipeline::{self, Memo};
use crate::tree::{Sink, Tree};

/// What `watch` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    selection: Selection,
    /// The port to serve pages on; the next free one if it is taken.
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,
    /// The host to serve pages on. Any but this machine's own shows trainers' pages to the network.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the pages in a browser.
    #[arg(long)]
    open: bool,
    /// Build only, and serve nothing.
    #[arg(long)]
    no_serve: bool,
    /// Look for changes at intervals; for network drives and the like, where the system reports none.
    #[arg(long)]
    poll: bool,
    /// Let the browser stay on its page instead of following what is edited.
    #[arg(long)]
    stay: bool,
}

/// Watches until the process is ended.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let selection = &arguments.selection;
    // What is wrong with the arguments is told now; the request is made anew for each build, since courses come and go.
    selection.request(&selection.curriculum.open()?, open_themes()?)?;
    let telling = selection.curriculum.telling(console.messages(), selection.strict);
    let address = Address { host: arguments.host.clone(), port: arguments.port };
    let settings = Settings {
        curriculum: selection.curriculum.curriculum.clone(),
        themes: PathBuf::from(THEMES),
        output: selection.output.clone(),
        serve: (!arguments.no_serve).then_some(address),
        poll: arguments.poll,
        stay: arguments.stay,
        telling: telling.clone(),
    };
    let mut memo = Memo::for_watching();
    let mut build = |tree: &Tree, themes: &Tree, sink: &mut dyn Sink| match selection.request(tree, themes.clone()) {
        Ok(mut request) => {
            // Where pages are served, a PDF is made when somebody asks for it, and nobody waits for one at every save.
            if !arguments.no_serve {
                request.formats.retain(|it| !it.starts_with("pdf"));
            }
            pipeline::build(tree, &request, &mut memo, sink)
        }
        Err(error) => {
            // What was asked for is gone for the moment; its pages stay.
            console.failure(&error);
            sink.keep("");
            Diagnostics::default()
        }
    };
    let mut tell = |news: News| {
        match news {
            News::Serving { url, moved } => say_where(&url, moved, arguments, console),
            News::Built { diagnostics, elapsed } => {
                console.say_findings(&diagnostics, &telling);
                console.say(
                    &console
                        .choose(format!("built in {} ms", elapsed.as_millis()), format!("byggt på {} ms", elapsed.as_millis())),
                );
            }
            News::Written(summary) => say_summary(&summary, &selection.output, console),
            News::Failed(error) => console.failure(&error),
        }
        ControlFlow::Continue(())
    };
    let asked = selection.clone();
    let print = move |tree: &Tree, themes: &Tree, path: &str| {
        let request = asked.request(tree, themes.clone()).ok()?;
        pipeline::print(tree, &request, path)
    };
    live::watch(&settings, Stages { build: &mut build, locate: &pipeline::locate, print: Arc::new(print) }, &mut tell)?;
    Ok(Status::Done)
}

fn say_where(url: &str, moved: bool, arguments: &Arguments, console: &Console) {
    if moved {
        let port = arguments.port;
        console.say(&console.choose(
            format!("port {port} is taken; using the next free one"),
            format!("port {port} är upptagen; tar nästa lediga"),
        ));
    }
    console.say(
        &console.choose(format!("showing the pages at {url} (Ctrl+C ends)"), format!("visar sidorna på {url} (Ctrl+C avslutar)")),
    );
    if arguments.open
        && let Err(error) = open_browser(url)
    {
        console.failure(&error);
    }
}
