//! The script of a deck, put together of its parts. The build script does the same with the built-in parts, and makes the result
//! smaller.

/// The parts of a deck's script, in the order they are put together.
pub const SCRIPTS: [&str; 13] = [
    "deck-state.js",
    "deck-steps.js",
    "deck-walk.js",
    "deck-show.js",
    "deck-look.js",
    "deck-timer.js",
    "deck-vote.js",
    "deck-shift.js",
    "deck-print.js",
    "deck-panel.js",
    "deck-presenter.js",
    "deck-keys.js",
    "deck.js",
];

/// All parts of the script as they are written, with names that only they know.
pub fn joined<T: AsRef<str>>(text: impl Fn(&str) -> T) -> String {
    let mut out = "'use strict';(()=>{\n".to_owned();
    for name in SCRIPTS {
        out.push_str(text(name).as_ref());
        // The last line may be a comment.
        out.push('\n');
    }
    out + "})();"
}
