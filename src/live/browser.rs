//! Opens a page in the browser of the person who sits there.

use std::process::{Command, Stdio};

use anyhow::Context;

/// Opens an address with the system's own program for it.
///
/// # Errors
/// If that program cannot be started.
pub fn open_browser(url: &str) -> anyhow::Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().with_context(|| format!("cannot start {program} to open {url}"))?;
    Ok(())
}
