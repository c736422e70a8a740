//! JSON Schema for editors, from the tables that read the files, in the draft that every editor's YAML server knows (7).

use serde_json::{Map, Value, json};

use super::shape::{Field, FieldKind, Shape, Thing};

/// Whose files a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The author's own.
    Original,
    /// A translation's: texts alone, so that nothing must be there.
    Translation,
}

/// How records become schemas.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The fields of a record.
    pub fields: fn(&'static Shape) -> Vec<&'static Field>,
    /// The names of records that a bare text can stand for.
    pub also_text: &'static [&'static str],
    /// Whose files the schema is for.
    pub written: Written,
}

/// A whole schema.
pub fn document(title: &str, schema: Value) -> Value {
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": format!("Written by tvartom {}.", env!("CARGO_PKG_VERSION")),
        "title": format!("Tvärtom: {title}"),
    });
    if let (Value::Object(whole), Value::Object(mut fields)) = (&mut whole, schema) {
        whole.append(&mut fields);
    }
    whole
}

impl Rules {
    /// A record.
    pub fn record(&self, shape: &'static Shape) -> Value {
        self.record_of(&(self.fields)(shape))
    }

    /// A record of these fields.
    pub fn record_of(&self, fields: &[&'static Field]) -> Value {
        let mut properties = Map::new();
        let mut required: Vec<Value> = Vec::new();
        for field in fields {
            let mut value = self.kind(&field.kind);
            if let Value::Object(fields) = &mut value {
                fields.insert("description".into(), field.about.into());
            }
            properties.insert(field.name.into(), value);
            if field.required && self.written == Written::Original {
                required.push(field.name.into());
            }
        }
        json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
    }

    /// The value of a field.
    pub fn kind(&self, field: &FieldKind) -> Value {
        match field {
            // A scalar is read by its field's type, so a text may look like a number to an editor.
            FieldKind::Text | FieldKind::Prose => json!({"type": ["string", "number", "boolean"]}),
            FieldKind::Id(thing) | FieldKind::Ref(thing) => {
                json!({"type": ["string", "number", "boolean"], "examples": [thing_example(*thing)]})
            }
            FieldKind::Figure => json!({"type": ["number", "string"], "examples": [60, thing_example(Thing::Fact)]}),
            FieldKind::Markdown => {
                json!({"type": "string", "examples": ["Av alla affärer vanns [=forecast-won] [@csoinsights2019]."]})
            }
            FieldKind::Integer => json!({
                "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^([0-9]+|[0-9]{1,3}([ _\\u00a0\\u202f\\u2009][0-9]{3})+)$"}],
                "examples": [12],
            }),
            FieldKind::Number => json!({
                "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+\\u2212]?([0-9]+|[0-9]{1,3}([ _\\u00a0\\u202f\\u2009][0-9]{3})+)([.,][0-9]+)?$"}],
                "examples": [57.5],
            }),
            FieldKind::Boolean => json!({"enum": [true, false, "yes", "no", "ja", "nej"]}),
            FieldKind::Date => json!({"type": "string", "pattern": "^\\d{4}-\\d{1,2}-\\d{1,2}$", "examples": ["2026-11-01"]}),
            FieldKind::Clock => json!({"type": "string", "pattern": "^\\d{1,2}[:.]\\d{2}$", "examples": ["09:00"]}),
            FieldKind::Choice(words) => json!({"enum": words}),
            // Whole numbers may stand with commas between, without brackets.
            FieldKind::List(item @ FieldKind::Integer) => json!({"anyOf": [
                {"type": "array", "items": self.kind(item)},
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": "^ *[0-9]+ *(, *[0-9]+ *)*$"},
            ]}),
            FieldKind::List(item) => json!({"type": "array", "items": self.kind(item)}),
            FieldKind::OneOrMore(item) => {
                json!({"anyOf": [self.kind(item), {"type": "array", "items": self.kind(item)}]})
            }
            FieldKind::Record(shape) if self.also_text.contains(&shape.name) => {
                json!({"anyOf": [{"type": ["string", "number"]}, self.record(shape)]})
            }
            FieldKind::Record(shape) => self.record(shape),
            FieldKind::Map(item) => json!({"type": "object", "additionalProperties": self.kind(item)}),
            FieldKind::Any => json!({}),
        }
    }
}

fn thing_example(thing: Thing) -> &'static str {
    match thing {
        Thing::Fact => "forecast-won",
        Thing::Source => "adamson2012",
        Thing::Misconception => "stage-is-probability",
        Thing::Section => "late-stage",
        Thing::Objective => "o1",
        Thing::Question => "q-competitor",
    }
}
