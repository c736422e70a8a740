//! Says which files were touched. Folders are watched, not files: a renamed file would silently be lost.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::Context;
use notify_debouncer_full::notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer_opt};

/// An editor that saves touches a file several times in a row; so long we wait for the last.
const QUIET: Duration = Duration::from_millis(60);
const TICK: Duration = Duration::from_millis(15);
const POLL: Duration = Duration::from_millis(400);

/// Watches until it is dropped.
#[derive(Debug)]
pub enum Watcher {
    /// By the system's own events.
    Native(Debouncer<RecommendedWatcher, RecommendedCache>),
    /// By looking again and again, for network drives.
    Poll(Debouncer<PollWatcher, RecommendedCache>),
}

/// Something was touched: these paths, or nobody knows what (none).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch(pub Option<Vec<PathBuf>>);

/// Watches folders and all that is in them.
pub fn start(folders: &[&Path], poll: bool, sender: Sender<Touch>) -> anyhow::Result<Watcher> {
    let handler = move |result: DebounceEventResult| {
        if let Some(touch) = touch(result) {
            // Nobody there to hear it: the watch is over.
            let _ = sender.send(touch);
        }
    };
    let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
    let cannot = "cannot watch for changes; try --poll";
    let mut watcher = if poll {
        Watcher::Poll(new_debouncer_opt(QUIET, Some(TICK), handler, RecommendedCache::new(), config).context(cannot)?)
    } else {
        Watcher::Native(new_debouncer_opt(QUIET, Some(TICK), handler, RecommendedCache::new(), config).context(cannot)?)
    };
    for folder in folders {
        let watched = match &mut watcher {
            Watcher::Native(it) => it.watch(folder, RecursiveMode::Recursive),
            Watcher::Poll(it) => it.watch(folder, RecursiveMode::Recursive),
        };
        watched.with_context(|| format!("cannot watch {}; try --poll", folder.display()))?;
    }
    Ok(watcher)
}

/// Our own reading causes events too (`Access`); they would make the build run for ever.
fn touch(result: DebounceEventResult) -> Option<Touch> {
    let Ok(events) = result else { return Some(Touch(None)) };
    if events.iter().any(|it| it.need_rescan()) {
        return Some(Touch(None));
    }
    let real = events.iter().filter(|it| !matches!(it.kind, EventKind::Access(_)));
    let paths: Vec<PathBuf> = real.flat_map(|it| it.paths.iter().cloned()).collect();
    (!paths.is_empty()).then_some(Touch(Some(paths)))
}
