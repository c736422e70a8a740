//! The program `tvartom`.

use std::process::ExitCode;

/// Reading a curriculum makes millions of short strings and lists, which is what this allocator is good at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tvartom::cli::run()
}
