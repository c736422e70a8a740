//! What a name means: a fact with its evidence, a source as it is cited, a section with its role; and what a word of the
//! format means.

use gen_lsp_types::{Contents, Hover, MarkupContent, MarkupKind};

use super::markdown::{Region, WordKind, region, word};
use super::view::{Cursor, View};
use super::yaml_place::{Expected, yaml_place};
use crate::citation::Piece;
use crate::curriculum::{Edition, Fact, FactId, Module, Status};
use crate::locale::{fill, format_number};
use crate::prose::plain_text;
use crate::read::{BLOCKS, ROLE_WORDS, Word, about_in_swedish, attribute_field, names_of};
use crate::source::Spanned;
use crate::yaml::{Field, FieldKind, Thing};

/// What the cursor is at, explained. The view may be older than the text: from it come words only, and no places.
pub fn hover(cursor: &Cursor<'_>) -> Option<Hover> {
    let names = names_of(&cursor.path, &cursor.text, cursor.view.names.math);
    if let Some(name) = names.at(&cursor.path, u32::try_from(cursor.byte).ok()?)
        && let Some(text) = explain(cursor.view, &cursor.path, name.thing, &name.id.value, name.module.as_deref())
    {
        let range = cursor.view.encoding.range(&cursor.text, name.id.span.range());
        return Some(Hover { contents: contents(text), range: Some(range) });
    }
    let (start, end) = word_around(&cursor.text, cursor.byte);
    let text = word_of_format(cursor, start, end)?;
    let range = cursor.view.encoding.range(&cursor.text, start..end);
    Some(Hover { contents: contents(text), range: Some(range) })
}

/// Markdown for an editor.
fn contents(value: String) -> Contents {
    Contents::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
}

/// What a thing is, in Markdown; nothing if it is not known.
pub fn explain(view: &View, path: &str, thing: Thing, id: &str, module: Option<&str>) -> Option<String> {
    let edition = view.edition(path)?;
    let module = module.and_then(|stem| view.module(path, stem));
    match thing {
        Thing::Fact => edition.facts.get(&FactId(id.to_owned())).map(|it| fact(view, edition, it)),
        Thing::Source => edition.sources.contains(id).then(|| entry(edition, id)),
        Thing::Misconception => {
            let found = edition.modules.iter().flat_map(|it| &it.misconceptions).find(|it| it.id == id)?;
            Some(format!("*{}* · {}", view.choose("Misconception", "Missuppfattning"), plain(&plain_text(&found.text))))
        }
        Thing::Objective => {
            let found = module?.objectives.iter().find(|it| it.id == id)?;
            let level = found.level.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
            Some(format!("*{}*{level} · {}", view.choose("Objective", "Mål"), plain(&plain_text(&found.text))))
        }
        Thing::Section => section(view, module?, id),
        Thing::Question => {
            let found = module?.quiz.as_ref()?.questions.iter().find(|it| it.item.id.0 == id)?;
            let question = plain(&plain_text(&found.item.question));
            Some(format!("*{}* `{}` · {question}", view.choose("Question", "Fråga"), found.item.kind))
        }
    }
}

/// A fact: what it says, how sure it is, what must be said with it, and where it comes from.
fn fact(view: &View, edition: &Edition, fact: &Fact) -> String {
    let words = &view.language().phrases.evidence;
    let mut head = Vec::new();
    if let Some(amount) = &fact.amount {
        let of = amount.of.as_ref().map(|it| format!(" {} {it}", words.of)).unwrap_or_default();
        head.push(format!("**{}**{}", amount.in_words(edition.language), plain(&of)));
        if amount.point.is_some() && amount.low.is_some() && amount.high.is_some() {
            head.push(amount.range_in_words(edition.language));
        }
    }
    let mut parts = Vec::new();
    if !head.is_empty() {
        parts.push(head.join(" · "));
    }
    parts.push(plain(&fact.statement));
    let status = match fact.status {
        Status::Settled => None,
        Status::Open => Some(words.open),
        Status::Disputed => Some(words.disputed),
    };
    let grade = format!("{} {}: {}", words.grade, fact.grade.letter(), words.grades[fact.grade.position()]);
    parts.push(std::iter::once(grade.as_str()).chain(status).collect::<Vec<_>>().join(" · "));
    if let Some(caveat) = &fact.caveat {
        parts.push(format!("*{}:* {}", words.caveat, plain(caveat)));
    }
    let mut origin: Vec<String> = fact.year.iter().map(i32::to_string).collect();
    #[expect(clippy::cast_precision_loss, reason = "no survey asked more people than a float can count")]
    let counted = |n: u64| fill(words.n, &[("n", &format_number(n as f64, edition.language))]);
    origin.extend(fact.n.map(counted));
    origin.extend(fact.funder.as_ref().map(|it| format!("{} {}", words.funder, plain(it))));
    if !origin.is_empty() {
        parts.push(origin.join(" · "));
    }
    parts.extend(entries(edition, words.source, &fact.sources));
    parts.extend(entries(edition, words.disputed_by, &fact.disputed_by));
    parts.join("\n\n")
}

fn entries(edition: &Edition, label: &str, keys: &[Spanned<String>]) -> Vec<String> {
    let known = keys.iter().filter(|it| edition.sources.contains(&it.value));
    known.map(|it| format!("{label}: {}", entry(edition, &it.value))).collect()
}

/// A source as it stands in the list of sources.
pub fn entry(edition: &Edition, key: &str) -> String {
    let pieces = edition.sources.entry(key, edition.language);
    let piece = |it: &Piece| match it {
        Piece::Text(text) => plain(text),
        Piece::Emphasis(text) => format!("*{}*", plain(text)),
        Piece::Link { text, address } => format!("[{}](<{address}>)", plain(text)),
    };
    pieces.iter().map(piece).collect()
}

fn section(view: &View, module: &Module, id: &str) -> Option<String> {
    let found = module.sections.iter().find(|it| it.id == id)?;
    let title = format!("**{}**", plain(&plain_text(&found.title)));
    let minutes = found.plan.minutes.map(|it| format!(" · {} min", it.0)).unwrap_or_default();
    let of = view.choose("in", "i");
    Some(format!("{title}{minutes}\n\n{of} *{}* (`{}`)", plain(&plain_text(&module.title)), module.file_name))
}

/// What an author wrote, so that no editor takes its signs for marks.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.trim().chars() {
        if matches!(character, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if character.is_control() { ' ' } else { character });
    }
    out
}

/// The word that a byte is in.
fn word_around(text: &str, byte: usize) -> (usize, usize) {
    let is_inner = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
    let before = text[..byte].chars().rev().take_while(|it| is_inner(*it)).map(char::len_utf8).sum::<usize>();
    let after = text[byte..].chars().take_while(|it| is_inner(*it)).map(char::len_utf8).sum::<usize>();
    (byte - before, byte + after)
}

/// What a word of the format means: a role, a key, the name of a block.
fn word_of_format(cursor: &Cursor<'_>, start: usize, end: usize) -> Option<String> {
    let text = cursor.text.get(start..end).filter(|it| !it.is_empty())?;
    let line_start = cursor.line_start();
    let view = cursor.view;
    match region(cursor) {
        Region::Prose => {
            let found = word(cursor.line(), end - line_start).filter(|it| it.start + line_start == start)?;
            match found.kind {
                WordKind::Role => explained(view, ROLE_WORDS, text),
                WordKind::Block => explained(view, BLOCKS, text),
                WordKind::Attribute => attribute_field(text).map(|it| key(view, it)),
                _ => None,
            }
        }
        Region::Yaml(root, range) => {
            let yaml = cursor.text.get(range.clone())?;
            let place = yaml_place(yaml, end.checked_sub(range.start)?);
            match place.expected(root)? {
                Expected::Keys(fields) => fields.into_iter().find(|it| it.name == text).map(|it| key(view, it)),
                Expected::Value(field) if field.name == "role" => explained(view, ROLE_WORDS, text),
                Expected::Value(_) => None,
            }
        }
        Region::Other => None,
    }
}

fn explained(view: &View, words: &[Word], name: &str) -> Option<String> {
    let found = words.iter().find(|it| it.name == name)?;
    Some(format!("`{name}` · {}", view.choose(found.en, found.sv)))
}

/// What a key is for and what its value is.
pub fn key(view: &View, field: &Field) -> String {
    let needed = if field.required { view.choose(" (required)", " (obligatoriskt)") } else { "" };
    let about = view.choose(field.about, about_in_swedish(field.about));
    format!("`{}`{needed} · {about}\n\n{}", field.name, value_in_words(view, &field.kind))
}

/// What a value is, in words.
pub fn value_in_words(view: &View, kind: &FieldKind) -> String {
    let words = |english: &str, swedish: &str| view.choose(english, swedish).to_owned();
    match kind {
        FieldKind::Text | FieldKind::Any => words("a text", "en text"),
        FieldKind::Prose => words("a line of text with Markdown", "en textrad med Markdown"),
        FieldKind::Markdown => words("Markdown", "Markdown"),
        FieldKind::Integer => words("a whole number", "ett heltal"),
        FieldKind::Number => words("a number", "ett tal"),
        FieldKind::Boolean => words("`true` or `false`", "`true` eller `false`"),
        FieldKind::Date => words("a date such as `2026-11-01`", "ett datum som `2026-11-01`"),
        FieldKind::Clock => words("a time such as `09:00`", "ett klockslag som `09:00`"),
        FieldKind::Choice(choices) => choices.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" · "),
        FieldKind::List(inner) => format!("{}: {}", view.choose("a list", "en lista"), value_in_words(view, inner)),
        FieldKind::OneOrMore(inner) => {
            format!("{}: {}", view.choose("one or a list", "en eller en lista"), value_in_words(view, inner))
        }
        FieldKind::Record(shape) => {
            let names: Vec<String> = shape.fields.iter().map(|it| format!("`{}`", it.name)).collect();
            format!("{} {}", view.choose("with", "med"), names.join(", "))
        }
        FieldKind::Map(_) => words("names of your own", "egna namn"),
        FieldKind::Id(_) => words("a name that other places use", "ett namn som andra ställen använder"),
        FieldKind::Ref(thing) => thing_in_words(view, *thing).to_owned(),
        FieldKind::Figure => words("a number, or the id of a fact", "ett tal, eller ett faktums id"),
    }
}

fn thing_in_words(view: &View, thing: Thing) -> &'static str {
    match thing {
        Thing::Fact => view.choose("the id of a fact", "ett faktums id"),
        Thing::Source => view.choose("the key of a source", "en källas nyckel"),
        Thing::Misconception => view.choose("the id of a misconception", "en missuppfattnings id"),
        Thing::Section => view.choose("the id of a section", "ett avsnitts id"),
        Thing::Objective => view.choose("the id of an objective", "ett måls id"),
        Thing::Question => view.choose("the id of a question", "en frågas id"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_author_wrote_is_no_markup() {
        assert_eq!(plain(" a_b [x](y) <i> *å* "), "a\\_b \\[x\\](y) \\<i\\> \\*å\\*");
    }

    #[test]
    fn words_are_whole() {
        let text = "## Å {.belief #late-stage}";
        let at = text.find("lief").unwrap();
        let (start, end) = word_around(text, at);
        assert_eq!(&text[start..end], "belief");
        assert_eq!(word_around("å", 2), (0, 2));
        assert_eq!(word_around("", 0), (0, 0));
    }
}
