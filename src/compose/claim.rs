//! The arc of a claim: which sections belong to it, where it is voted on again, and where the shift is shown.

use crate::curriculum::{Ballot, Only, Role, Section};
use crate::document;
use crate::document::Inlines;
use crate::locale::Language;
use crate::prose::Inline;

/// Where a section stands in the claim it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ClaimPlace<'a> {
    /// The claim's position in the module, from 0.
    pub claim: usize,
    /// The section that states it.
    pub belief: &'a Section,
    /// What is voted on.
    pub ballot: &'a Ballot,
    /// Whether this is the first section on what is so: it opens with the second vote.
    pub opens_with_vote: bool,
    /// Whether this is the last one: it ends with the shift.
    pub ends_with_shift: bool,
}

/// For each section its place in a claim, as far as the sections are seen in a document that shows no `hidden` ones.
pub(super) fn arc<'a>(sections: &'a [Section], hidden: impl Fn(&Section) -> bool) -> Vec<Option<ClaimPlace<'a>>> {
    let mut places: Vec<Option<ClaimPlace<'a>>> = vec![None; sections.len()];
    let mut current: Option<ClaimPlace<'a>> = None;
    let mut n_claims = 0;
    let mut realities: Vec<usize> = Vec::new();
    for (section_idx, section) in sections.iter().enumerate() {
        if hidden(section) {
            continue;
        }
        if let Role::Belief(ballot) = &section.role {
            close(&mut places, &mut realities);
            current =
                Some(ClaimPlace { claim: n_claims, belief: section, ballot, opens_with_vote: false, ends_with_shift: false });
            n_claims += 1;
        }
        if section.role == Role::Reality && current.is_some() {
            realities.push(section_idx);
        }
        places[section_idx] = current;
    }
    close(&mut places, &mut realities);
    places
}

fn close(places: &mut [Option<ClaimPlace<'_>>], realities: &mut Vec<usize>) {
    if let (Some(&first), Some(&last)) = (realities.first(), realities.last()) {
        if let Some(place) = &mut places[first] {
            place.opens_with_vote = true;
        }
        if let Some(place) = &mut places[last] {
            place.ends_with_shift = true;
        }
    }
    realities.clear();
}

/// How many claims there are.
pub(super) fn count(places: &[Option<ClaimPlace<'_>>]) -> usize {
    places.iter().flatten().map(|it| it.claim + 1).max().unwrap_or(0)
}

/// A ballot as it is handed out: agree and disagree where the author named no options.
pub(super) fn ballot<'a>(
    ballot: &'a Ballot,
    language: &Language,
    mut text: impl FnMut(&'a [Inline]) -> Inlines,
) -> document::Ballot {
    let roles = &language.phrases.roles;
    let options = if ballot.options.is_empty() {
        [roles.agree, roles.disagree].map(|it| vec![document::Inline::Text(it.to_owned())]).to_vec()
    } else {
        ballot.options.iter().map(|it| text(it)).collect()
    };
    document::Ballot { question: ballot.question.as_deref().map(text), options, confidence: correct(ballot).is_some() }
}

/// The position of the right option: *disagree* where the author named no options.
pub(super) fn correct(ballot: &Ballot) -> Option<usize> {
    if ballot.options.is_empty() { Some(ballot.correct.unwrap_or(1)) } else { ballot.correct }
}

/// Whether a section is on no slide.
pub(super) fn is_off_deck(section: &Section) -> bool {
    matches!(section.only, Some(Only::Handout | Only::Guide))
}

/// Whether a section is on no paper for participants.
pub(super) fn is_off_handout(section: &Section) -> bool {
    matches!(section.only, Some(Only::Deck | Only::Guide)) || matches!(section.role, Role::Break | Role::Votes)
}
