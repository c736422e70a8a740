//! What a file holds: sections with their roles, questions, facts, sources.

use gen_lsp_types::{DocumentSymbol, SymbolKind};

use super::view::View;
use crate::curriculum::FactId;
use crate::prose::{plain_text, split_attributes};
use crate::read::{Name, NameRole, names_of};
use crate::yaml::Thing;

/// What a file with a text holds, in its order; each thing reaches to the next. The view may be older than the text: from it
/// come words only, and no places.
pub fn outline(view: &View, path: &str, text: &str) -> Vec<DocumentSymbol> {
    let found = names_of(path, text, view.names.math);
    let mut names: Vec<&Name> = found.list.iter().filter(|it| it.role != NameRole::Use).collect();
    names.sort_by_key(|it| it.id.span);
    let mut symbols = Vec::with_capacity(names.len());
    for (idx, name) in names.iter().enumerate() {
        let start = line_start(text, name.id.span.start as usize);
        let next = names.get(idx + 1).map_or(text.len(), |it| line_start(text, it.id.span.start as usize));
        let end = start + text[start..next.max(start)].trim_end().len();
        let (title, detail) = words(view, path, text, name);
        symbols.push(DocumentSymbol {
            // An editor refuses a symbol without a name.
            name: if title.is_empty() { name.id.value.clone() } else { title },
            detail: Some(detail).filter(|it| !it.is_empty()),
            kind: kind(name.thing),
            tags: None,
            range: view.encoding.range(text, start..end.max(name.id.span.end as usize)),
            selection_range: view.encoding.range(text, name.id.span.range()),
            children: None,
            #[expect(deprecated, reason = "the protocol still has the field")]
            deprecated: None,
        });
    }
    symbols
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |it| it + 1)
}

fn kind(thing: Thing) -> SymbolKind {
    match thing {
        Thing::Section => SymbolKind::Class,
        Thing::Question => SymbolKind::Function,
        Thing::Fact => SymbolKind::Constant,
        Thing::Source => SymbolKind::File,
        Thing::Misconception => SymbolKind::Event,
        Thing::Objective => SymbolKind::Key,
    }
}

/// A thing's title, and what it is.
fn words(view: &View, path: &str, text: &str, name: &Name) -> (String, String) {
    let id = &name.id.value;
    let untitled = || (id.clone(), String::new());
    let stem = name.module.as_deref().unwrap_or_default();
    match name.thing {
        Thing::Section => {
            let line = text[line_start(text, name.id.span.start as usize)..].lines().next().unwrap_or_default();
            match line.trim_start().strip_prefix("##") {
                Some(heading) => {
                    let (title, attributes) = split_attributes(heading);
                    let role = attributes.split_whitespace().find(|it| it.starts_with('.')).unwrap_or_default();
                    (title.to_owned(), role.to_owned())
                }
                None => {
                    let section = view.module(path, stem).and_then(|it| it.sections.iter().find(|it| it.id == *id));
                    section.map_or_else(untitled, |it| (plain_text(&it.title), id.clone()))
                }
            }
        }
        Thing::Question => {
            let quiz = view.module(path, stem).and_then(|it| it.quiz.as_ref());
            let found = quiz.and_then(|it| it.questions.iter().find(|it| it.item.id.0 == *id));
            found.map_or_else(untitled, |it| (plain_text(&it.item.question), it.item.kind.to_owned()))
        }
        Thing::Fact => {
            let fact = view.edition(path).and_then(|it| it.facts.get(&FactId(id.clone())));
            (id.clone(), fact.map(|it| it.statement.clone()).unwrap_or_default())
        }
        Thing::Source | Thing::Misconception | Thing::Objective => untitled(),
    }
}
