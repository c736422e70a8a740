//! Sources, and how a citation reads in a style and a language.
//!
//! 1. [`passage`] finds where each entry stands in the file, [`circle`] and [`depth`] those that no reader would come out of.
//! 2. [`parse`] has a file or a passage read; [`read`] keeps what is sound and tells what is not, [`fields`] which fields
//!    nobody reads.
//! 3. [`style`] formats all sources at once in a language, since which of two is "2018a" depends on both; [`piece`] holds
//!    what comes out.
//! 4. [`bibliography`] answers from that; [`locator`] adds the page.

mod bibliography;
mod circle;
mod complaint;
mod depth;
mod fields;
mod locator;
mod parse;
mod passage;
mod piece;
mod read;
mod style;
mod unread;

pub use bibliography::{Bibliography, Listed};
pub use fields::FIELDS;
pub use passage::{source_keys, source_uses};
pub use piece::Piece;
