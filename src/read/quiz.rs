//! A quiz: what all questions share; the kinds add the rest.

use std::collections::BTreeMap;

use super::around::Around;
use super::course::read_pass;
use super::kinds::{Asking, KINDS};
use super::limit::{MOST, cap};
use super::shapes::{QUESTION, QUIZ};
use super::text::{optional_prose, required_prose};
use crate::curriculum::{FactId, Question, Quiz};
use crate::diagnostic::fault::{DUPLICATE_ID, NOT_ONE_OF, UNKNOWN_FIELD};
use crate::diagnostic::{Diagnostics, Reported, did_you_mean};
use crate::item::{Answer, Item, ItemId, Key, Use};
use crate::prose::Inline;
use crate::yaml::{Node, Record};

const USES: &[(&str, Use)] = &[("pre", Use::Pre), ("post", Use::Post), ("delayed", Use::Delayed), ("concept", Use::Concept)];

/// Reads a quiz; a question that cannot be read is reported and left out.
pub fn read_quiz(node: &Node, around: Around<'_>, diagnostics: &mut Diagnostics) -> Result<Quiz, Reported> {
    let mut record = Record::open(node, &QUIZ, diagnostics)?;
    let pass = read_pass(&mut record);
    let (confidence, draw) = (record.optional_boolean("confidence"), record.optional_integer("draw"));
    let shuffle = record.optional_boolean("shuffle");
    record.required("questions")?;
    let shuffle = shuffle?.unwrap_or(true);
    let (mut questions, mut key): (Vec<Question>, Key<Vec<Inline>>) = (Vec::new(), BTreeMap::new());
    let mut items: Vec<&Node> = record.list("questions")?.iter().collect();
    cap(&mut items, MOST, |it| Some(it.span), record.diagnostics);
    let mut lacks_questions = false;
    for item in items {
        let Ok((question, answer)) = read_question(item, shuffle, around, record.diagnostics) else {
            lacks_questions = true;
            continue;
        };
        if let Some(first) = questions.iter().find(|it| it.item.id == question.item.id) {
            let first = first.span;
            let id = question.item.id.0.clone();
            record.diagnostics.report(&DUPLICATE_ID, question.span, &[&id]).relate(first, "first used here", "först använt här");
            continue;
        }
        key.insert(question.item.id.clone(), answer);
        questions.push(question);
    }
    Ok(Quiz { pass: pass?, confidence: confidence?, draw: draw?.map(|it| it.value), shuffle, questions, lacks_questions, key })
}

fn read_question(
    node: &Node,
    shuffle: bool,
    around: Around<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<(Question, Answer<Vec<Inline>>), Reported> {
    let name = node.get("kind").and_then(Node::text).unwrap_or_default().trim();
    let Some(kind) = KINDS.iter().find(|it| it.name == name) else {
        let Some(kind) = node.get("kind") else {
            // Other quiz editors call it so.
            if let Some((key, _)) = node.entries().iter().find(|(key, _)| matches!(key.value.as_str(), "type" | "typ")) {
                diagnostics.report(&UNKNOWN_FIELD, key.span, &[&key.value, QUESTION.name]).suggest(Some("kind"));
                return Err(Reported);
            }
            return Err(Record::open(node, &QUESTION, diagnostics)?.missing("kind"));
        };
        let names: Vec<&str> = KINDS.iter().map(|it| it.name).collect();
        let similar = did_you_mean(name, names.iter().copied());
        diagnostics.report(&NOT_ONE_OF, kind.span, &["kind", name, &names.join(", ")]).suggest(similar);
        return Err(Reported);
    };
    let mut record = Record::open_with(node, &QUESTION, kind.fields, diagnostics)?;
    let id = record.text("id");
    let uses = read_uses(&mut record);
    let (points, objective) = (record.optional_integer("points"), record.optional_text("objective"));
    let (hint, why) = (optional_prose(&mut record, "hint", around.features), optional_prose(&mut record, "why", around.features));
    let own_shuffle = record.optional_boolean("shuffle");
    let question = if kind.has_own_question { Ok(Vec::new()) } else { required_prose(&mut record, "question", around.features) };
    let seed = id.as_ref().map_or("", |it| it.value.as_str()).to_owned();
    let asked = (kind.read)(&mut Asking { record: &mut record, around, seed: &seed })?;
    let id = id?;
    let span = id.span;
    // Read by their kinds; kept, so that one sees what is asked about.
    let named = |key: &str| kind.fields.iter().any(|it| it.name == key).then(|| record.node(key)?.text()).flatten();
    let (fact, claim) = (named("fact").map(|it| FactId(it.trim().to_owned())), named("claim").map(|it| it.trim().to_owned()));
    let item = Item {
        id: ItemId(id.value),
        kind: kind.name,
        question: asked.question.map_or(question, Ok)?,
        response: asked.response,
        hint: hint?,
        points: if kind.scored { points?.map_or(1, |it| it.value) } else { 0 },
        uses: uses?,
        objective: objective?.map(|it| it.value),
        shuffle: own_shuffle?.unwrap_or(shuffle) && kind.shuffles,
    };
    let answer =
        Answer { solution: asked.solution, why_option: asked.why_option, misconceptions: asked.misconceptions, why: why? };
    Ok((Question { span, item, fact, claim }, answer))
}

fn read_uses(record: &mut Record<'_>) -> Result<Vec<Use>, Reported> {
    let mut uses = Vec::new();
    for text in record.texts("use")? {
        let Some((_, found)) = USES.iter().find(|(word, _)| *word == text.value) else {
            let words: Vec<&str> = USES.iter().map(|(word, _)| *word).collect();
            let similar = did_you_mean(&text.value, words.iter().copied());
            record.diagnostics.report(&NOT_ONE_OF, text.span, &["use", &text.value, &words.join(", ")]).suggest(similar);
            return Err(Reported);
        };
        if !uses.contains(found) {
            uses.push(*found);
        }
    }
    if uses.is_empty() {
        uses.push(Use::Post);
    }
    uses.sort_unstable();
    Ok(uses)
}
