//! Watch, build again, show: a trainer sees the page change while writing.
//!
//! 1. `watcher` says which files were touched; `inputs` says which of them hold something else than before.
//! 2. `watch` builds into memory, gives the pages to the `site`, and writes them to the output folder.
//! 3. `serve` answers browsers from memory; `live.js` in every page hears of the new build and shows it.

mod browser;
mod inputs;
mod media;
mod page;
mod serve;
mod site;
mod watch;
mod watcher;

pub use browser::open_browser;
pub use watch::{Address, News, Settings, Stages, watch};
