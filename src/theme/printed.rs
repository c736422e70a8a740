//! What printing needs of a theme: the templates in `pdf/`, the paper they are set for, and the families of the two voices.

use std::collections::BTreeMap;

use super::layers::Layer;
use crate::diagnostic::Diagnostics;
use crate::source::{Root, Source, Span};

/// The paper that PDF is set for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sheet {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Sheet {
    /// Its name, as templates know it.
    pub fn name(self) -> &'static str {
        match self {
            Sheet::A4 => "a4",
            Sheet::Letter => "us-letter",
        }
    }
}

/// A template, and the built-in one that stands in where it does not compile.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its text.
    pub text: String,
    /// Where it is an author's: its place among the sources.
    pub source: Option<Source>,
}

/// What printing needs of a theme.
#[derive(Debug, Default)]
pub struct Printed {
    /// The templates by file name, such as `paper.typ`: the theme's own over the built-in ones.
    pub templates: BTreeMap<String, Template>,
    /// The built-in templates alone.
    pub built_in: BTreeMap<String, Template>,
    /// The paper.
    pub sheet: Sheet,
    /// The families that claims and everything else are set in, where they are chosen.
    pub families: [Option<String>; 2],
    /// Faces that come as files: the theme's own and the brand's.
    pub faces: Vec<FaceFile>,
}

/// A face that comes as a file.
#[derive(Debug, Clone)]
pub struct FaceFile {
    /// The file's path, as its author knows it.
    pub path: String,
    /// Where it was named.
    pub span: Option<Span>,
    /// The family it stands for, whatever its file calls it; the file's own where nothing else is said.
    pub family: Option<String>,
    /// Its weight: `700`.
    pub weight: String,
    /// `normal` or `italic`.
    pub style: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Printed {
    /// The templates of all layers; the strongest layer that has one wins.
    pub(super) fn collect(layers: &[Layer], sheet: Sheet, diagnostics: &mut Diagnostics) -> Printed {
        let mut printed = Printed { sheet, ..Printed::default() };
        for (idx, layer) in layers.iter().enumerate().rev() {
            let is_built_in = idx + 1 == layers.len();
            if !is_built_in {
                printed.faces.extend(layer.files.iter().filter_map(|(path, bytes)| face(layer, path, bytes)));
            }
            for (name, bytes) in layer.files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("pdf/")?, bytes))) {
                let template = read(layer, name, bytes, is_built_in, diagnostics);
                if is_built_in {
                    printed.built_in.insert(name.to_owned(), template.clone());
                }
                printed.templates.insert(name.to_owned(), template);
            }
        }
        printed
    }
}

/// A face among a theme's assets.
fn face(layer: &Layer, path: &str, bytes: &[u8]) -> Option<FaceFile> {
    let (_, ending) = path.strip_prefix("assets/")?.rsplit_once('.')?;
    let is_face = ["ttf", "otf", "woff", "woff2"].iter().any(|it| ending.eq_ignore_ascii_case(it));
    is_face.then(|| FaceFile {
        path: format!("{}{path}", layer.prefix),
        span: None,
        family: None,
        weight: String::new(),
        style: String::new(),
        bytes: bytes.to_vec(),
    })
}

fn read(layer: &Layer, name: &str, bytes: &[u8], is_built_in: bool, diagnostics: &mut Diagnostics) -> Template {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source =
        (!is_built_in).then(|| diagnostics.sources.add_from(Root::Themes, &format!("{}pdf/{name}", layer.prefix), text.as_str()));
    Template { text, source }
}
