//! The marks of a well-kept file.

use super::house::{House, room};

/// Files that are tables; they are as long as there is to tell.
const TABLES: &[&str] = &["locale/phrases.rs", "locale/swedish.rs", "locale/english.rs", "diagnostic/fault.rs", "read/about.rs"];

/// Rooms without a subject.
const DRAWERS: &[&str] = &["utils", "util", "common", "misc", "helper", "helpers", "manager", "handler", "shared"];

/// No file has more than 500 lines.
pub fn length(house: &House) -> Vec<String> {
    let long = house.files.iter().filter(|(path, file)| !TABLES.contains(&path.as_str()) && file.text.lines().count() > 500);
    long.map(|(path, file)| format!("{path}: {} lines", file.text.lines().count())).collect()
}

/// Every file opens with one sentence on what stands in it.
pub fn openings(house: &House) -> Vec<String> {
    let opens = |text: &str| text.starts_with("//! ");
    house.files.iter().filter(|(_, file)| !opens(&file.text)).map(|(path, _)| format!("{path}: no `//!` at its top")).collect()
}

/// Every public item has a sentence.
pub fn sentences(house: &House) -> Vec<String> {
    const ITEMS: &[&str] = &["fn ", "const fn ", "struct ", "enum ", "trait ", "const ", "static ", "type ", "async fn "];
    let mut breaches = Vec::new();
    for (path, file) in &house.files {
        let lines: Vec<&str> = file.text.lines().take(file.code.lines().count()).collect();
        for (idx, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let Some(item) = line.trim_start().strip_prefix("pub ") else { continue };
            if indent > 4 || !ITEMS.iter().any(|it| item.starts_with(it)) {
                continue;
            }
            let is_attribute = |it: &&str| {
                let it = it.trim();
                it.is_empty() || it.starts_with("#[") || it.ends_with(")]")
            };
            let above = lines[..idx].iter().rev().copied().find(|it| !is_attribute(it)).unwrap_or_default().trim();
            if !above.starts_with("///") && !above.starts_with("#[doc") {
                breaches.push(format!("{path}:{}: `pub {item}` has no `///`", idx + 1));
            }
        }
    }
    breaches
}

/// Only the console prints. Build scripts speak to cargo.
pub fn printing(house: &House) -> Vec<String> {
    const WORDS: &[&str] = &["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", "stdout().write", "stderr().write"];
    find(house, WORDS, |path| !matches!(path, "cli/console.rs" | "build.rs"))
}

/// What may fail is met.
pub fn unwrapping(house: &House) -> Vec<String> {
    find(house, &[".unwrap()", "unsafe {", "unsafe fn", "todo!(", "unimplemented!("], |_| true)
}

/// Only `tree` opens the disk; the build script runs before there is a program.
pub fn disk(house: &House) -> Vec<String> {
    find(house, &["std::fs", "fs::read", "fs::write", "File::open", "File::create"], |path| {
        room(path) != "tree" && path != "build.rs"
    })
}

/// The same input gives the same bytes: no order by chance, and no clock below `live`.
pub fn chance(house: &House) -> Vec<String> {
    let mut breaches = find(house, &["HashMap", "HashSet"], |_| true);
    breaches.extend(find(house, &["SystemTime", "Instant::now"], |path| !matches!(room(path), "live" | "cli")));
    breaches
}

/// Every file has a subject.
pub fn drawers(house: &House) -> Vec<String> {
    let parts = |path: &str| path.split('/').map(|it| it.trim_end_matches(".rs").to_owned()).collect::<Vec<_>>();
    let is_drawer = |path: &&String| parts(path).iter().any(|it| DRAWERS.contains(&it.as_str()));
    house.files.keys().filter(is_drawer).map(|path| format!("{path}: a drawer without a subject")).collect()
}

fn find(house: &House, words: &[&str], applies: fn(&str) -> bool) -> Vec<String> {
    let mut breaches = Vec::new();
    for (path, file) in house.files.iter().filter(|(path, _)| applies(path)) {
        for (idx, line) in file.code.lines().enumerate() {
            breaches.extend(words.iter().find(|it| line.contains(**it)).map(|it| format!("{path}:{}: `{it}`", idx + 1)));
        }
    }
    breaches
}
