//! Processes as accessible SVG with an ordered list.

use super::context::Context;
use crate::document::Process;

/// Appends a process: diagram and list.
pub fn write_process(_out: &mut String, _process: &Process, _context: &Context<'_>) {}
