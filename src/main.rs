//! The program `tvartom`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tvartom::cli::run()
}
