//! Themes: tokens, styles, scripts, page shells and fonts. The built-in theme is embedded; a folder can replace any file of it.

mod advances;
mod assets;
mod brand;
mod color;
mod covered;
mod layers;
mod manifest;
mod metrics;
mod palette;
mod printed;
mod schema;
mod shells;
#[cfg(feature = "pdf")]
mod whole;

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::Value;

pub use brand::{Brand, FontFile, Logo};
pub use color::Color;
pub use covered::{is_covered, is_shapeless};
pub use manifest::THEME;
pub use metrics::{Face, text_width, wrap};
pub use palette::Palette;
pub use printed::{FaceFile, Printed, Sheet, Template};
pub use schema::{SCHEMAS, schema};

#[cfg(feature = "pdf")]
pub use whole::whole_faces;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::CANNOT_READ;
use crate::source::Spanned;
use crate::tree::{Contents, File, Tree};
use assets::Assets;
use palette::{Faces, PaletteChoice};
use shells::Shells;

/// A theme, ready to use: layered files, compiled shells, hashed assets.
#[derive(Debug)]
pub struct Theme {
    shells: Shells,
    assets: Assets,
    colors: PaletteChoice,
    faces: Faces,
    palette: Palette,
    organisation: Option<String>,
    logo: Option<(String, String)>,
    logo_path: Option<Spanned<String>>,
    printed: Printed,
}

impl Theme {
    /// A theme by its name: its folder over what it extends, over the built-in theme. What is wrong with it is reported, and
    /// the built-in theme stands in.
    pub fn load(name: &str, themes: &Tree, diagnostics: &mut Diagnostics) -> Theme {
        let layers = layers::collect(name, themes, diagnostics);
        let (mut colors, mut faces) = (PaletteChoice::default(), Faces::default());
        for layer in &layers {
            colors = colors.or(layer.manifest.colors);
            faces = faces.or(&layer.manifest.faces);
        }
        let sheet = layers.iter().find_map(|it| it.manifest.sheet).unwrap_or_default();
        let mut theme = Theme {
            shells: Shells::compile(&layers, diagnostics),
            assets: Assets::collect(&layers),
            colors,
            faces,
            palette: colors.palette(diagnostics),
            organisation: None,
            logo: None,
            logo_path: None,
            printed: Printed::collect(&layers, sheet, diagnostics),
        };
        theme.dress("");
        theme
    }

    /// The theme in an organisation's colors; its mark and faces are read from the curriculum.
    pub fn branded(mut self, brand: &Brand, curriculum: &Tree, diagnostics: &mut Diagnostics) -> Theme {
        self.colors = brand.colors.or(self.colors);
        self.faces = brand.faces.or(&self.faces);
        self.palette = self.colors.palette(diagnostics);
        self.organisation.clone_from(&brand.name);
        let mut files: Vec<_> = brand.fonts.iter().map(|font| &font.path).collect();
        files.extend(brand.logo.iter().map(|logo| &logo.path));
        for path in files {
            match curriculum.bytes(&path.value) {
                Ok(bytes) => self.assets.add(&brand_asset(&path.value), Cow::Owned(bytes)),
                Err(error) => drop(diagnostics.error(&CANNOT_READ, path.span, &[&path.value, &format!("{error:#}")])),
            }
        }
        let face = |font: &FontFile| {
            Some(FaceFile {
                path: font.path.value.clone(),
                span: Some(font.path.span),
                family: Some(font.family.clone()),
                weight: font.weight.clone(),
                style: font.style.clone(),
                bytes: self.assets.get(&brand_asset(&font.path.value))?.bytes.to_vec(),
            })
        };
        self.printed.faces.extend(brand.fonts.iter().filter_map(face));
        let logo = brand.logo.as_ref().map(|logo| (brand_asset(&logo.path.value), logo.alt.clone()));
        self.logo_path = brand.logo.as_ref().map(|logo| logo.path.clone());
        self.logo = logo.filter(|(name, _)| self.assets.get(name).is_some());
        let faces = brand.font_faces(|path| Some(brand_asset(path)).filter(|name| self.assets.get(name).is_some()));
        self.dress(&faces);
        self
    }

    /// What printing needs.
    pub fn printed(&self) -> &Printed {
        &self.printed
    }

    /// Writes `brand.css`: what differs from `tokens.css`.
    fn dress(&mut self, font_faces: &str) {
        self.printed.families = [self.faces.said.clone(), self.faces.is.clone()];
        let mut css = format!("/* What theme and brand change of tokens.css. */\n{font_faces}");
        let mut rows = String::new();
        if self.palette != Palette::default() {
            rows.push_str(&self.palette.css());
        }
        for (voice, family, generic) in [("said", &self.faces.said, "serif"), ("is", &self.faces.is, "sans-serif")] {
            if let Some(family) = family {
                writeln!(rows, "    --voice-{voice}: {}, \"Tvartom Signs\", {generic};", brand::quoted(family))
                    .expect("a string takes everything");
            }
        }
        if !rows.is_empty() {
            write!(css, "@layer brand {{\n  :root {{\n{rows}  }}\n}}\n").expect("a string takes everything");
        }
        self.assets.add("brand.css", Cow::Owned(css.into_bytes()));
    }

    /// A page shell (`html/NAME.html`, Tera) filled with a context.
    pub fn shell(&self, name: &str, context: &Value) -> String {
        self.shells.fill(&format!("{}.html", name.trim_end_matches(".html")), context)
    }

    /// The path below the output of a style or script (`base.css`) or font: `assets/base-1f2e3d4c.css`.
    pub fn asset(&self, name: &str) -> String {
        self.assets.get(name).map_or_else(|| format!("assets/{name}"), |asset| asset.path.clone())
    }

    /// The text of a style or script, for documents that carry their own.
    pub fn text(&self, name: &str) -> &str {
        self.assets.get(name).and_then(|asset| std::str::from_utf8(&asset.bytes).ok()).unwrap_or_default()
    }

    /// Whether a script is the built-in one, byte for byte.
    pub fn has_built_in(&self, name: &str) -> bool {
        self.bytes(name).is_some() && self.bytes(name) == layers::built_in_file(&format!("assets/{name}"))
    }

    /// The text of a style that carries the pictures and faces it names in itself; of the faces, those that `wanted` lets in.
    pub fn self_contained(&self, name: &str, wanted: impl Fn(&str) -> bool) -> String {
        self.assets.self_contained(name, wanted)
    }

    /// The bytes of an asset.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.assets.get(name).map(|asset| asset.bytes.as_ref())
    }

    /// An asset as an address that carries its bytes.
    pub fn data_address(&self, name: &str) -> Option<String> {
        self.assets.data_address(name)
    }

    /// All colors by their names in `tokens.css`, for formats that are not written in CSS: as that style has them, where neither theme nor
    /// brand chooses others.
    pub fn colors(&self) -> Vec<(&'static str, Color)> {
        let chosen = self.palette != Palette::default();
        let tokens = self.text("tokens.css");
        let declared = |name: &str| {
            let (_, rest) = tokens.split_once(&format!("--{name}:"))?;
            Color::parse(rest.split(';').next()?.trim())
        };
        self.palette.all().into_iter().map(|(name, color)| (name, declared(name).filter(|_| !chosen).unwrap_or(color))).collect()
    }

    /// What the organisation is called.
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// The organisation's mark: its name among the assets, and what it shows.
    pub fn logo(&self) -> Option<(&str, &str)> {
        self.logo.as_ref().map(|(name, alt)| (name.as_str(), alt.as_str()))
    }

    /// Where the mark lies below the curriculum, and where that was written.
    pub fn logo_path(&self) -> Option<&Spanned<String>> {
        self.logo_path.as_ref()
    }

    /// Where the files of [`Theme::files`] lie; their names hold their hash.
    pub fn asset_paths(&self) -> impl Iterator<Item = &str> {
        self.assets.iter().map(|it| it.path.as_str())
    }

    /// Every asset, to be published once for each build.
    pub fn files(&self) -> Vec<File> {
        let file = |asset: &assets::Asset| File { path: asset.path.clone(), contents: Contents::Bytes(asset.bytes.to_vec()) };
        self.assets.iter().map(file).collect()
    }
}

/// The name among the assets of a file that the brand names; two of one name lie in two folders.
fn brand_asset(path: &str) -> String {
    format!("brand/{}", path.trim_start_matches("./").replace('/', "-"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        Tree::memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
    }

    fn codes(diagnostics: &Diagnostics) -> Vec<&str> {
        diagnostics.iter().map(|it| it.fault.code).collect()
    }

    fn deck_values() -> serde_json::Value {
        json!({ "lang": "sv", "title": "A & B", "kind": "", "csp": "", "style": "", "script": "", "data": "{}", "body": "<p>x</p>" })
    }

    #[test]
    fn the_built_in_theme_stands_alone() {
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::load("default", &tree(&[]), &mut diagnostics);
        assert!(diagnostics.is_empty());
        let page = theme.shell("deck", &deck_values());
        assert!(page.contains("A &amp; B") && page.contains("<p>x</p>"));
        let style = theme.asset("fonts.css");
        assert!(style.starts_with("assets/fonts-") && style.len() == "assets/fonts-12345678.css".len());
        assert!(theme.text("fonts.css").contains(&theme.asset("fonts/noto-sans-400.woff2")["assets/".len()..]));
        assert!(theme.files().iter().all(|file| matches!(&file.contents, Contents::Bytes(bytes) if !bytes.is_empty())));
    }

    #[test]
    fn a_folder_replaces_a_file_and_keeps_the_rest() {
        let themes = tree(&[
            ("ours/theme.yaml", "extends: base\ncolors: {reality: '#004400'}\n"),
            ("base/assets/page.css", "/* base */"),
            ("base/html/deck.html", "{{ title }}!"),
        ]);
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::load("ours", &themes, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{:?}", codes(&diagnostics));
        assert_eq!(theme.shell("deck", &deck_values()), "A &amp; B!");
        assert_eq!(theme.text("page.css"), "/* base */");
        assert!(theme.text("brand.css").contains("--reality: #004400;"));
    }

    #[test]
    fn a_broken_template_is_a_finding_and_the_built_in_one_is_used() {
        let themes = tree(&[("ours/html/deck.html", "<title>{{ titel }}</title>{% if %}")]);
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::load("ours", &themes, &mut diagnostics);
        assert_eq!(codes(&diagnostics), ["broken-template"]);
        assert!(diagnostics.iter().all(|it| it.span.is_some()));
        assert!(theme.shell("deck", &deck_values()).contains("<p>x</p>"));
    }

    #[test]
    fn a_value_that_no_document_gives_is_a_finding() {
        let themes = tree(&[("ours/html/deck.html", "<title>{{ titel }}</title>")]);
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::load("ours", &themes, &mut diagnostics);
        assert_eq!(codes(&diagnostics), ["unknown-template-value"]);
        assert_eq!(diagnostics.iter().next().and_then(|it| it.did_you_mean.clone()).as_deref(), Some("title"));
        assert!(theme.shell("deck", &deck_values()).contains("<p>x</p>"));
    }

    #[test]
    fn a_theme_that_is_not_there_or_extends_itself_is_a_finding() {
        let mut diagnostics = Diagnostics::default();
        Theme::load("ourz", &tree(&[("ours/theme.yaml", "extends: ours")]), &mut diagnostics);
        Theme::load("ours", &tree(&[("ours/theme.yaml", "extends: ours")]), &mut diagnostics);
        assert_eq!(codes(&diagnostics), ["unknown-theme", "theme-loop"]);
    }

    #[test]
    fn a_brand_colors_everything_and_poor_contrast_is_told() {
        let mut diagnostics = Diagnostics::default();
        let text = "meta: {name: Firman}\ncolor:\n  palette: {blue: '#003366', orange: '#ff9900'}\n  primary: blue\n  secondary: orange\n  background: '#ffffff'\nlogo: logo.svg\ntypography:\n  base: Inter\n";
        let source = diagnostics.sources.add("_brand.yml", text);
        let brand = Brand::read(&source, &mut diagnostics);
        let curriculum = tree(&[("logo.svg", "<svg/>")]);
        let theme = Theme::load("default", &tree(&[]), &mut diagnostics).branded(&brand, &curriculum, &mut diagnostics);
        assert_eq!(codes(&diagnostics), ["poor-contrast"]);
        assert_eq!(theme.organisation(), Some("Firman"));
        assert_eq!(theme.logo(), Some(("brand/logo.svg", "Firman")));
        let css = theme.text("brand.css");
        assert!(
            css.contains("--reality: #003366;") && css.contains("--voice-is: \"Inter\", \"Tvartom Signs\", sans-serif;"),
            "{css}"
        );
    }
}
