//! The slides of a vote: first vote, discussion, second vote, and the shift between them.

use super::chunk::Ids;
use crate::document::{Ballot, Block, Blocks, GuideNote, Inlines, Layout, Slide, Tone};
use crate::locale::Language;
use crate::source::{Span, Spanned};

/// What is voted on.
#[derive(Debug)]
pub(super) struct Vote {
    /// The vote's position in the deck.
    pub claim: usize,
    /// The claim or the question.
    pub title: Inlines,
    /// The options.
    pub ballot: Ballot,
    /// The right option, if one is.
    pub correct: Option<usize>,
    /// Whose voice the title is: what people say, or a question.
    pub tone: Tone,
    /// The author's words.
    pub span: Span,
    /// The deck's language.
    pub language: &'static Language,
}

impl Vote {
    /// The first vote, alone.
    pub(super) fn first(&self, id: &str, ids: &mut Ids) -> Slide {
        let layout = Layout::Vote { round: 1, ballot: self.ballot.clone() };
        let kicker = self.language.phrases.roles.vote_alone;
        let mut slide = self.slide(ids.make(id), layout, kicker, self.tone);
        slide.notes = self.tally();
        if self.correct.is_some() {
            slide.notes.push(Spanned::new(Block::Guide(GuideNote::Decision), self.span));
        }
        slide
    }

    /// Talk to the person next to you.
    pub(super) fn discuss(&self, id: &str, minutes: u32, ids: &mut Ids) -> Slide {
        let kicker = self.language.phrases.roles.discuss;
        self.slide(ids.make(id), Layout::Discuss { minutes }, kicker, self.tone)
    }

    /// The second vote.
    pub(super) fn again(&self, id: &str, ids: &mut Ids) -> Slide {
        let layout = Layout::Vote { round: 2, ballot: self.ballot.clone() };
        let kicker = self.language.phrases.roles.vote2;
        let mut slide = self.slide(ids.make(id), layout, kicker, self.tone);
        slide.notes = self.tally();
        slide
    }

    /// How the group changed its mind.
    pub(super) fn shift(&self, id: &str, ids: &mut Ids) -> Slide {
        let layout = Layout::Shift { ballot: self.ballot.clone(), correct: self.correct };
        let kicker = self.language.phrases.roles.shift;
        self.slide(ids.make(id), layout, kicker, Tone::Reality)
    }

    /// A slide of the vote.
    pub(super) fn slide(&self, id: String, layout: Layout, kicker: &str, tone: Tone) -> Slide {
        Slide {
            id,
            span: self.span,
            layout,
            tone,
            kicker: kicker.to_owned(),
            title: self.title.clone(),
            body: Blocks::new(),
            steps: false,
            evidence: Vec::new(),
            footnotes: Vec::new(),
            notes: Blocks::new(),
            minutes: None,
            claim: Some(self.claim),
        }
    }

    fn tally(&self) -> Blocks {
        vec![Spanned::new(Block::Guide(GuideNote::Tally(self.ballot.clone())), self.span)]
    }
}
