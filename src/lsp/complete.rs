//! What can be written where the cursor is: names, roles, keys, blocks, values.

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, Documentation, MarkupContent, MarkupKind, Range, TextEdit,
};

use super::hover::{explain, key, plain};
use super::markdown::{Region, WordKind, region, word};
use super::view::Cursor;
use super::yaml_place::{Expected, YamlPlace, yaml_place};
use crate::curriculum::FactId;
use crate::prose::plain_text;
use crate::read::{ATTRIBUTES, BLOCKS, KINDS, ROLE_WORDS, Word, attribute_field};
use crate::yaml::{FieldKind, Thing};

/// What can be written where the cursor is.
pub fn complete(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let region = region(cursor);
    if let Region::Other = region {
        return Vec::new();
    }
    let line_start = cursor.line_start();
    // References stand in YAML too, in texts that are Markdown.
    if let Some(found) = word(cursor.line(), cursor.byte - line_start) {
        let is_reference =
            matches!(found.kind, WordKind::Fact | WordKind::FactField | WordKind::Source | WordKind::Section { .. });
        if is_reference || matches!(region, Region::Prose) {
            return Writing { cursor, start: line_start + found.start }.word(&found.kind);
        }
    }
    match region {
        Region::Yaml(root, range) => {
            let yaml = cursor.text.get(range.clone()).unwrap_or_default();
            let place = yaml_place(yaml, cursor.byte.saturating_sub(range.start));
            let writing = Writing { cursor, start: range.start + place.start };
            place.expected(root).map(|it| writing.expected(&it, &place)).unwrap_or_default()
        }
        Region::Prose | Region::Other => Vec::new(),
    }
}

/// A word that is being written.
struct Writing<'a> {
    cursor: &'a Cursor<'a>,
    start: usize,
}

impl Writing<'_> {
    fn word(&self, kind: &WordKind<'_>) -> Vec<CompletionItem> {
        match kind {
            WordKind::Fact => self.things(Thing::Fact, None),
            WordKind::FactField => ["range", "n", "year"].iter().map(|it| self.item(it, CompletionItemKind::Field)).collect(),
            WordKind::Source => self.things(Thing::Source, None),
            WordKind::Section { file } => {
                let stem = file.and_then(|it| it.rsplit_once('.')).map(|(stem, _)| stem);
                self.things(Thing::Section, stem.or_else(|| self.stem()))
            }
            WordKind::Module => self.modules(),
            WordKind::Role => self.words(ROLE_WORDS, CompletionItemKind::EnumMember),
            WordKind::Block => self.words(BLOCKS, CompletionItemKind::Keyword),
            WordKind::Attribute => {
                let fields = ATTRIBUTES.iter().filter_map(|it| attribute_field(it));
                fields
                    .map(|field| CompletionItem {
                        documentation: documented(key(self.cursor.view, field)),
                        ..self.written(field.name, &format!("{}=", field.name), CompletionItemKind::Property)
                    })
                    .collect()
            }
            WordKind::AttributeValue { key } => attribute_field(key).map(|it| self.values(&it.kind)).unwrap_or_default(),
        }
    }

    fn expected(&self, expected: &Expected, place: &YamlPlace) -> Vec<CompletionItem> {
        match expected {
            Expected::Keys(fields) => {
                let free = fields.iter().filter(|it| !place.taken.iter().any(|taken| taken == it.name));
                let rest = &self.cursor.text[self.cursor.byte..];
                let has_colon = rest.trim_start_matches(|it: char| it.is_alphanumeric() || it == '_').starts_with(':');
                free.map(|field| CompletionItem {
                    documentation: documented(key(self.cursor.view, field)),
                    ..self.written(
                        field.name,
                        &if has_colon { field.name.to_owned() } else { format!("{}: ", field.name) },
                        CompletionItemKind::Property,
                    )
                })
                .collect()
            }
            // A question's kinds are a table of their own.
            Expected::Value(field) if field.name == "kind" && matches!(field.kind, FieldKind::Text) => {
                KINDS.iter().map(|it| self.item(it.name, CompletionItemKind::EnumMember)).collect()
            }
            Expected::Value(field) if field.name == "role" => self.words(ROLE_WORDS, CompletionItemKind::EnumMember),
            Expected::Value(field) => self.values(&field.kind),
        }
    }

    fn values(&self, kind: &FieldKind) -> Vec<CompletionItem> {
        match kind {
            FieldKind::Choice(words) => words.iter().map(|it| self.item(it, CompletionItemKind::EnumMember)).collect(),
            FieldKind::Boolean => ["true", "false"].iter().map(|it| self.item(it, CompletionItemKind::Value)).collect(),
            FieldKind::Ref(thing @ (Thing::Section | Thing::Objective | Thing::Question)) => self.things(*thing, self.stem()),
            FieldKind::Ref(thing) => self.things(*thing, None),
            FieldKind::Figure => self.things(Thing::Fact, None),
            FieldKind::List(inner) | FieldKind::OneOrMore(inner) => self.values(inner),
            FieldKind::Text
            | FieldKind::Prose
            | FieldKind::Markdown
            | FieldKind::Integer
            | FieldKind::Number
            | FieldKind::Date
            | FieldKind::Clock
            | FieldKind::Record(_)
            | FieldKind::Map(_)
            | FieldKind::Id(_)
            | FieldKind::Any => Vec::new(),
        }
    }

    /// The names of things of a kind, each once though every language may describe it.
    fn things(&self, thing: Thing, module: Option<&str>) -> Vec<CompletionItem> {
        let view = self.cursor.view;
        let mut names: Vec<&str> = view.names.known(thing, module).map(|it| it.id.value.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let items = names.into_iter().map(|name| CompletionItem {
            detail: self.detail(thing, name),
            documentation: explain(view, &self.cursor.path, thing, name, module).and_then(documented),
            ..self.item(name, CompletionItemKind::Reference)
        });
        items.collect()
    }

    /// A thing in a few words.
    fn detail(&self, thing: Thing, name: &str) -> Option<String> {
        let edition = self.cursor.view.edition(&self.cursor.path)?;
        match thing {
            Thing::Fact => {
                let amount = edition.facts.get(&FactId(name.to_owned()))?.amount.as_ref()?;
                Some(amount.in_words(edition.language))
            }
            Thing::Source => Some(edition.sources.short(name, edition.language)),
            Thing::Misconception | Thing::Section | Thing::Objective | Thing::Question => None,
        }
    }

    fn modules(&self) -> Vec<CompletionItem> {
        let Some(edition) = self.cursor.view.edition(&self.cursor.path) else { return Vec::new() };
        let items = edition.modules.iter().map(|it| CompletionItem {
            detail: Some(plain_text(&it.title)),
            documentation: documented(plain(&plain_text(&it.title))),
            ..self.written(&it.file_name, &format!("{}#", it.file_name), CompletionItemKind::File)
        });
        items.collect()
    }

    fn words(&self, words: &[Word], kind: CompletionItemKind) -> Vec<CompletionItem> {
        let items = words.iter().map(|it| CompletionItem {
            documentation: documented(self.cursor.view.choose(it.en, it.sv).to_owned()),
            ..self.item(it.name, kind)
        });
        items.collect()
    }

    fn item(&self, label: &str, kind: CompletionItemKind) -> CompletionItem {
        self.written(label, label, kind)
    }

    /// An item that takes the place of the word so far.
    fn written(&self, label: &str, text: &str, kind: CompletionItemKind) -> CompletionItem {
        let (encoding, whole) = (self.cursor.view.encoding, &self.cursor.text);
        let range: Range = encoding.range(whole, self.start.min(self.cursor.byte)..self.cursor.byte);
        let edit = TextEdit { range, new_text: text.to_owned() };
        CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            text_edit: Some(CompletionItemTextEdit::TextEdit(edit)),
            ..CompletionItem::default()
        }
    }

    fn stem(&self) -> Option<&str> {
        self.cursor.file().map(|it| it.stem)
    }
}

fn documented(value: String) -> Option<Documentation> {
    Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }))
}
