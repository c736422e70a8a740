//! Folders in, files out: the only place that opens the disk.
//!
//! [`Tree`] is what is read: the files under a folder. A [`Sink`] takes what is made: [`FolderSink`] writes it so that a
//! kill at any moment leaves whole files that are still known as ours; [`MemorySink`] holds it for preview and tests.

mod amend;
mod atomic;
mod file;
mod folder;
mod manifest;
mod memory;
mod output;
mod place;
mod start;

pub use amend::{Amended, amend};
pub use file::{Contents, File, Sink, Summary};
pub use folder::{Problem, TEXT_LIMIT, Tree};
pub use manifest::is_plain;
pub use memory::MemorySink;
pub use output::FolderSink;
pub use place::Refusal;
pub use start::{Created, create, refresh, replace};
