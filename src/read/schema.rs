//! JSON Schema for editors, from the same tables that read the files.

use serde_json::{Map, Value, json};

use super::kinds::KINDS;
use super::shapes::{COURSE, FACT, FRONT_MATTER, MODULE_SECTIONS, QUESTION, QUIZ};
use crate::yaml::{Field, FieldKind, Shape};

/// What there is a schema for.
pub const SCHEMAS: &[&str] = &["course", "module", "quiz", "facts", "sources"];

/// The JSON Schema (draft 2020-12) of a kind of file; nothing for a name that is not in [`SCHEMAS`].
pub fn schema(name: &str) -> Option<Value> {
    let mut schema = match name {
        "course" => record(&COURSE, &[]),
        "module" => record(&FRONT_MATTER, MODULE_SECTIONS),
        "quiz" => quiz(),
        "facts" => json!({"type": "array", "items": record(&FACT, &[])}),
        "sources" => json!({
            "type": "object",
            "description": "Sources by key, in Hayagriva's form.",
            "additionalProperties": {
                "type": "object",
                "properties": {
                    "type": {"type": "string"}, "title": {}, "author": {}, "date": {}, "url": {}, "publisher": {},
                    "parent": {}, "serial-number": {}, "volume": {}, "issue": {}, "page-range": {}, "organization": {}, "note": {}
                },
                "required": ["type", "title"]
            }
        }),
        _ => return None,
    };
    if let Value::Object(fields) = &mut schema {
        let mut whole = Map::new();
        whole.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        whole.insert("title".into(), format!("Tvärtom: {name}").into());
        whole.append(fields);
        return Some(Value::Object(whole));
    }
    Some(schema)
}

/// A quiz: each question has the fields of its kind.
fn quiz() -> Value {
    let mut quiz = record(&QUIZ, &[]);
    let kinds: Vec<Value> = KINDS
        .iter()
        .map(|kind| {
            let mut question = record(&QUESTION, kind.fields);
            question["properties"]["kind"] = json!({"const": kind.name});
            question
        })
        .collect();
    quiz["properties"]["questions"]["items"] = json!({"oneOf": kinds});
    quiz
}

fn record(shape: &Shape, more: &[Field]) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for field in shape.fields.iter().chain(more) {
        let mut value = kind(&field.kind);
        if let Value::Object(fields) = &mut value {
            fields.insert("description".into(), field.about.into());
        }
        properties.insert(field.name.into(), value);
        // A module in Markdown has no `sections`, so that alone is not asked for in the front matter.
        if field.required && !more.iter().any(|it| it.name == field.name && shape.name == "module") {
            required.push(field.name.into());
        }
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn kind(field: &FieldKind) -> Value {
    match field {
        // A scalar is read by its field's type, so a text may look like a number to an editor.
        FieldKind::Text | FieldKind::Prose => json!({"type": ["string", "number", "boolean"]}),
        FieldKind::Markdown => json!({"type": "string"}),
        FieldKind::Integer => json!({"type": "integer", "minimum": 0}),
        FieldKind::Number => json!({"type": "number"}),
        FieldKind::Boolean => json!({"type": "boolean"}),
        FieldKind::Date => json!({"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
        FieldKind::Clock => json!({"type": "string", "pattern": "^\\d{1,2}[:.]\\d{2}$"}),
        FieldKind::Choice(words) => json!({"enum": words}),
        FieldKind::List(item) => json!({"type": "array", "items": kind(item)}),
        FieldKind::OneOrMore(item) => json!({"anyOf": [kind(item), {"type": "array", "items": kind(item)}]}),
        FieldKind::Record(shape) => record(shape, &[]),
        FieldKind::Map(item) => json!({"type": "object", "additionalProperties": kind(item)}),
        FieldKind::Any => json!({}),
    }
}
