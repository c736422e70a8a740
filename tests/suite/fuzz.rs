//! What fuzzing once found, replayed: each file in `tests/fuzz/regressions/TARGET` goes through its target again.

use std::fs;
use std::path::Path;

#[path = "../fuzz/targets.rs"]
pub mod targets;

#[test]
fn what_was_found_once_is_not_found_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/regressions");
    for entry in fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let (_, target) = targets::TARGETS.iter().find(|(it, _)| *it == name).expect("a folder is named after a target");
        let mut inputs: Vec<_> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
        inputs.sort();
        for input in inputs {
            eprintln!("{}", input.display());
            target(&fs::read(input).unwrap());
        }
    }
}
