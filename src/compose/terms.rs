//! Links from the first use of a term to its entry in the glossary.

use crate::document::{Answer, Block, Blocks, GuideNote, Href, Inline, Inlines, term_id};

/// The most letters that can follow a term and still make it the same word: "-ernas", not another half of a compound.
const LONGEST_ENDING: usize = 5;

/// Links each term where running text uses it first; never in headings, code, links or where somebody writes.
pub(super) fn link_first_uses(blocks: &mut Blocks, glossary: &[(String, String)]) {
    let mut waiting: Vec<Term<'_>> = glossary.iter().map(|(term, _)| Term { words: term, lower: term.to_lowercase() }).collect();
    // Of two terms that begin alike the longer is meant.
    waiting.sort_by_key(|it| std::cmp::Reverse(it.lower.chars().count()));
    Linker { waiting }.blocks(blocks);
}

/// A term that has not been used yet.
struct Term<'a> {
    words: &'a str,
    lower: String,
}

struct Linker<'a> {
    waiting: Vec<Term<'a>>,
}

impl Linker<'_> {
    fn blocks(&mut self, blocks: &mut Blocks) {
        for block in blocks {
            self.block(&mut block.value);
        }
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Section(section) => self.blocks(&mut section.blocks),
            Block::Paragraph(text) | Block::KeyMessage(text) => self.inlines(text),
            Block::List(list) => list.items.iter_mut().for_each(|it| self.blocks(&mut it.blocks)),
            Block::Definitions(entries) => entries.iter_mut().flat_map(|it| &mut it.1).for_each(|it| self.blocks(it)),
            Block::Quote(blocks) | Block::Callout { blocks, .. } | Block::Answer(Answer::Expected(blocks)) => self.blocks(blocks),
            Block::Guide(GuideNote::Labelled { blocks, .. } | GuideNote::Reply { you: blocks, .. }) => self.blocks(blocks),
            Block::Columns(columns) => columns.iter_mut().for_each(|it| self.blocks(it)),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(|it| self.inlines(it)),
            Block::Figure { caption, .. } => self.inlines(caption),
            Block::RunIn(_)
            | Block::Code { .. }
            | Block::Math { .. }
            | Block::Chart(_)
            | Block::Process(_)
            | Block::ProcessSheet(_)
            | Block::Worksheet(_)
            | Block::Claim(_)
            | Block::Ballot(_)
            | Block::GuessBox(_)
            | Block::Lines(_)
            | Block::Pledge
            | Block::Question { .. }
            | Block::Evidence(_)
            | Block::Timetable(_)
            | Block::Answer(Answer::Solution { .. })
            | Block::Guide(GuideNote::Tally(_) | GuideNote::Decision | GuideNote::Slides { .. })
            | Block::Html(_) => {}
        }
    }

    fn inlines(&mut self, inlines: &mut Inlines) {
        let mut out = Inlines::with_capacity(inlines.len());
        for mut inline in std::mem::take(inlines) {
            match &mut inline {
                Inline::Text(text) => {
                    let text = std::mem::take(text);
                    self.text(&mut out, &text);
                    continue;
                }
                Inline::Emphasis(children) | Inline::Strong(children) | Inline::Strike(children) => self.inlines(children),
                Inline::Code(_)
                | Inline::Math { .. }
                | Inline::Link { .. }
                | Inline::Image(_)
                | Inline::Gap { .. }
                | Inline::Figure { .. }
                | Inline::Cite { .. }
                | Inline::FootnoteMark(_)
                | Inline::LineBreak
                | Inline::Html(_) => {}
            }
            out.push(inline);
        }
        *inlines = out;
    }

    /// Adds text, with links where terms are used for the first time.
    fn text(&mut self, out: &mut Inlines, text: &str) {
        let mut rest = text;
        while let Some((term_idx, start, end)) = self.first_use(rest) {
            let term = self.waiting.remove(term_idx);
            push_text(out, &rest[..start]);
            let href = Href::Here(term_id(term.words));
            out.push(Inline::Link { href, children: vec![Inline::Text(rest[start..end].to_owned())] });
            rest = &rest[end..];
        }
        push_text(out, rest);
    }

    /// The first use of any term that waits: its position in the list, where the word starts and where it ends.
    fn first_use(&self, text: &str) -> Option<(usize, usize, usize)> {
        let uses = self.waiting.iter().enumerate().filter_map(|(idx, term)| {
            let (start, end) = word_with(text, &term.lower)?;
            Some((idx, start, end))
        });
        uses.min_by_key(|(idx, start, _)| (*start, *idx))
    }
}

fn push_text(out: &mut Inlines, text: &str) {
    if !text.is_empty() {
        out.push(Inline::Text(text.to_owned()));
    }
}

/// Where a word stands that is a term, in any case and with an ending: its first byte and the one after its last.
pub(super) fn word_with(text: &str, term: &str) -> Option<(usize, usize)> {
    if term.is_empty() {
        return None;
    }
    let starts = text.char_indices().map(|(start, _)| start);
    starts.filter(|start| !text[..*start].chars().next_back().is_some_and(char::is_alphanumeric)).find_map(|start| {
        let term_end = start + length_of_prefix(&text[start..], term)?;
        let ending = text[term_end..].chars().take_while(|it| it.is_alphanumeric());
        let (n_letters, n_bytes) = ending.fold((0, 0), |(letters, bytes), it| (letters + 1, bytes + it.len_utf8()));
        (n_letters <= LONGEST_ENDING).then_some((start, term_end + n_bytes))
    })
}

/// How many bytes of a text read as `lower` does, if it begins so. (Lower case can have another length than upper case.)
fn length_of_prefix(text: &str, lower: &str) -> Option<usize> {
    let mut wanted = lower.chars();
    let mut next = wanted.next();
    for (at, letter) in text.char_indices() {
        if next.is_none() {
            return Some(at);
        }
        for small in letter.to_lowercase() {
            if Some(small) != next {
                return None;
            }
            next = wanted.next();
        }
    }
    next.is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    fn linked(text: &str, terms: &[&str]) -> String {
        let glossary: Vec<(String, String)> = terms.iter().map(|it| ((*it).to_owned(), String::new())).collect();
        let mut blocks = vec![crate::source::Spanned::new(Block::from(text), crate::compose::sample::span())];
        link_first_uses(&mut blocks, &glossary);
        let Block::Paragraph(inlines) = &blocks[0].value else { unreachable!("a paragraph stays one") };
        let shown = inlines.iter().map(|it| match it {
            Inline::Link { children, .. } => format!("[{}]", plain_text(children)),
            other => plain_text(std::slice::from_ref(other)),
        });
        shown.collect()
    }

    #[test]
    fn links_a_word_with_its_ending_and_once() {
        assert_eq!(linked("Affären och affärerna.", &["affär"]), "[Affären] och affärerna.");
    }

    #[test]
    fn leaves_compounds_and_inner_parts_alone() {
        assert_eq!(linked("Affärsplanering i storaffärer, en affär.", &["affär"]), "Affärsplanering i storaffärer, en [affär].");
    }

    #[test]
    fn takes_the_longer_term() {
        assert_eq!(
            linked("A buying process is a process.", &["process", "buying process"]),
            "A [buying process] is a [process]."
        );
    }
}
