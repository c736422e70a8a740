//! Tells cargo to look at the embedded themes again when a file in them is new or changed.

fn main() {
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=src/diagnostic/pages");
    println!("cargo:rerun-if-changed=src/build.rs");
}
