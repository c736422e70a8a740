//! Rules about the arc of a claim: that it is whole, that nothing is told before it is guessed, and that it is asked again.

use super::rule::Subject;
use super::texts::{Voice, blocks, of_block};
use super::walk;
use crate::curriculum::{BlockKind, FactId, Module, Only, Role, Section};
use crate::diagnostic::fault::{
    BELIEF_WITHOUT_REALITY, CLAIM_INCOMPLETE, CLAIM_UNASKED, GUESS_REVEALED, POSITIONAL_ATTRIBUTE, UNKNOWN_ROLE,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::prose::{FactField, GapContent, Inline, InlineKind};
use crate::source::{Span, Spanned};

/// Each belief has a reality before the next belief.
pub fn realities(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for claim in claims(module).filter(|it| !it.has(|role| *role == Role::Reality)) {
            if claim.has_role_unknown(diagnostics) {
                continue;
            }
            diagnostics.report(&BELIEF_WITHOUT_REALITY, claim.belief().span, &[]);
        }
    }
}

/// A claim that is answered also says why it is tempting, when it is right, and what the opposite would mean.
pub fn parts(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    const PARTS: [(&str, Role); 3] =
        [("`.illusion`", Role::Illusion), ("`.boundary`", Role::Boundary), ("`.inversion`", Role::Inversion)];
    for module in &subject.edition.modules {
        for claim in claims(module).filter(|it| it.has(|role| *role == Role::Reality)) {
            let missing: Vec<&str> = PARTS.iter().filter(|(_, part)| !claim.has(|role| role == part)).map(|it| it.0).collect();
            if !missing.is_empty() && !claim.has_role_unknown(diagnostics) {
                diagnostics.report(&CLAIM_INCOMPLETE, claim.belief().span, &[&missing.join(", ")]);
            }
        }
    }
}

/// A claim of a module with a quiz comes back in it: as a statement, or as an option that holds one of its misconceptions.
pub fn questions(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let Some(quiz) = module.quiz.as_ref().filter(|it| !it.questions.is_empty() && !it.lacks_questions) else { continue };
        let held: Vec<&str> = quiz.key.values().flat_map(|it| it.misconceptions.iter().flatten()).map(String::as_str).collect();
        let is_held = |claim: &str| {
            let of_claim = |belief: &Spanned<String>| belief.value == claim;
            module.misconceptions.iter().any(|it| it.belief.as_ref().is_some_and(of_claim) && held.contains(&it.id.as_str()))
        };
        for claim in claims(module) {
            let belief = claim.belief();
            let is_asked = quiz.questions.iter().any(|it| it.claim.as_deref() == Some(&belief.id));
            if !is_asked && !is_held(&belief.id) {
                diagnostics.report(&CLAIM_UNASKED, belief.span, &[&belief.id]);
            }
        }
    }
}

/// A figure that is to be guessed is not told before, nor with the question.
pub fn guesses(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for (idx, section) in module.sections.iter().enumerate() {
            let Role::Guess(fact) = &section.role else { continue };
            if !subject.edition.facts.contains_key(&fact.value) {
                continue;
            }
            let before = module.sections[..=idx].iter().filter(|it| it.only != Some(Only::Guide));
            if let Some(told) = before.flat_map(|it| tellings(it, &fact.value.0)).next() {
                diagnostics.report(&GUESS_REVEALED, told, &[&fact.value.0]).relate(
                    section.span,
                    "it is guessed here",
                    "den gissas här",
                );
            }
        }
    }
}

/// Where a section tells participants a figure.
fn tellings(section: &Section, id: &str) -> Vec<Span> {
    let mut told = Vec::new();
    let mut look = |inline: &Inline| match &inline.kind {
        InlineKind::Fact { id: own, field: FactField::Value | FactField::Range } if own.value == id => told.push(own.span),
        InlineKind::Gap { content: GapContent::Fact(own), .. } if own.value == id => told.push(own.span),
        _ => {}
    };
    walk::each(&section.title, &mut look);
    blocks(section, &mut |block, voice| {
        if matches!(voice, Voice::Shown | Voice::Example) {
            of_block(block, &mut |text| walk::each(text, &mut look));
        }
    });
    blocks(section, &mut |block, voice| {
        if let BlockKind::Chart(chart) = &block.kind
            && matches!(voice, Voice::Shown | Voice::Example)
        {
            let mut look = |fact: &Spanned<FactId>| {
                if fact.value.0 == id {
                    told.push(fact.span);
                }
            };
            chart.data.iter().for_each(|it| walk::value_facts(&it.value, &mut look));
        }
    });
    told.sort_unstable();
    told
}

/// A belief and the sections that belong to it, itself first.
struct Claim<'m> {
    sections: &'m [Section],
}

impl<'m> Claim<'m> {
    fn belief(&self) -> &'m Section {
        &self.sections[0]
    }

    /// Whether a heading of it has a word that may be a role, mistyped or without its dot: that was told, and the section may
    /// be the very one that is missing.
    fn has_role_unknown(&self, diagnostics: &Diagnostics) -> bool {
        let heads = |own: Span, at: Span| own.file == at.file && (own.start..own.end).contains(&at.start);
        let is_about_role = |it: &Diagnostic| [&UNKNOWN_ROLE, &POSITIONAL_ATTRIBUTE].contains(&it.fault);
        let mut told = diagnostics.iter().filter(|it| is_about_role(it)).filter_map(|it| it.span);
        told.any(|at| self.sections.iter().any(|it| heads(it.span, at)))
    }

    fn has(&self, role: impl Fn(&Role) -> bool) -> bool {
        self.sections.iter().any(|it| role(&it.role))
    }
}

/// The claims of a module: each reaches to the next belief.
fn claims(module: &Module) -> impl Iterator<Item = Claim<'_>> {
    let is_belief = |it: &Section| matches!(it.role, Role::Belief(_));
    let starts: Vec<usize> = (0..module.sections.len()).filter(|it| is_belief(&module.sections[*it])).collect();
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([module.sections.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| Claim { sections: &module.sections[start..end] })
}
