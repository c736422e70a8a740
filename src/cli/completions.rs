//! `tvartom completions`: completions for a shell.

use clap::{Args, Command};
use clap_complete::Shell;

use super::console::Console;
use super::status::Status;

/// What `completions` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints completions for all of the program's arguments.
pub fn run(arguments: &Arguments, mut command: Command, console: &Console) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "tvartom", &mut script);
    console.result(&String::from_utf8_lossy(&script));
    Ok(Status::Done)
}
