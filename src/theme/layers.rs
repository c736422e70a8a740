//! The files of a theme: its own over those of the themes it extends, over the built-in ones.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::manifest::{Manifest, read_manifest};
use crate::diagnostic::fault::{CANNOT_READ, THEME_LOOP, UNKNOWN_THEME};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::tree::Tree;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The faces, cut down when the program was compiled.
static FONTS: Dir<'static> = include_dir!("$OUT_DIR/fonts");

/// The name of the theme that everything falls back to.
pub(super) const DEFAULT: &str = "default";

/// One theme's files, by their path in its folder.
#[derive(Debug)]
pub(super) struct Layer {
    /// What templates of this layer are called by in findings: `NAME/`, or `built-in/`.
    pub(super) prefix: String,
    /// The files.
    pub(super) files: BTreeMap<String, Cow<'static, [u8]>>,
    /// What its `theme.yaml` says.
    pub(super) manifest: Manifest,
}

/// A theme's layers, the strongest first; the last one is built in.
pub(super) fn collect(name: &str, themes: &Tree, diagnostics: &mut Diagnostics) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        let prefix = format!("{name}/");
        if layers.iter().any(|layer| layer.prefix == prefix) {
            diagnostics.report(&THEME_LOOP, None, &[&name]);
            break;
        }
        let Some(layer) = folder(&prefix, themes, diagnostics) else {
            if name != DEFAULT {
                let names = themes.paths().iter().filter_map(|path| path.split_once('/').map(|(name, _)| name));
                let similar = did_you_mean(&name, names.chain([DEFAULT]));
                diagnostics.report(&UNKNOWN_THEME, None, &[&name]).suggest(similar);
            }
            break;
        };
        next = layer.manifest.extends.clone().or_else(|| (name != DEFAULT).then(|| DEFAULT.to_owned()));
        layers.push(layer);
    }
    layers.push(built_in());
    layers
}

/// A theme's folder, if there is one.
fn folder(prefix: &str, themes: &Tree, diagnostics: &mut Diagnostics) -> Option<Layer> {
    let mut files = BTreeMap::new();
    for path in themes.paths() {
        let Some(inner) = path.strip_prefix(prefix) else { continue };
        match themes.bytes(path) {
            Ok(bytes) => drop(files.insert(inner.to_owned(), Cow::Owned(bytes))),
            Err(error) => drop(diagnostics.error(&CANNOT_READ, None, &[path, &format!("{error:#}")])),
        }
    }
    if files.is_empty() {
        return None;
    }
    let manifest = match files.get("theme.yaml") {
        Some(bytes) => read_manifest(&format!("{prefix}theme.yaml"), bytes, diagnostics),
        None => Manifest::default(),
    };
    Some(Layer { prefix: prefix.to_owned(), files, manifest })
}

/// A file of the built-in theme, by its path in the folder.
pub(super) fn built_in_file(path: &str) -> Option<&'static [u8]> {
    BUILT_IN.get_file(path).map(|file| file.contents())
}

/// The built-in theme. Its `theme.yaml` repeats `tokens.css` for those who start a theme of their own, so it is not read.
fn built_in() -> Layer {
    let mut files = BTreeMap::new();
    add(&BUILT_IN, &mut files);
    for file in FONTS.files() {
        files.insert(format!("assets/fonts/{}", file.path().display()), Cow::Borrowed(file.contents()));
    }
    Layer { prefix: "built-in/".to_owned(), files, manifest: Manifest::default() }
}

fn add(folder: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        let path: Vec<_> = file.path().components().map(|it| it.as_os_str().to_string_lossy()).collect();
        files.insert(path.join("/"), Cow::Borrowed(file.contents()));
    }
    for folder in folder.dirs() {
        add(folder, files);
    }
}
