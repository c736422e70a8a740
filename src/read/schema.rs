//! JSON Schema for editors, from the same tables that read the files.

use serde_json::{Map, Value, json};

use super::files::fields;
use super::kinds::KINDS;
use super::shapes::{COURSE, FACT, FRONT_MATTER, QUESTION, QUIZ};
use crate::citation::FIELDS;
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Place};
use crate::yaml::{self, Field, FieldKind, Node, NodeKind, Shape, Thing};

/// What there is a schema for.
pub const SCHEMAS: &[&str] = &["course", "module", "quiz", "facts", "sources", "glossary"];

/// Records that a bare text can stand for: an author by name alone, a field of a worksheet with the usual lines.
const ALSO_TEXT: &[&str] = &["author", "field"];

/// Whose files a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The course's own.
    Original,
    /// A translation's: texts alone, so that nothing must be there.
    Translation,
}

/// The JSON Schema of a kind of file, in the draft that every editor's YAML server knows (7); nothing for a name that is not in [`SCHEMAS`].
pub fn schema(name: &str, written: Written) -> Option<Value> {
    let is_whole = written == Written::Original;
    let schema = match name {
        "course" => record(&COURSE, is_whole),
        "module" => record(&FRONT_MATTER, is_whole),
        "quiz" => quiz(is_whole),
        "facts" => json!({"type": ["array", "null"], "items": record(&FACT, is_whole)}),
        "sources" => sources(),
        "glossary" => json!({
            "type": ["object", "null"],
            "description": "Terms with their definitions.",
            "additionalProperties": kind(&FieldKind::Text, is_whole),
            "examples": [{"prognos": "En gissning om framtiden, med en siffra på."}]
        }),
        _ => return None,
    };
    let title = if is_whole { format!("Tvärtom: {name}") } else { format!("Tvärtom: {name}, translated") };
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": format!("Written by tvartom {}.", env!("CARGO_PKG_VERSION")),
        "title": title,
    });
    if let (Value::Object(whole), Value::Object(mut fields)) = (&mut whole, schema) {
        whole.append(&mut fields);
    }
    Some(whole)
}

/// A quiz: each question has the fields of its kind.
fn quiz(is_whole: bool) -> Value {
    let mut quiz = record(&QUIZ, is_whole);
    if !is_whole {
        return quiz;
    }
    let one_of_kinds = KINDS.iter().map(|kind| {
        let mut question = record_of(&QUESTION, &fields(&QUESTION, Some(kind.name)), true);
        if kind.has_own_question || kind.name == "truth" {
            question["description"] = "Its question may be made from the claim.".into();
        } else if let Some(Value::Array(required)) = question.get_mut("required") {
            required.push("question".into());
        }
        question["examples"] = json!([example(kind.name, kind.example)]);
        question["properties"]["kind"] = json!({"const": kind.name, "description": "What kind of question it is."});
        let is_kind = json!({"properties": {"kind": {"const": kind.name}}, "required": ["kind"]});
        // With `oneOf` an editor could not say what is wrong; so each kind is looked at for itself.
        json!({"if": is_kind, "then": question})
    });
    let names: Vec<&str> = KINDS.iter().map(|it| it.name).collect();
    quiz["properties"]["questions"]["items"] = json!({
        "type": "object",
        "required": ["id", "kind"],
        "properties": {"kind": {"enum": names, "description": "What kind of question it is."}},
        "allOf": one_of_kinds.collect::<Vec<_>>(),
    });
    quiz
}

/// A question of a kind, whole.
fn example(kind: &str, text: &str) -> Value {
    let text = format!("id: q1\nkind: {kind}\n{text}");
    let node = yaml::parse(&text, &Place::Offset(FileId(0), 0), &mut Diagnostics::default());
    node.map(|it| value(&it)).unwrap_or_default()
}

fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Scalar(scalar) if scalar.quoted => scalar.text.as_str().into(),
        NodeKind::Scalar(scalar) => serde_json::from_str(&scalar.text)
            .ok()
            .filter(|it: &Value| it.is_number() || it.is_boolean())
            .unwrap_or_else(|| scalar.text.trim().into()),
        NodeKind::List(items) => items.iter().map(value).collect(),
        NodeKind::Record(entries) => entries.iter().map(|(key, it)| (key.value.clone(), value(it))).collect(),
    }
}

/// Sources in Hayagriva's form: its fields, and its parents, which have the same ones.
fn sources() -> Value {
    let mut properties: Map<String, Value> = FIELDS.iter().map(|it| ((*it).to_owned(), json!({}))).collect();
    properties["type"] = json!({
        "type": "string",
        "description": "What kind of work it is.",
        "examples": ["article", "book", "chapter", "report", "web", "post", "thesis"],
    });
    properties["title"] = json!({"description": "Its title."});
    properties["author"] =
        json!({"description": "Who wrote it.", "examples": ["Adamson, Brent", ["Adamson, Brent", "Dixon, Matthew"]]});
    properties["date"] = json!({"description": "When it came out.", "examples": [2026, "2026-11", "2026-11-23"]});
    let parent = json!({"$ref": "#/definitions/work"});
    properties["parent"] = json!({
        "description": "The work it is a part of.",
        "anyOf": [parent, {"type": "array", "items": parent}],
    });
    let work = json!({"type": "object", "properties": properties, "additionalProperties": false});
    json!({
        "type": ["object", "null"],
        "description": "Sources by key, in Hayagriva's form.",
        "additionalProperties": {"allOf": [{"$ref": "#/definitions/work"}, {"required": ["type"]}]},
        "examples": [{"adamson2012": {"type": "article", "title": "The End of Solution Sales", "author": "Adamson, Brent", "date": 2012}}],
        "definitions": {"work": work},
    })
}

fn record(shape: &'static Shape, is_whole: bool) -> Value {
    record_of(shape, &fields(shape, None), is_whole)
}

fn record_of(shape: &Shape, fields: &[&'static Field], is_whole: bool) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for field in fields {
        let mut value = kind(&field.kind, is_whole);
        if let Value::Object(fields) = &mut value {
            fields.insert("description".into(), field.about.into());
        }
        properties.insert(field.name.into(), value);
        // A module in Markdown has no `sections`, so that alone is not asked for in the front matter.
        if field.required && is_whole && !(shape.name == "module" && field.name == "sections") {
            required.push(field.name.into());
        }
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn kind(field: &FieldKind, is_whole: bool) -> Value {
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
            {"type": "array", "items": kind(item, is_whole)},
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": "^ *[0-9]+ *(, *[0-9]+ *)*$"},
        ]}),
        FieldKind::List(item) => json!({"type": "array", "items": kind(item, is_whole)}),
        FieldKind::OneOrMore(item) => {
            json!({"anyOf": [kind(item, is_whole), {"type": "array", "items": kind(item, is_whole)}]})
        }
        FieldKind::Record(shape) if ALSO_TEXT.contains(&shape.name) => {
            json!({"anyOf": [{"type": ["string", "number"]}, record(shape, is_whole)]})
        }
        FieldKind::Record(shape) => record(shape, is_whole),
        FieldKind::Map(item) => json!({"type": "object", "additionalProperties": kind(item, is_whole)}),
        FieldKind::Any => json!({}),
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
