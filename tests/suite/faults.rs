//! Whatever happens to the disk or to the program while it builds: no published file is ever half a file, nothing of the author's or of
//! anybody else's is touched, what went wrong is said, and the next build heals.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::build::{MODULE, command, files, run, workshop, write};

const N_KILLS: u32 = 200;

/// Starts a build and lets it go on.
fn start(folder: &Path, line: &str) -> Child {
    command(folder, line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// The author's files, and what must never change.
fn authors(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(&folder.join("curriculum"))
}

/// What is published, without what the program keeps for itself.
fn published(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = files(output);
    found.retain(|path, _| !path.starts_with('.') && !path.contains("/."));
    found
}

/// The words that change from one state of the curriculum to the other.
fn state(folder: &Path, which: &str) {
    for (file, title) in [("01-a.md", "A"), ("02-b.md", "B")] {
        let text = MODULE.replace("title: A", &format!("title: {title}")).replace("Yes", which);
        write(folder, &format!("curriculum/c/{file}"), &text);
    }
}

#[test]
fn two_hundred_builds_are_killed_and_no_file_is_half_a_file() {
    let folder = workshop();
    let output = folder.path().join("output");
    let mut whole = Vec::new();
    let mut longest = Duration::ZERO;
    for which in ["Indeed", "Certainly"] {
        state(folder.path(), which);
        let begun = Instant::now();
        run(folder.path(), "build", 0);
        longest = longest.max(begun.elapsed());
        whole.push(published(&output));
    }
    assert!(whole[0] != whole[1], "there is something to change");
    write(folder.path(), "output/theirs.txt", "theirs");
    // A fixed, mixed sequence of moments (a linear congruential generator with Knuth's MMIX constants).
    let (mut random, mut n_killed, mut n_midway) = (4711_u64, 0, 0);
    for round in 0..N_KILLS {
        state(folder.path(), ["Indeed", "Certainly"][round as usize % 2]);
        let before = authors(folder.path());
        let mut child = start(folder.path(), "build");
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = u32::try_from((random >> 33) % 1000).unwrap();
        std::thread::sleep(longest * share / 1000);
        child.kill().unwrap();
        let is_killed = child.wait().unwrap().code().is_none();
        n_killed += u32::from(is_killed);
        n_midway += u32::from(output.join(".tvartom/journal").exists());
        // How long a build takes depends on what else the machine does.
        longest = if is_killed { longest * 21 / 20 } else { longest * 3 / 4 };
        for (path, bytes) in published(&output).iter().filter(|(path, _)| *path != "theirs.txt") {
            let is_whole = whole.iter().any(|it| it.get(path) == Some(bytes));
            assert!(is_whole, "{path} is neither the old nor the new file after {round} kills");
        }
        assert!(authors(folder.path()) == before, "the author's files are as they were");
    }
    assert!(n_killed > N_KILLS / 4, "only {n_killed} builds were killed before they were done");
    assert!(n_midway > 0, "no build was killed while it wrote");
    state(folder.path(), "Certainly");
    run(folder.path(), "build", 0);
    let mut healed = published(&output);
    assert_eq!(healed.remove("theirs.txt").as_deref(), Some(b"theirs".as_slice()));
    assert!(healed == whole[1], "the next build heals everything");
    let left = files(&output).into_keys().filter(|it| it.ends_with(".part") || it.contains("journal")).collect::<Vec<_>>();
    assert_eq!(left, Vec::<String>::new(), "nothing half-done is left lying");
}

#[test]
fn two_builds_at_once_into_one_folder_do_not_mix() {
    let folder = workshop();
    let output = folder.path().join("output");
    run(folder.path(), "build", 0);
    let whole = published(&output);
    fs::remove_dir_all(&output).unwrap();
    let mut children: Vec<Child> = (0..4).map(|_| start(folder.path(), "build")).collect();
    let codes: Vec<Option<i32>> = children.iter_mut().map(|it| it.wait().unwrap().code()).collect();
    assert!(codes.contains(&Some(0)) && codes.iter().all(|it| matches!(it, Some(0 | 3))), "{codes:?}");
    assert!(published(&output) == whole);
}

#[test]
fn a_folder_where_a_file_must_be_and_a_file_where_a_folder_must_be_are_told_and_left() {
    let folder = workshop();
    run(folder.path(), "build", 0);
    let before = published(&folder.path().join("output"));
    for (path, theirs) in [("output/c/en/a/handout.html", "x.txt"), ("output/index.html", "deep/er.txt")] {
        fs::remove_file(folder.path().join(path)).unwrap();
        write(folder.path(), &format!("{path}/{theirs}"), "theirs");
        let (_, said) = run(folder.path(), "build", 3);
        assert!(said.contains(Path::new(path).file_name().unwrap().to_str().unwrap()), "{said}");
        assert_eq!(fs::read(folder.path().join(path).join(theirs)).unwrap(), b"theirs");
        fs::remove_dir_all(folder.path().join(path)).unwrap();
    }
    fs::remove_dir_all(folder.path().join("output/c")).unwrap();
    write(folder.path(), "output/c", "theirs");
    let (_, said) = run(folder.path(), "build", 3);
    assert!(said.contains("output/c is in the way, and tvartom did not make it"), "{said}");
    assert_eq!(fs::read(folder.path().join("output/c")).unwrap(), b"theirs");
    fs::remove_file(folder.path().join("output/c")).unwrap();
    run(folder.path(), "build", 0);
    assert!(published(&folder.path().join("output")) == before, "the next build heals");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_what_was_published_stays() {
    use std::os::unix::process::CommandExt;

    let folder = workshop();
    run(folder.path(), "build", 0);
    let before = published(&folder.path().join("output"));
    state(folder.path(), "Indeed");
    // No file may grow beyond this: to the program it looks like a disk that is full in the middle of a file.
    let mut shell = std::process::Command::new("sh");
    let line = format!("trap '' XFSZ; ulimit -f 8; exec {} build", env!("CARGO_BIN_EXE_tvartom"));
    shell.arg0("sh").args(["-c", &line]).current_dir(folder.path()).env_clear().env("LC_ALL", "C.UTF-8");
    let output = shell.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.starts_with("error: cannot write"), "{said}");
    for (path, bytes) in published(&folder.path().join("output")) {
        assert!(before.contains_key(&path), "{path} is new");
        assert!(before[&path] == bytes || bytes.len() <= 8 * 1024, "{path} is whole");
    }
    run(folder.path(), "build", 0);
    run(folder.path(), "build --output other", 0);
    assert!(published(&folder.path().join("output")) == published(&folder.path().join("other")), "the next build heals");
}

#[cfg(unix)]
#[test]
fn a_folder_that_must_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let folder = workshop();
    run(folder.path(), "build", 0);
    let output = folder.path().join("output");
    let before = published(&output);
    state(folder.path(), "Indeed");
    let closed = output.join("c/en/a");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    // Whoever may write everything, as root may, is not stopped by that.
    let is_free = fs::write(closed.join("try"), "").is_ok();
    let _ = fs::remove_file(closed.join("try"));
    if !is_free {
        let (_, said) = run(folder.path(), "build", 3);
        assert!(said.starts_with("error: cannot write"), "{said}");
        assert!(published(&output).keys().eq(before.keys()));
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    run(folder.path(), "build", 0);
}

#[test]
fn sources_that_vanish_and_come_back_while_it_builds_do_no_harm() {
    let folder = workshop();
    let output = folder.path().join("output");
    run(folder.path(), "build", 0);
    let whole = published(&output);
    for _ in 0..20 {
        let mut child = start(folder.path(), "build");
        fs::rename(folder.path().join("curriculum/c"), folder.path().join("curriculum/_c")).unwrap();
        fs::rename(folder.path().join("curriculum/_c"), folder.path().join("curriculum/c")).unwrap();
        let code = child.wait().unwrap().code();
        assert!(matches!(code, Some(0 | 1)), "{code:?}");
        for (path, bytes) in published(&output).iter().filter(|(path, _)| path.starts_with("c/")) {
            assert!(whole.get(path) == Some(bytes), "{path} is whole");
        }
    }
    run(folder.path(), "build", 0);
    assert!(published(&output) == whole);
}
