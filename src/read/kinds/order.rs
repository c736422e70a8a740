//! The `order` kind: items to be put in order. The author writes them in the right one.

use super::kind::{Asked, Asking, Kind};
use super::shuffle::shuffled;
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{EQUAL_ITEMS, TOO_FEW_OPTIONS};
use crate::item::{Response, Solution};
use crate::prose::plain_text;
use crate::read::text::prose_list;
use crate::yaml::Field;
use crate::yaml::FieldKind::{List, Prose};

/// Items in order.
pub const KIND: Kind = Kind {
    name: "order",
    example: "question: Put the steps in order.\nitems: [Something chafes, Own solution, Look outside]\n",
    fields: &[Field::required("items", List(&Prose), "The items in the right order.")],
    scored: true,
    shuffles: true,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    asking.record.required("items")?;
    let items = prose_list(asking.record, "items", asking.around.features)?;
    if items.len() < 2 {
        return Err(asking.record.diagnostics.error(&TOO_FEW_OPTIONS, asking.asked(), &["2"]));
    }
    let words: Vec<String> = items.iter().map(|it| plain_text(it)).collect();
    if let Some(second) = (1..words.len()).find(|it| !words[*it].is_empty() && words[..*it].contains(&words[*it])) {
        let span = asking.record.node("items").and_then(|it| it.items()?.get(second)).map_or(asking.asked(), |it| it.span);
        return Err(asking.record.diagnostics.error(&EQUAL_ITEMS, span, &[&words[second]]));
    }
    let shown = shuffled(items.len(), asking.seed);
    let mut solution = vec![0; items.len()];
    for (position, original) in shown.iter().enumerate() {
        solution[*original] = position;
    }
    let items = shown.iter().map(|it| items[*it].clone()).collect();
    Ok(Asked::new(Response::Order { items }, Solution::Order(solution)))
}
