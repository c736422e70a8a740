//! The `cloze` kind: a sentence with gaps.

use super::kind::{Asked, Asking, Kind};
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{CLOZE_ACCEPT, CLOZE_WITHOUT_GAP};
use crate::item::{Response, Solution};
use crate::prose::{GapContent, Inline, InlineKind};
use crate::read::text::{required_prose, unquoted};
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
    let (mut pieces, mut words): (Vec<Vec<Inline>>, Vec<String>) = (vec![Vec::new()], Vec::new());
    for inline in text {
        if let InlineKind::Gap { content: GapContent::Text(word), .. } = inline.kind {
            words.push(word);
            pieces.push(Vec::new());
        } else {
            pieces.last_mut().expect("there is a first piece").push(inline);
        }
    }
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
