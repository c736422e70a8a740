//! The organisation's brand: `_brand.yml` in the public brand.yml form. It colors everything; the two voices stay.
//!
//! What is read: `color` (`palette`, `background`, `foreground`, `primary`, `secondary`; palette names `belief` and `reality`
//! come before the last two), `typography` (`fonts` with files, `base`), `logo` and `meta.name`. What else the form has is
//! for other programs.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::color::Color;
use super::palette::{Faces, PaletteChoice, read_color};
use crate::diagnostic::Diagnostics;
use crate::source::{Source, Spanned};
use crate::yaml::{self, Node};

/// An organisation's brand.
#[derive(Debug, Default)]
pub struct Brand {
    /// What the organisation is called.
    pub name: Option<String>,
    /// Its mark, if there is one.
    pub logo: Option<Logo>,
    /// Its faces that come as files.
    pub fonts: Vec<FontFile>,
    pub(super) colors: PaletteChoice,
    pub(super) faces: Faces,
}

/// An organisation's mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The picture's path below the curriculum, and where it was named.
    pub path: Spanned<String>,
    /// What it shows.
    pub alt: String,
}

/// A face that comes as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontFile {
    /// Its family.
    pub family: String,
    /// The file's path below the curriculum, and where it was named.
    pub path: Spanned<String>,
    /// Its weight.
    pub weight: String,
    /// `normal` or `italic`.
    pub style: String,
}

impl Brand {
    /// Reads a brand; mistakes are reported, and what is sound is used.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Brand {
        let Ok(node) = yaml::parse(&source.text, &source.place(), diagnostics) else { return Brand::default() };
        let name = node.get("meta").and_then(|it| it.get("name")).and_then(|it| text(it, &["full", "short"]));
        Brand {
            logo: node.get("logo").and_then(|it| read_logo(it, name.as_deref())),
            name,
            fonts: read_fonts(&node),
            colors: node.get("color").map(|it| read_colors(it, diagnostics)).unwrap_or_default(),
            faces: Faces {
                said: None,
                is: node.get("typography").and_then(|it| it.get("base")).and_then(|it| text(it, &["family"])),
            },
        }
    }

    /// The rules that load its faces; `asset` gives a file's name among the assets.
    pub(super) fn font_faces(&self, asset: impl Fn(&str) -> Option<String>) -> String {
        let mut out = String::new();
        for font in &self.fonts {
            let Some(name) = asset(&font.path.value) else { continue };
            let family: String = quoted(&font.family);
            let plain = |text: &str| text.chars().filter(|it| it.is_ascii_alphanumeric() || *it == ' ').collect::<String>();
            writeln!(
                out,
                "@font-face {{\n  font-family: {family};\n  src: url(\"{name}\");\n  font-weight: {};\n  font-style: {};\n}}",
                plain(&font.weight),
                plain(&font.style)
            )
            .expect("a string takes everything");
        }
        out
    }
}

/// A family's name as CSS wants it.
pub(super) fn quoted(family: &str) -> String {
    let name: String = family.chars().filter(|it| !matches!(it, '"' | '\\' | '<' | '>' | '\n')).collect();
    format!("\"{name}\"")
}

/// A text, or the first of these keys that has one.
fn text(node: &Node, keys: &[&str]) -> Option<String> {
    let node = keys.iter().find_map(|key| node.get(key)).unwrap_or(node);
    node.text().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
}

fn read_colors(node: &Node, diagnostics: &mut Diagnostics) -> PaletteChoice {
    let mut names: BTreeMap<String, Color> = BTreeMap::new();
    let mut chosen: BTreeMap<&str, &Node> = BTreeMap::new();
    if let Some(yaml::NodeKind::Record(entries)) = node.get("palette").map(|it| &it.kind) {
        // Names may stand for names; two rounds do, since those who nest deeper mean something else.
        for _ in 0..2 {
            for (key, value) in entries {
                let text = value.text().unwrap_or_default().trim();
                if let Some(color) = Color::parse(text).or_else(|| names.get(text).copied()) {
                    names.insert(key.value.clone(), color);
                }
            }
        }
        for (key, value) in entries {
            if !names.contains_key(&key.value) {
                read_color(value, &names, diagnostics);
            }
            for name in ["belief", "reality"].into_iter().filter(|it| *it == key.value) {
                chosen.insert(name, value);
            }
        }
    }
    let light = |key: &str| node.get(key).map(|it| it.get("light").unwrap_or(it));
    let mut color = |node: Option<&Node>| node.and_then(|it| read_color(it, &names, diagnostics));
    PaletteChoice {
        paper: color(light("background")),
        ink: color(light("foreground")),
        reality: color(chosen.get("reality").copied().or_else(|| light("primary"))),
        belief: color(chosen.get("belief").copied().or_else(|| light("secondary"))),
    }
}

fn read_logo(node: &Node, name: Option<&str>) -> Option<Logo> {
    let images = node.get("images");
    let sized = ["medium", "small", "large"].iter().find_map(|size| node.get(size)).unwrap_or(node);
    let sized = sized.get("light").unwrap_or(sized);
    // A size may name one of the images.
    let named = sized.text().and_then(|it| images.and_then(|images| images.get(it.trim()))).unwrap_or(sized);
    let path = named.get("path").unwrap_or(named);
    let alt = named.get("alt").and_then(|it| text(it, &[])).or_else(|| name.map(str::to_owned)).unwrap_or_default();
    Some(Logo { path: Spanned::new(path.text()?.trim().to_owned(), path.span), alt })
}

fn read_fonts(node: &Node) -> Vec<FontFile> {
    let fonts = node.get("typography").and_then(|it| it.get("fonts")).and_then(Node::items).unwrap_or_default();
    let mut out = Vec::new();
    for font in fonts.iter().filter(|it| it.get("source").and_then(Node::text) == Some("file")) {
        let Some(family) = font.get("family").and_then(Node::text) else { continue };
        for file in font.get("files").and_then(Node::items).unwrap_or_default() {
            let path = file.get("path").unwrap_or(file);
            let Some(name) = path.text() else { continue };
            out.push(FontFile {
                family: family.to_owned(),
                path: Spanned::new(name.trim().to_owned(), path.span),
                weight: file.get("weight").and_then(Node::text).unwrap_or("400").to_owned(),
                style: file.get("style").and_then(Node::text).unwrap_or("normal").to_owned(),
            });
        }
    }
    out
}
