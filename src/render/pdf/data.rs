//! A document as data for its template: what the model says, colors, faces, paper. What an author typed is a value and never markup.
//!
//! On the way, what printing cannot take as it is becomes what it can: formulas a tree, typed HTML its words, a letter without a shape a box,
//! a link that leads nowhere on paper its words.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::formula::formula;
use super::markup::words;
use crate::render::setting::Setting;
use crate::theme::{is_covered, is_shapeless};

/// Stands for a letter that no face has.
const MISSING: char = '□';

/// Pictures by the path at which templates find them, and the curriculum's path of each.
pub type Pictures = Vec<(String, String)>;

/// How a document is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manner {
    /// In large letters.
    pub large: bool,
    /// A page for each step of a slide.
    pub steps: bool,
    /// Slides with what the trainer says under them.
    pub notes: bool,
}

/// What a document says, as it stands in the model.
pub fn value(document: &impl Serialize) -> Value {
    serde_json::to_value(document).expect("documents are plain data")
}

/// The data of a document's template, and the pictures it shows; of those that are left out, words stand in their place.
pub fn data(mut value: Value, setting: Setting<'_>, manner: Manner, left_out: &BTreeSet<String>) -> (Value, Pictures) {
    let mut walk = Walk { anchors: BTreeSet::new(), pictures: Vec::new(), left_out };
    walk.anchors(&value);
    walk.mend(&mut value);
    let printed = setting.theme.printed();
    let colors: Map<String, Value> =
        setting.theme.colors().into_iter().map(|(name, color)| (name.to_owned(), json!(color.css()))).collect();
    let data = json!({
        "document": value,
        "colors": colors,
        "families": { "said": printed.families[0], "is": printed.families[1] },
        "sheet": setting.sheet.name(),
        "organisation": setting.theme.organisation(),
        "logo": logo(setting).filter(|(path, _)| !left_out.contains(path)).map(|(path, alt)| json!({ "path": path, "alt": alt })),
        "anchors": walk.anchors,
        "large": manner.large,
        "steps": manner.steps,
        "notes": manner.notes,
    });
    (data, walk.pictures)
}

/// The organisation's mark: where templates find it, and what it shows.
fn logo(setting: Setting<'_>) -> Option<(String, &str)> {
    setting.theme.logo().map(|(name, alt)| (format!("/theme/{name}"), alt))
}

struct Walk<'a> {
    /// The places in the document that links can lead to.
    anchors: BTreeSet<String>,
    pictures: Pictures,
    left_out: &'a BTreeSet<String>,
}

impl Walk<'_> {
    /// Collects the ids of sections and slides and the keys of sources.
    fn anchors(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                for name in ["id", "key"] {
                    if let Some(Value::String(id)) = fields.get(name) {
                        self.anchors.insert(id.clone());
                    }
                }
                fields.values().for_each(|it| self.anchors(it));
            }
            Value::Array(items) => items.iter().for_each(|it| self.anchors(it)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn mend(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => mend_text(text),
            Value::Array(items) => items.iter_mut().for_each(|it| self.mend(it)),
            Value::Object(fields) => self.mend_fields(fields),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn mend_fields(&mut self, fields: &mut Map<String, Value>) {
        if let Some(Value::String(mathml)) = fields.remove("mathml") {
            fields.insert("tree".to_owned(), formula(&mathml));
        }
        if let Some(Value::String(html)) = fields.get("html") {
            let words = words(html);
            fields.insert("html".to_owned(), json!(words));
        }
        if fields.contains_key("asset") {
            self.picture(fields);
        }
        // An address is no running text: nothing in it is mended.
        if fields.len() == 1 && fields.contains_key("address") {
            return;
        }
        fields.values_mut().for_each(|it| self.mend(it));
    }

    /// A picture: the path under which its bytes are found, or none where it cannot be shown.
    fn picture(&mut self, fields: &mut Map<String, Value>) {
        let path = fields.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        let is_known = matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg");
        let at = format!("/pictures/{}", fields["asset"].as_str().unwrap_or_default());
        let shown = (is_known && !self.left_out.contains(&at)).then_some(at);
        if let Some(shown) = &shown {
            self.pictures.push((shown.clone(), path));
        }
        fields.insert("file".to_owned(), json!(shown));
    }
}

/// Leaves out letters that only steer others, and puts a box for one that no face has.
fn mend_text(text: &mut String) {
    let is_sound = |it: char| it == '\u{ad}' || it == '\n' || (is_covered(it) && !is_shapeless(it));
    if !text.chars().all(is_sound) {
        let kept = text.chars().filter(|it| is_sound(*it) || !is_shapeless(*it));
        *text = kept.map(|it| if is_sound(it) { it } else { MISSING }).collect();
    }
}
