//! `tvartom lsp`: what is wrong, what a name means and what can be written, in the author's editor while they write.
//!
//! 1. `server` speaks the protocol; `desk` holds the texts that lie open, saved or not, and the courses they belong to as
//!    they would be with those texts. 2. A question is answered by one file: `findings`, `hover`, `complete`, `travel`
//!    (definitions, uses), `rename`, `outline`, `actions`. 3. They look at a [`view`]: a course read, checked and its names
//!    found; `position`, `markdown` and `yaml_place` say where in it the cursor is.

mod actions;
mod complete;
mod desk;
mod findings;
mod hover;
mod markdown;
mod outline;
mod position;
mod rename;
mod server;
mod travel;
mod view;
mod yaml_place;

pub use server::serve;
