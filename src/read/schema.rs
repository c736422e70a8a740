//! JSON Schema for editors, from the same tables that read the files.

use serde_json::{Map, Value, json};

use super::files::fields;
use super::kinds::KINDS;
use super::shapes::{COURSE, FACT, FRONT_MATTER, QUESTION, QUIZ};
use crate::citation::FIELDS;
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Place};
use crate::yaml::{self, FieldKind, Node, NodeKind, Rules, Written, document};

/// What there is a schema for.
pub const SCHEMAS: &[&str] = &["course", "module", "quiz", "facts", "sources", "glossary"];

/// Records that a bare text can stand for: an author by name alone, a field of a worksheet with the usual lines.
const ALSO_TEXT: &[&str] = &["author", "field"];

/// How the records of a course become schemas.
fn rules(written: Written) -> Rules {
    Rules { fields: |shape| fields(shape, None), also_text: ALSO_TEXT, written }
}

/// The JSON Schema of a kind of file, in the draft that every editor's YAML server knows (7); nothing for a name that is not in [`SCHEMAS`].
pub fn schema(name: &str, written: Written) -> Option<Value> {
    let rules = rules(written);
    let schema = match name {
        "course" => rules.record(&COURSE),
        "module" => front_matter(&rules),
        "quiz" => quiz(&rules),
        "facts" => json!({"type": ["array", "null"], "items": rules.record(&FACT)}),
        "sources" => sources(),
        "glossary" => json!({
            "type": ["object", "null"],
            "description": "Terms with their definitions.",
            "additionalProperties": rules.kind(&FieldKind::Text),
            "examples": [{"prognos": "En gissning om framtiden, med en siffra på."}]
        }),
        _ => return None,
    };
    let title = if written == Written::Original { name.to_owned() } else { format!("{name}, translated") };
    Some(document(&title, schema))
}

/// What stands at the top of a module; one in Markdown has no `sections`, so that they are not asked for.
fn front_matter(rules: &Rules) -> Value {
    let mut schema = rules.record(&FRONT_MATTER);
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|it| it != "sections");
    }
    schema
}

/// A quiz: each question has the fields of its kind.
fn quiz(rules: &Rules) -> Value {
    let mut quiz = rules.record(&QUIZ);
    if rules.written == Written::Translation {
        return quiz;
    }
    let one_of_kinds = KINDS.iter().map(|kind| {
        let mut question = rules.record_of(&fields(&QUESTION, Some(kind.name)));
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
