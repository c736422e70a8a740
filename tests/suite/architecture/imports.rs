//! Who may know whom.

use std::collections::BTreeSet;

use super::house::{House, room};

/// The floors from the ground up; `main` and `build` stand outside.
const FLOORS: &[&[&str]] = &[
    &["tree", "locale"],
    &["source"],
    &["diagnostic"],
    &["yaml", "prose", "citation"],
    &["item", "theme"],
    &["curriculum", "document"],
    &["read", "check", "compose", "proof", "render"],
    &["pipeline"],
    &["live", "lsp"],
    &["cli"],
];

/// Who never sees whom, though the floors would let them.
const WALLS: &[(&str, &[&str])] = &[
    ("render", &["curriculum", "yaml"]),
    ("proof", &["curriculum", "yaml"]),
    ("read", &["document"]),
    ("check", &["document"]),
    ("compose", &["theme", "yaml"]),
];

/// Crates with a domain of their own, and the one room that names them.
const DOORS: &[(&str, &str)] = &[
    ("ammonia", "compose"),
    ("annotate_snippets", "diagnostic"),
    ("anstream", "cli"),
    ("axum", "live"),
    ("citationberg", "citation"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("cssparser", "render"),
    ("gen_lsp_types", "lsp"),
    ("hayagriva", "citation"),
    ("imagesize", "read"),
    ("lsp_server", "lsp"),
    ("notify", "live"),
    ("notify_debouncer_full", "live"),
    ("pulldown_cmark", "prose"),
    ("pulldown_latex", "compose"),
    ("qrcode", "render"),
    ("rayon", "pipeline"),
    ("roxmltree", "render"),
    ("serde_saphyr", "yaml"),
    ("sha2", "render"),
    ("similar", "cli"),
    ("tempfile", "tree"),
    ("tera", "theme"),
    ("tokio", "live"),
    ("tokio_stream", "live"),
    ("typst", "render"),
    ("typst_layout", "render"),
    ("typst_pdf", "render"),
    ("walkdir", "tree"),
];

/// Files that may know each other, since their data is recursive: blocks hold inlines and sections, notes, answers and
/// footnotes, which hold blocks.
const RECURSIVE: &[(&str, &[&str])] = &[("render/html/block.rs", &["inline", "section", "guide", "solution", "evidence"])];

/// A room imports from lower floors only.
pub fn floors(house: &House) -> Vec<String> {
    let floor = |room: &str| FLOORS.iter().position(|it| it.contains(&room));
    let mut breaches = Vec::new();
    for (path, file) in house.files.iter().filter(|(path, _)| !matches!(path.as_str(), "main.rs" | "lib.rs" | "build.rs")) {
        let Some(own) = floor(room(path)) else {
            breaches.push(format!("{path}: the room `{}` has no floor", room(path)));
            continue;
        };
        for other in rooms_named(&file.code).iter().filter(|it| *it != room(path)) {
            match floor(other) {
                Some(theirs) if theirs < own => {}
                Some(_) => breaches.push(format!("{path}: `{other}` is not below `{}`", room(path))),
                None => breaches.push(format!("{path}: `crate::{other}` is no room")),
            }
        }
    }
    breaches
}

/// Nobody looks through a wall.
pub fn walls(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for (path, file) in &house.files {
        for (_, hidden) in WALLS.iter().filter(|(it, _)| *it == room(path)) {
            let seen = rooms_named(&file.code).into_iter().filter(|it| hidden.contains(&it.as_str()));
            breaches.extend(seen.map(|it| format!("{path}: `{}` never sees `{it}`", room(path))));
        }
    }
    breaches
}

/// A crate with a domain of its own is named in one room.
pub fn doors(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for (path, file) in &house.files {
        for (name, door) in DOORS.iter().filter(|(_, door)| *door != room(path)) {
            let path_start = format!("{name}::");
            let used = format!("use {name};");
            if starts_of(&file.code, &path_start).next().is_some() || file.code.contains(&used) {
                breaches.push(format!("{path}: `{name}` is named in `{door}` alone"));
            }
        }
    }
    breaches
}

/// A child never imports its parent: what a `mod.rs` defines or hands on is for those outside.
pub fn parents(house: &House) -> Vec<String> {
    let mut breaches = Vec::new();
    for path in house.files.keys() {
        let above = module(path);
        for (target, named) in known_files(house, path) {
            let folder = target.strip_suffix("/mod.rs").unwrap_or_default();
            let is_parent = !folder.is_empty() && *path != target && above.join("/").starts_with(&format!("{folder}/"));
            if is_parent {
                breaches.push(format!("{path}: imports `{named}` from its parent {target}"));
            }
        }
    }
    breaches
}

/// No two files of a room import each other.
pub fn circles(house: &House) -> Vec<String> {
    let mut edges: BTreeSet<(String, String)> = BTreeSet::new();
    for path in house.files.keys() {
        edges.extend(known_files(house, path).into_iter().map(|(target, _)| (path.clone(), target)));
    }
    let stem = |path: &str| path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned();
    let is_recursive = |a: &str, b: &str| RECURSIVE.iter().any(|(one, others)| *one == a && others.contains(&stem(b).as_str()));
    let both = edges.iter().filter(|(a, b)| a < b && edges.contains(&(b.clone(), a.clone())));
    both.filter(|(a, b)| !a.ends_with("mod.rs") && !b.ends_with("mod.rs") && !is_recursive(a, b))
        .map(|(a, b)| format!("{a} and {b} import each other"))
        .collect()
}

/// The module path of a file: `read/kinds/mod.rs` is `read::kinds`.
fn module(path: &str) -> Vec<String> {
    let stem = path.trim_end_matches(".rs");
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    stem.split('/').map(str::to_owned).collect()
}

/// The files of its own room that a file imports from, each with the first name that it takes from there.
fn known_files(house: &House, path: &str) -> Vec<(String, String)> {
    let code = &house.files[path].code;
    let here = module(path);
    let mut files = Vec::new();
    for mut named in paths(code) {
        let mut base = match named.remove(0).as_str() {
            "crate" => Vec::new(),
            _ => here[..here.len() - 1].to_vec(),
        };
        while named.first().is_some_and(|it| it == "super") {
            named.remove(0);
            base.pop();
        }
        let Some(mut found) = named.first().cloned() else { continue };
        // As far down as there are files; what is left is a name in the last one.
        let mut target = house.file_of(&base);
        for (idx, part) in named.iter().enumerate() {
            base.push(part.clone());
            let Some(file) = house.file_of(&base) else { break };
            target = Some(file);
            found = named.get(idx + 1).unwrap_or(part).clone();
        }
        if let Some(target) = target.filter(|it| room(it) == room(path) && *it != path) {
            files.push((target.to_owned(), found));
        }
    }
    files.sort();
    files.dedup();
    files
}

/// The rooms that code names after `crate::`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    paths(code).into_iter().filter(|it| it[0] == "crate").filter_map(|it| it.get(1).cloned()).collect()
}

/// Every path that starts with `crate` or `super`, with braces multiplied out.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for start in ["crate::", "super::"] {
        for at in starts_of(code, start).filter(|at| !code[..*at].ends_with("super::")) {
            let mut prefix = vec![start.trim_end_matches(':').to_owned()];
            tails(&code[at + start.len()..], &mut prefix, &mut paths);
        }
    }
    paths
}

/// Reads the rest of a path, and gives how many bytes it took.
fn tails(rest: &str, prefix: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let depth = prefix.len();
    let mut at = 0;
    loop {
        let tail = &rest[at..];
        if tail.starts_with('{') {
            at += 1;
            while !rest[at..].starts_with('}') && at < rest.len() {
                let skipped = rest[at..].len() - rest[at..].trim_start_matches([' ', '\n', ',']).len();
                at += skipped;
                if rest[at..].starts_with('}') {
                    break;
                }
                let taken = tails(&rest[at..], prefix, paths);
                at += taken.max(1);
            }
            prefix.truncate(depth);
            return at + 1;
        }
        let length = tail.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(tail.len());
        if length > 0 {
            prefix.push(tail[..length].to_owned());
            at += length;
        }
        if length > 0 && rest[at..].starts_with("::") {
            at += 2;
            continue;
        }
        // `Thing as Other`
        at += rest[at..].find([',', ';', '}', ')', '\n', '(', ' ']).unwrap_or(0);
        if rest[at..].starts_with(" as ") {
            at += rest[at..].find([',', ';', '}']).unwrap_or(0);
        }
        paths.push(prefix.clone());
        prefix.truncate(depth);
        return at;
    }
}

/// Where a word stands that is not the end of a longer one.
fn starts_of<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_whole = |at: usize| !code[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_');
    code.match_indices(word).map(|(at, _)| at).filter(move |at| is_whole(*at))
}
