//! Where in a YAML text the cursor is: by indentation and brackets, so that it is known while the text is half typed.

use crate::read::fields;
use crate::yaml::{Field, FieldKind, Shape};

/// Where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YamlPlace {
    /// The keys around it from the outside, each with the column at which the keys inside it stand.
    path: Vec<(String, usize)>,
    /// The key whose value it is in; nothing if it is in a key.
    pub key: Option<String>,
    /// The first byte of the word it is in.
    pub start: usize,
    /// The keys beside it.
    pub taken: Vec<String>,
    /// The lines, to look for a question's kind in, and the cursor's among them.
    kinds: Vec<(usize, String)>,
}

/// What can stand at a place.
#[derive(Debug, Clone)]
pub enum Expected {
    /// One of these keys.
    Keys(Vec<&'static Field>),
    /// The value of a field.
    Value(&'static Field),
}

/// A line of YAML, taken apart.
struct Line<'a> {
    /// The column of its first dash.
    dash: Option<usize>,
    /// The column at which its key or value starts.
    column: usize,
    /// What stands there.
    rest: &'a str,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Line<'a> {
        let mut rest = line.trim_start_matches(' ');
        let mut dash = None;
        while rest == "-" || rest.starts_with("- ") {
            dash.get_or_insert(line.len() - rest.len());
            rest = rest[1..].trim_start_matches(' ');
        }
        Line { dash, column: line.len() - rest.len(), rest }
    }

    fn key(&self) -> Option<&'a str> {
        let (key, _) = self.rest.split_once(':')?;
        (!key.contains([' ', '{', '[', '"', '#'])).then_some(key)
    }

    fn is_blank(&self) -> bool {
        self.rest.trim().is_empty() || self.rest.starts_with('#')
    }
}

/// A bracket that is open, or the line itself.
#[derive(Default)]
struct Frame {
    key: Option<String>,
    start: usize,
    is_list: bool,
    keys: Vec<String>,
}

/// Where a byte of a YAML text is.
pub fn yaml_place(text: &str, at: usize) -> YamlPlace {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let before: Vec<&str> = text[..start].lines().collect();
    let whole = text[start..].lines().next().unwrap_or_default();
    let after: Vec<&str> = text[start + whole.len()..].lines().skip(1).collect();
    let line = Line::new(&text[start..at]);
    let frames = frames(line.rest);
    let mut path = ancestors(&before, &line);
    let depth = frames.len();
    // A list in brackets belongs to the key before it.
    let (last, is_item) = match frames.last() {
        Some(frame) if frame.is_list && depth > 1 => (&frames[depth - 2], true),
        Some(frame) => (frame, false),
        None => return YamlPlace::default(),
    };
    let n_outer = if is_item { depth - 2 } else { depth - 1 };
    path.extend(frames[..n_outer].iter().filter_map(|it| Some((it.key.clone()?, usize::MAX))));
    let word = frames.last().map_or(0, |it| it.start);
    let lead = line.rest[word..].len() - line.rest[word..].trim_start_matches([' ', '"', '\'']).len();
    let mut taken = last.keys.clone();
    let mut kinds = Vec::new();
    if depth == 1 {
        taken.extend(siblings(&before, &line, &after));
    }
    for (idx, (_, column)) in path.iter().enumerate() {
        let flow = frames.iter().rev().find_map(|it| value_of(&it.keys, whole));
        kinds.extend(flow.or_else(|| kind_of_item(&before, whole, &after, *column)).map(|it| (idx, it)));
    }
    YamlPlace { path, key: last.key.clone(), start: start + line.column + word + lead, taken, kinds }
}

/// The kind that stands in the same braces.
fn value_of(keys: &[String], whole: &str) -> Option<String> {
    if !whole.contains('{') || keys.is_empty() {
        return None;
    }
    kind_in(whole)
}

fn kind_in(line: &str) -> Option<String> {
    let at = line.find("kind:").filter(|it| line[..*it].ends_with([' ', '{', ',']) || *it == 0)?;
    let word = line[at + 5..].trim_start().split([',', '}', ' ']).next()?;
    (!word.is_empty()).then(|| word.to_owned())
}

/// The brackets that are open at the end of a line's text, from the line itself inwards.
fn frames(rest: &str) -> Vec<Frame> {
    let mut frames = vec![Frame::default()];
    let mut quote: Option<char> = None;
    for (at, character) in rest.char_indices() {
        let after = at + character.len_utf8();
        let depth = frames.len();
        let Some(frame) = frames.last_mut() else { break };
        let is_start = rest[frame.start..at].trim().is_empty();
        match character {
            _ if quote == Some(character) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if is_start => quote = Some(character),
            '{' | '[' if is_start => frames.push(Frame { start: after, is_list: character == '[', ..Frame::default() }),
            '}' | ']' if depth > 1 => {
                frames.pop();
                if let Some(outer) = frames.last_mut() {
                    outer.start = after;
                }
            }
            ',' if depth > 1 => {
                frame.key = None;
                frame.start = after;
            }
            ':' if frame.key.is_none() && !frame.is_list && (rest[after..].is_empty() || rest[after..].starts_with(' ')) => {
                let key = rest[frame.start..at].trim().to_owned();
                frame.keys.push(key.clone());
                frame.key = Some(key);
                frame.start = after;
            }
            _ => {}
        }
    }
    frames
}

/// The keys around a line, by indentation.
fn ancestors(before: &[&str], line: &Line<'_>) -> Vec<(String, usize)> {
    let mut path = Vec::new();
    let mut column = line.column;
    // A list may stand at the column of its key.
    let mut limit = line.dash.map_or(column, |dash| dash + 1);
    for above in before.iter().rev().map(|it| Line::new(it)).filter(|it| !it.is_blank()) {
        if above.column < limit
            && above.column < column
            && let Some(key) = above.key()
        {
            path.push((key.to_owned(), column));
            column = above.column;
            limit = above.dash.map_or(column, |dash| dash + 1);
        } else if above.column == column
            && let Some(dash) = above.dash
        {
            // The first line of the item that the cursor is in.
            limit = limit.min(dash + 1);
        }
        if column == 0 {
            break;
        }
    }
    path.reverse();
    path
}

/// The keys beside a line's own.
fn siblings(before: &[&str], line: &Line<'_>, after: &[&str]) -> Vec<String> {
    let mut keys = Vec::new();
    if line.dash.is_none() {
        for above in before.iter().rev().map(|it| Line::new(it)).filter(|it| !it.is_blank()) {
            if above.column < line.column {
                break;
            }
            if above.column == line.column {
                keys.extend(above.key().map(str::to_owned));
                if above.dash.is_some() {
                    break;
                }
            }
        }
    }
    for below in after.iter().map(|it| Line::new(it)).filter(|it| !it.is_blank()) {
        if below.column < line.column || (below.column == line.column && below.dash.is_some()) {
            break;
        }
        if below.column == line.column {
            keys.extend(below.key().map(str::to_owned));
        }
    }
    keys
}

/// The `kind:` of the item whose keys stand at a column and that the cursor's line is in.
fn kind_of_item(before: &[&str], line: &str, after: &[&str], column: usize) -> Option<String> {
    let at_column = |it: &Line<'_>| it.column == column;
    let mut lines: Vec<&str> = Vec::new();
    for above in std::iter::once(&line).chain(before.iter().rev()) {
        lines.push(above);
        let parts = Line::new(above);
        if (at_column(&parts) && parts.dash.is_some()) || (!parts.is_blank() && parts.column < column) {
            break;
        }
    }
    for below in after {
        let parts = Line::new(below);
        if !parts.is_blank() && (parts.column < column || (at_column(&parts) && parts.dash.is_some())) {
            break;
        }
        lines.push(below);
    }
    let lines = lines.into_iter().map(Line::new).filter(at_column);
    lines.filter(|it| it.rest.starts_with(['k', '{'])).find_map(|it| kind_in(it.rest))
}

impl YamlPlace {
    /// What can stand here, in YAML of which `root` is the whole.
    pub fn expected(&self, root: &'static FieldKind) -> Option<Expected> {
        let mut kind = peeled(root);
        for (idx, (key, _)) in self.path.iter().enumerate() {
            kind = match kind {
                FieldKind::Record(shape) => {
                    let fields = self.fields(shape, idx);
                    peeled(&fields.into_iter().find(|it| it.name == key)?.kind)
                }
                FieldKind::Map(inner) => peeled(inner),
                _ => return None,
            };
        }
        let FieldKind::Record(shape) = kind else { return None };
        let fields = self.fields(shape, self.path.len());
        match &self.key {
            None => Some(Expected::Keys(fields)),
            Some(key) => Some(Expected::Value(fields.into_iter().find(|it| it.name == key)?)),
        }
    }

    /// The fields of a record; its own kind is known from the column of the keys in it.
    fn fields(&self, shape: &'static Shape, depth: usize) -> Vec<&'static Field> {
        let kind = self.kinds.iter().find(|(idx, _)| *idx + 1 == depth).map(|(_, kind)| kind.as_str());
        fields(shape, kind)
    }
}

/// What a list is of.
fn peeled(kind: &'static FieldKind) -> &'static FieldKind {
    let mut kind = kind;
    while let FieldKind::List(inner) | FieldKind::OneOrMore(inner) = kind {
        kind = inner;
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{FileKind, root};

    /// The place of `|` in a text: what is around it, and what can stand there.
    fn expected(kind: FileKind, text: &str) -> String {
        let at = text.find('|').unwrap();
        let place = yaml_place(&text.replace('|', ""), at);
        match place.expected(root(kind).unwrap()) {
            None => "nothing".to_owned(),
            Some(Expected::Value(field)) => format!("the value of {}", field.name),
            Some(Expected::Keys(fields)) => {
                let free = fields.iter().map(|it| it.name).filter(|it| !place.taken.iter().any(|taken| taken == it));
                free.collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn keys_are_known_by_indentation() {
        assert_eq!(expected(FileKind::Course, "title: Å\naudience:\n  w|"), "who size");
        assert_eq!(expected(FileKind::Course, "schedule:\n  break:\n    every: 90\n    |\n  lunch:\n"), "minutes");
        assert_eq!(expected(FileKind::Course, "schedule: {lunch: {at: \"12:00\", |"), "minutes");
        assert_eq!(expected(FileKind::Course, "variants:\n  kort:\n    |"), "title minutes");
        assert_eq!(expected(FileKind::Module, "title: Å\nobjectives:\n  - id: o1\n    l|"), "level text");
        assert_eq!(expected(FileKind::Module, "title: Å\nobjectives:\n- |"), "id level text");
        assert_eq!(
            expected(FileKind::YamlModule, "title: Å\nsections:\n  - title: X\n    body: |\n      Te"),
            "the value of body"
        );
    }

    #[test]
    fn values_are_known_by_their_keys() {
        assert_eq!(expected(FileKind::Facts, "- id: å\n  sources: [a, |"), "the value of sources");
        assert_eq!(expected(FileKind::Facts, "- id: å\n  grade: |"), "the value of grade");
        assert_eq!(expected(FileKind::Quiz, "questions:\n  - {id: q, kind: |"), "the value of kind");
        assert_eq!(
            expected(FileKind::Quiz, "questions:\n  - id: q\n    options:\n      - text: a\n        misconception: |"),
            "the value of misconception"
        );
    }

    #[test]
    fn a_question_has_the_fields_of_its_kind() {
        let quiz = "questions:\n  - id: a\n    kind: order\n  - id: q\n    kind: truth\n    |\n  - id: b\n    kind: scale\n";
        let fields = expected(FileKind::Quiz, quiz);
        assert!(fields.contains("claim") && !fields.contains("items") && !fields.contains("low"), "{fields}");
        let fields = expected(FileKind::Quiz, "questions:\n  - {id: q, kind: scale, |");
        assert!(fields.contains("low") && !fields.contains("claim"), "{fields}");
    }

    #[test]
    fn what_is_no_place_gives_nothing() {
        for text in ["|", "\n|", "- |", "}}] , : |", "x: \"|", "😀: {å: [|", "  - - - |", ":::|"] {
            let at = text.find('|').unwrap();
            let _ = yaml_place(text, at).expected(root(FileKind::Quiz).unwrap());
        }
        assert_eq!(expected(FileKind::Course, "nonsense:\n  |"), "nothing");
    }
}
