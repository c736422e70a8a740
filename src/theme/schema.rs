//! JSON Schema for editors: that of `theme.yaml` from the table that reads it, and that of `_brand.yml`.

use serde_json::{Value, json};

use super::manifest::THEME;
use crate::yaml::{Rules, Written, document};

/// What there is a schema for.
pub const SCHEMAS: &[&str] = &["theme", "brand"];

/// The JSON Schema of a kind of file; nothing for a name that is not in [`SCHEMAS`].
pub fn schema(name: &str) -> Option<Value> {
    let rules = Rules { fields: |shape| shape.fields.iter().collect(), also_text: &[], written: Written::Original };
    match name {
        "theme" => Some(document(name, rules.record(&THEME))),
        "brand" => Some(document(name, brand())),
        _ => None,
    }
}

/// What is read of <https://posit-dev.github.io/brand-yml/>. The form has more for other programs, so that no key is refused.
fn brand() -> Value {
    let color = |about: &str| {
        json!({
            "description": about,
            "anyOf": [{"type": "string"}, {"type": "object", "properties": {
                "light": {"type": "string", "description": "On a light ground; this is what is taken."},
                "dark": {"type": "string", "description": "On a dark ground; not read."},
            }}],
            "examples": ["#0b5c8e", "moss"],
        })
    };
    json!({
        "type": "object",
        "properties": {
            "meta": {"type": "object", "description": "Who it is.", "properties": {
                "name": {"description": "What the organisation is called.", "anyOf": [text(), {"type": "object", "properties": {
                    "full": described("Its whole name."), "short": described("What everybody says."),
                }}], "examples": ["Exempelbolaget", {"short": "Exempel", "full": "Exempelbolaget AB"}]},
            }},
            "logo": logo(),
            "color": {"type": "object", "description": "Colors.", "properties": {
                "palette": {
                    "type": "object",
                    "description": "Colors by name. `belief` and `reality` come before `secondary` and `primary`.",
                    "additionalProperties": {"type": "string"},
                    "examples": [{"moss": "#1f5c3a", "reality": "moss"}],
                },
                "background": color("The light ground."),
                "foreground": color("Words on it, and the dark ground."),
                "primary": color("What is so."),
                "secondary": color("What people say."),
            }},
            "typography": {"type": "object", "description": "Faces.", "properties": {
                "fonts": {"type": "array", "description": "Families; those with `source: file` are taken from their files.", "items": font()},
                "base": {
                    "description": "The family of everything but claims.",
                    "anyOf": [text(), {"type": "object", "properties": {"family": described("Its name.")}}],
                    "examples": [{"family": "Exempel Sans"}],
                },
            }},
        },
    })
}

fn text() -> Value {
    json!({"type": "string"})
}

fn described(about: &str) -> Value {
    json!({"type": "string", "description": about})
}

/// A mark: a picture, its sizes, or names of pictures.
fn logo() -> Value {
    let one = json!({"anyOf": [text(), {"type": "object", "properties": {
        "path": described("The picture's path from the brand's own folder."), "alt": described("What it shows."),
        "light": {"description": "On a light ground; this is what is taken."},
    }}]});
    let size = |about: &str| {
        let mut one = one.clone();
        one["description"] = about.into();
        one
    };
    json!({
        "description": "The organisation's mark.",
        "anyOf": [text(), {"type": "object", "properties": {
            "path": described("The picture's path from the brand's own folder."),
            "alt": described("What it shows."),
            "images": {"type": "object", "description": "Pictures by name.", "additionalProperties": one},
            "small": size("The mark, small."), "medium": size("The mark; this comes first."), "large": size("The mark, large."),
        }}],
        "examples": ["logo.svg", {"medium": {"path": "logo.svg", "alt": "Exempelbolaget"}}],
    })
}

fn font() -> Value {
    json!({
        "type": "object",
        "required": ["family"],
        "properties": {
            "family": described("Its name."),
            "source": described("`file` for files of one's own."),
            "files": {"type": "array", "description": "Its files.", "items": {"anyOf": [text(), {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": described("The file's path from the brand's own folder."),
                    "weight": {"type": ["integer", "string"], "description": "Its weight, such as 400."},
                    "style": {"enum": ["normal", "italic"], "description": "Upright or slanted."},
                },
            }]}},
        },
        "examples": [{"family": "Exempel Sans", "source": "file", "files": [{"path": "fonts/regular.otf", "weight": 400}]}],
    })
}
