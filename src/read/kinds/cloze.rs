//! The `cloze` kind: a sentence with gaps.

use super::kind::{Asked, Asking, Kind};
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{CLOZE_ACCEPT, CLOZE_WITHOUT_GAP, EXPECTED};
use crate::item::{Response, Solution};
use crate::prose::{GapContent, Inline, InlineKind};
use crate::read::text::{required_prose, unquoted};
use crate::source::Spanned;
use crate::yaml::Field;
use crate::yaml::FieldKind::{List, OneOrMore, Text};

/// Gaps to be filled.
pub const KIND: Kind = Kind {
    name: "cloze",
    example: "question: The customer starts with [[today]].\naccept: [[now, the present]]\n",
    fields: &[Field::optional("accept", List(&OneOrMore(&Text)), "Further right answers: a list for each gap, in order.")],
    scored: true,
    shuffles: false,
    has_own_question: true,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let text = required_prose(asking.record, "question", asking.around.features)?;
    if let Some(gap) = fact_in_gap(&text) {
        let typed = format!("[[={}]]", gap.value);
        return Err(asking.record.diagnostics.error(
            &EXPECTED,
            gap.span,
            &["question", "words in every gap", &format!("`{typed}`")],
        ));
    }
    let mut words: Vec<String> = Vec::new();
    let pieces = cut(text, &mut words);
    if words.is_empty() {
        return Err(asking.record.diagnostics.error(&CLOZE_WITHOUT_GAP, asking.asked(), &[]));
    }
    let mut solution: Vec<Vec<String>> = words.iter().map(|it| vec![it.clone()]).collect();
    let accept = asking.record.list("accept")?;
    if accept.len() > solution.len() {
        let span = asking.record.node("accept").map_or(asking.record.span, |it| it.span);
        let (found, wanted) = (accept.len().to_string(), solution.len().to_string());
        return Err(asking.record.diagnostics.error(&CLOZE_ACCEPT, span, &[&found, &wanted]));
    }
    for (answers, more) in solution.iter_mut().zip(accept) {
        for node in more.items().unwrap_or(std::slice::from_ref(more)) {
            answers.push(unquoted(&asking.record.read_text(node, "accept")?.value).to_owned());
        }
    }
    // All gaps are as wide as the longest asks for, rounded up to fives, so that none tells its word.
    let longest = words.iter().map(|it| it.chars().count()).max().unwrap_or(0).div_ceil(5) * 5 + 2;
    let widths = vec![longest; words.len()];
    let question = Vec::new();
    Ok(Asked { question: Some(question), ..Asked::new(Response::Cloze { pieces, widths }, Solution::Cloze(solution)) })
}

/// The first gap that holds a fact: what is to be typed there depends on how a language writes numbers.
fn fact_in_gap(text: &[Inline]) -> Option<&Spanned<String>> {
    text.iter().find_map(|inline| match &inline.kind {
        InlineKind::Gap { content: GapContent::Fact(id), .. } => Some(id),
        InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Strike(inner)
        | InlineKind::Link { children: inner, .. } => fact_in_gap(inner),
        _ => None,
    })
}

/// The text between the gaps: one piece more than there are gaps. What is bold, struck or a link around a gap is so before and after it.
fn cut(text: Vec<Inline>, words: &mut Vec<String>) -> Vec<Vec<Inline>> {
    let mut pieces = vec![Vec::new()];
    for Inline { span, kind } in text {
        let wrap =
            |inner: Vec<Inline>, words: &mut Vec<String>, wrapped: &dyn Fn(Vec<Inline>) -> InlineKind| -> Vec<Vec<Inline>> {
                let around =
                    |piece: Vec<Inline>| if piece.is_empty() { piece } else { vec![Inline { span, kind: wrapped(piece) }] };
                cut(inner, words).into_iter().map(around).collect()
            };
        let cut = match kind {
            InlineKind::Gap { content: GapContent::Text(word), .. } => {
                words.push(word);
                vec![Vec::new(), Vec::new()]
            }
            InlineKind::Emphasis(inner) => wrap(inner, words, &InlineKind::Emphasis),
            InlineKind::Strong(inner) => wrap(inner, words, &InlineKind::Strong),
            InlineKind::Strike(inner) => wrap(inner, words, &InlineKind::Strike),
            InlineKind::Link { target, children } => {
                wrap(children, words, &|children| InlineKind::Link { target: target.clone(), children })
            }
            kind => vec![vec![Inline { span, kind }]],
        };
        let mut cut = cut.into_iter();
        pieces.last_mut().expect("there is a first piece").extend(cut.next().unwrap_or_default());
        pieces.extend(cut);
    }
    pieces
}
