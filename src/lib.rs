//! Tvärtom: a workshop engine. A curriculum module walks through this house in one direction, from file to page.
//!
//! | step | in → out | room |
//! |---|---|---|
//! | 1 | folder → [`tree::Tree`] | [`tree`] |
//! | 2 | sources → [`curriculum::Curriculum`] | [`read`] (with [`yaml`], [`prose`], [`citation`]) |
//! | 3 | curriculum → findings | [`check`] |
//! | 4 | curriculum → [`document::Document`]s | [`compose`] |
//! | 5 | documents → findings | [`proof`] |
//! | 6 | documents + [`theme::Theme`] → files | [`render`] |
//! | 7 | files → [`tree::Sink`] | [`tree`] |
//!
//! [`pipeline::build`] is all of it on one page. A room imports from lower floors only; `tests/suite/architecture`
//! holds the plan in code. Floors from the ground: `tree`, `locale` · `source` · `diagnostic` · `yaml`, `prose`,
//! `citation` · `item`, `theme` · `curriculum`, `document` · `read`, `check`, `compose`, `proof`, `render` · `pipeline` ·
//! `live`, `lsp` · `cli`.

pub mod check;
pub mod citation;
pub mod cli;
pub mod compose;
pub mod curriculum;
pub mod diagnostic;
pub mod document;
pub mod item;
pub mod live;
pub mod locale;
pub mod lsp;
pub mod pipeline;
pub mod proof;
pub mod prose;
pub mod read;
pub mod render;
pub mod source;
pub mod theme;
pub mod tree;
pub mod yaml;
