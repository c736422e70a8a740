//! A section: its heading's attributes become its role and its plan.

use super::blocks::Reading;
use super::words::{ATTRIBUTES as KEYS, ROLES};
use crate::curriculum::{Ballot, Block, BlockKind, FactId, Method, Minutes, Only, Plan, Priority, Role, Section, TaskKind, Work};
use crate::diagnostic::fault::{
    ATTRIBUTE_VALUE, CUT_TOO_LONG, DIFFERS_FROM_ORIGINAL, EXPECTED, GUESS_WITHOUT_FACT, NOT_IN_ORIGINAL, TWO_ROLES,
    UNKNOWN_ATTRIBUTE, UNKNOWN_ROLE,
};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::prose::{self, Attribute, Attributes, DataKind, Inline};
use crate::source::{Span, Spanned};
use crate::yaml::Node;

/// A section as typed, in Markdown or YAML.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Its heading, or its first line.
    pub span: Span,
    /// Its title; empty for the opening.
    pub title: Vec<Inline>,
    /// Its attributes.
    pub attributes: Attributes,
    /// Its Markdown.
    pub blocks: Vec<prose::Block>,
    /// Data blocks that follow the Markdown (modules in YAML).
    pub data: Vec<(DataKind, Node)>,
}

const METHODS: &[(&str, Method)] = &[
    ("solo", Method::Solo),
    ("pairs", Method::Pairs),
    ("groups", Method::Groups),
    ("buzz", Method::Buzz),
    ("tps", Method::ThinkPairShare),
    ("round", Method::Round),
    ("gallery", Method::Gallery),
    ("roleplay", Method::Roleplay),
];
const PRIORITIES: &[(&str, Priority)] = &[("must", Priority::Must), ("should", Priority::Should), ("could", Priority::Could)];
const ONLYS: &[(&str, Only)] = &[("deck", Only::Deck), ("handout", Only::Handout), ("guide", Only::Guide)];

/// A section as it is meant. `id` was worked out from all headings of the module.
pub fn read_section(typed: Typed, id: String, reading: &mut Reading<'_>) -> Section {
    let attributes = &typed.attributes;
    for pair in &attributes.pairs {
        if !KEYS.contains(&pair.key.value.as_str()) {
            let similar = did_you_mean(&pair.key.value, KEYS.iter().copied());
            let similar = similar.map(|it| if find(attributes, it.word).is_some() { it.unsure() } else { it });
            reading.diagnostics.report(&UNKNOWN_ATTRIBUTE, pair.key.span, &[&pair.key.value]).suggest(similar);
        }
    }
    let plan = Plan {
        minutes: number(attributes, "minutes", reading.diagnostics).map(Minutes),
        cut: number(attributes, "cut", reading.diagnostics).map(Minutes),
        priority: choice(attributes, "priority", PRIORITIES, reading.diagnostics).unwrap_or(Priority::Must),
    };
    if let (Some(minutes), Some(cut), Some(pair)) = (plan.minutes, plan.cut, find(attributes, "cut"))
        && cut > minutes
    {
        let (cut, minutes) = (cut.0.to_string(), minutes.0.to_string());
        reading.diagnostics.report(&CUT_TOO_LONG, pair.value.span, &[&cut, &minutes]);
    }
    let only = choice(attributes, "only", ONLYS, reading.diagnostics);
    let steps = choice(attributes, "reveal", &[("steps", ())], reading.diagnostics).is_some();
    let materials = find(attributes, "materials").map(|it| it.value.value.as_str()).unwrap_or_default();
    let work = Work {
        method: choice(attributes, "method", METHODS, reading.diagnostics),
        group: number(attributes, "group", reading.diagnostics),
        materials: materials.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        objective: find(attributes, "objective").map(|it| it.value.value.clone()),
    };
    let fact = find(attributes, "fact").map(|it| it.value.clone().map(FactId));
    let mut blocks = reading.blocks(typed.blocks);
    for (kind, node) in typed.data {
        let span = node.span;
        blocks.extend(reading.data_node(kind, &node, span).map(|kind| Block { span, kind }));
    }
    let role = role(&typed.attributes, typed.span, fact, &mut blocks, reading.diagnostics);
    Section { id, span: typed.span, title: typed.title, role, plan, only, steps, work, blocks }
}

fn role(
    attributes: &Attributes,
    heading: Span,
    fact: Option<Spanned<FactId>>,
    blocks: &mut Vec<Block>,
    diagnostics: &mut Diagnostics,
) -> Role {
    let Some(first) = attributes.classes.first() else { return Role::Plain };
    for second in &attributes.classes[1..] {
        diagnostics.report(&TWO_ROLES, second.span, &[&second.value]);
    }
    let mut name = first.value.as_str();
    if !ROLES.contains(&name) {
        // The role that was probably meant is read, so that one slip is one finding.
        let similar = did_you_mean(name, ROLES.iter().copied());
        diagnostics.report(&UNKNOWN_ROLE, first.span, &[name]).suggest(similar.clone());
        name = similar.map_or("", |it| it.word);
    }
    match name {
        "belief" => Role::Belief(take_ballot(blocks)),
        "steelman" => Role::Steelman,
        "guess" => match fact {
            Some(fact) => Role::Guess(fact),
            None => {
                diagnostics.report(&GUESS_WITHOUT_FACT, heading, &[]);
                Role::Plain
            }
        },
        "illusion" => Role::Illusion,
        "reality" => Role::Reality,
        "boundary" => Role::Boundary,
        "inversion" => Role::Inversion,
        "process" => Role::Process,
        "discussion" => Role::Task(TaskKind::Discussion),
        "activity" => Role::Task(TaskKind::Activity),
        "reflection" => Role::Task(TaskKind::Reflection),
        "premortem" => Role::Task(TaskKind::Premortem),
        "recap" => Role::Recap,
        "commitment" => Role::Commitment,
        "break" => Role::Break,
        _ => Role::Plain,
    }
}

/// A poll in a belief replaces agree and disagree.
fn take_ballot(blocks: &mut Vec<Block>) -> Ballot {
    let position = blocks.iter().position(|it| matches!(&it.kind, BlockKind::Poll(_)));
    match position.map(|position| blocks.remove(position).kind) {
        Some(BlockKind::Poll(ballot)) => ballot,
        _ => Ballot { question: None, options: Vec::new(), correct: None },
    }
}

fn find<'a>(attributes: &'a Attributes, key: &str) -> Option<&'a Attribute> {
    attributes.pairs.iter().find(|it| it.key.value == key)
}

fn number(attributes: &Attributes, key: &str, diagnostics: &mut Diagnostics) -> Option<u32> {
    let pair = find(attributes, key)?;
    match pair.value.value.parse() {
        Ok(number) if (1..1440).contains(&number) => Some(number),
        _ => {
            let found = format!("`{}`", pair.value.value);
            diagnostics.report(&EXPECTED, pair.value.span, &[key, "a whole number from 1 to 1439", &found]);
            None
        }
    }
}

fn choice<T: Copy>(attributes: &Attributes, key: &str, choices: &[(&str, T)], diagnostics: &mut Diagnostics) -> Option<T> {
    let pair = find(attributes, key)?;
    if let Some((_, value)) = choices.iter().find(|(word, _)| *word == pair.value.value) {
        return Some(*value);
    }
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let similar = did_you_mean(&pair.value.value, words.iter().copied());
    diagnostics.report(&ATTRIBUTE_VALUE, pair.value.span, &[key, &pair.value.value, &words.join(", ")]).suggest(similar);
    None
}

/// A translation's attributes with the original's role and keys; a different one is reported. Materials are words and may be
/// translated.
pub fn lay_attributes(original: &Attributes, translation: &Attributes, diagnostics: &mut Diagnostics) -> Attributes {
    let mut laid = original.clone();
    for class in &translation.classes {
        if !original.classes.iter().any(|it| it.value == class.value) {
            diagnostics.report(&NOT_IN_ORIGINAL, class.span, &[&format!(".{}", class.value)]);
        }
    }
    for pair in &translation.pairs {
        match laid.pairs.iter_mut().find(|it| it.key.value == pair.key.value) {
            Some(same) if same.key.value == "materials" => same.value = pair.value.clone(),
            Some(same) if same.value.value == pair.value.value => {}
            Some(same) => {
                let arguments = [pair.key.value.as_str(), &pair.value.value, &same.value.value];
                diagnostics.report(&DIFFERS_FROM_ORIGINAL, pair.value.span, &arguments).relate(
                    same.value.span,
                    "the original says this",
                    "så står det i originalet",
                );
            }
            None => {
                diagnostics.report(&NOT_IN_ORIGINAL, pair.key.span, &[&pair.key.value]);
            }
        }
    }
    laid
}
