//! A name changed wherever it stands: in every file and every language of the course.

use std::collections::BTreeMap;

use gen_lsp_types::{PrepareRenamePlaceholder, Range, TextEdit, Uri, WorkspaceEdit};

use super::view::{Cursor, View};
use crate::prose::split_attributes;
use crate::read::{Name, NameRole};
use crate::yaml::Thing;

/// The name at the cursor, if it can be changed.
pub fn prepare(cursor: &Cursor<'_>) -> Option<PrepareRenamePlaceholder> {
    let name = cursor.name()?;
    let range = cursor.view.encoding.range(&cursor.text, name.id.span.range());
    Some(PrepareRenamePlaceholder { range, placeholder: name.id.value.clone() })
}

/// The changes that give the thing at the cursor another name, or why it cannot have it.
pub fn rename(cursor: &Cursor<'_>, new: &str) -> Result<Option<WorkspaceEdit>, String> {
    let view = cursor.view;
    let Some(name) = cursor.name() else { return Ok(None) };
    let new = new.trim();
    if !is_name(name.thing, new) {
        return Err(view.choose(
            format!("`{new}` cannot be a name; use letters, digits, hyphens and underscores"),
            format!("`{new}` kan inte vara ett namn; använd bokstäver, siffror, bindestreck och understreck"),
        ));
    }
    let is_taken = |it: &&Name| it.thing == name.thing && it.module == name.module && it.id.value == new;
    if new != name.id.value && view.names.list.iter().any(|it| is_taken(&it)) {
        return Err(view.choose(format!("there is a `{new}` already"), format!("det finns redan ett `{new}`")));
    }
    let mut changes: BTreeMap<Uri, Vec<TextEdit>> = BTreeMap::new();
    for it in view.names.same(name) {
        match edit(view, it, new) {
            Some((uri, edit)) => changes.entry(uri).or_default().push(edit),
            // What names it would be changed, and it would not.
            None => {
                return Err(view.choose(
                    format!("`{}` has no id of its own; give it one first", it.id.value),
                    format!("`{}` har inget eget id; ge det ett först", it.id.value),
                ));
            }
        }
    }
    Ok(Some(WorkspaceEdit { changes: Some(changes.into_iter().collect()), ..WorkspaceEdit::default() }))
}

fn edit(view: &View, name: &Name, new: &str) -> Option<(Uri, TextEdit)> {
    let location = view.location(name)?;
    if name.role != NameRole::Made {
        return Some((location.uri, TextEdit { range: location.range, new_text: new.to_owned() }));
    }
    // A name that was made from a heading is written out from now on.
    let source = view.names.sources.get(name.id.span.file);
    let span = name.id.span.range();
    let line_start = source.text[..span.start].rfind('\n').map_or(0, |it| it + 1);
    let line = source.text[line_start..].split(['\r', '\n']).next().unwrap_or_default();
    if !line.trim_start().starts_with('#') {
        return None;
    }
    let (_, attributes) = split_attributes(line);
    let (at, new_text) = match line.rfind('{').filter(|_| !attributes.is_empty()) {
        Some(open) => (line_start + open + 1, format!("#{new} ")),
        None => (line_start + line.trim_end().len(), format!(" {{#{new}}}")),
    };
    let position = view.encoding.position(&source.text, at);
    Some((location.uri, TextEdit { range: Range { start: position, end: position }, new_text }))
}

/// What can stand as a name in Markdown and YAML alike, without marks around it. A fact's ends at a full stop.
fn is_name(thing: Thing, name: &str) -> bool {
    let is_inner = |it: char| {
        it.is_alphanumeric() || matches!(it, '-' | '_') || (thing == Thing::Source && matches!(it, '.' | ':' | '/' | '+'))
    };
    name.starts_with(char::is_alphanumeric) && name.chars().all(is_inner) && !name.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_everywhere_without_marks() {
        for name in ["late-stage", "o1", "åäö", "f_2"] {
            assert!(is_name(Thing::Fact, name), "{name}");
        }
        for name in ["", "a b", "a]", "#a", "-a", "a.b", "a\"", "a}", "a,b", "😀"] {
            assert!(!is_name(Thing::Fact, name), "{name}");
        }
        assert!(is_name(Thing::Source, "berg:2012.a"));
        assert!(!is_name(Thing::Source, "berg:"));
    }
}
