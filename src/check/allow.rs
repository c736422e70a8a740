//! `allow CODE`: findings that an author has silenced where they stand.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::fault::{
    ACTIVITY_WITHOUT_DEBRIEF, CLAIM_INCOMPLETE, CLAIM_UNASKED, Fault, OBJECTIVE_WITHOUT_ACTIVITY, UNUSED_ALLOW,
};
use crate::diagnostic::{Diagnostics, Fix};
use crate::locale::LANGUAGES;
use crate::source::{Source, Span};

/// What tells that something is not there. It waits while the module has parts that cannot be read, and so does the verdict on
/// what silences it. In a file of records what cannot be read takes what is told of it along, whatever that is.
const LACKS: &[&Fault] = &[&ACTIVITY_WITHOUT_DEBRIEF, &CLAIM_INCOMPLETE, &CLAIM_UNASKED, &OBJECTIVE_WITHOUT_ACTIVITY];

/// An `allow` and the lines it covers.
struct Allow {
    code: String,
    span: Span,
    /// The comment that holds nothing else, with what would be left empty without it.
    comment: Option<Span>,
    lines: Range<usize>,
    used: bool,
}

/// Takes out the warnings that stand in a block under `<!-- tvartom: allow CODE -->`, on a line that ends with it, or (in
/// YAML) on the line of `# tvartom: allow CODE` or the one below; and reports every `allow` that silences nothing. Errors
/// cannot be silenced, and what was not looked for may be there. A translation may keep its original's comments: what is told `at_original` alone is no matter there.
pub fn silence(diagnostics: &mut Diagnostics, at_original: &[&str], was_sought: impl Fn(&str) -> bool) {
    let allows = take_allowed(diagnostics);
    let sources = diagnostics.sources.clone();
    let faulty: BTreeSet<_> = diagnostics.iter().filter(|it| it.is_error()).filter_map(|it| it.span).map(|it| it.file).collect();
    let is_kept = |it: &&Allow| at_original.contains(&it.code.as_str()) && is_translated(&sources.get(it.span.file).path);
    let is_ledger = |it: &Allow| !sources.get(it.span.file).path.ends_with(".md");
    let may_be_needed =
        |it: &&Allow| faulty.contains(&it.span.file) && (is_ledger(it) || LACKS.iter().any(|lack| lack.code == it.code));
    for allow in allows.iter().filter(|it| !it.used && was_sought(&it.code) && !is_kept(it) && !may_be_needed(it)) {
        let finding = diagnostics.report(&UNUSED_ALLOW, allow.span, &[&allow.code]);
        if let Some(span) = allow.comment {
            finding.mend(Fix { span, replacement: String::new() });
        }
    }
}

/// The findings so far that nothing silences. What an `allow` is for may still be to come, so none is called needless.
pub fn told(diagnostics: &Diagnostics) -> Diagnostics {
    let mut told = diagnostics.clone();
    take_allowed(&mut told);
    told
}

/// Takes out what is allowed; every `allow` there is, and whether it was used.
fn take_allowed(diagnostics: &mut Diagnostics) -> Vec<Allow> {
    let sources = diagnostics.sources.clone();
    let mut allows: Vec<Allow> = sources.iter().flat_map(find).collect();
    if allows.is_empty() {
        return allows;
    }
    diagnostics.retain(|finding| {
        let Some(span) = finding.span.filter(|_| !finding.is_error()) else { return true };
        let line = sources.get(span.file).position(span.start).0;
        let matching = |it: &&mut Allow| it.span.file == span.file && it.code == finding.fault.code && it.lines.contains(&line);
        match allows.iter_mut().find(matching) {
            Some(allow) => {
                allow.used = true;
                false
            }
            None => true,
        }
    });
    allows
}

/// Whether a file stands in a translation's folder: `COURSE/LANG/x.md`.
fn is_translated(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    parts.next().is_some_and(|it| LANGUAGES.iter().any(|language| language.tag == it)) && parts.next().is_some()
}

fn find(source: &Source) -> Vec<Allow> {
    const MARK: &str = "tvartom: allow ";
    let mut allows = Vec::new();
    if !source.text.contains(MARK) {
        return allows;
    }
    let lines: Vec<&str> = source.text.split_inclusive('\n').collect();
    let (next_words, next_blank) = next(&lines);
    let mut start = 0;
    for (idx, line) in lines.iter().enumerate() {
        if let Some(at) = line.find(MARK)
            && (line[..at].trim_end().ends_with("<!--") || line[..at].trim_end().ends_with('#'))
        {
            let code: String = line[at + MARK.len()..]
                .chars()
                .take_while(|it| it.is_ascii_lowercase() || matches!(it, '-' | '0'..='9'))
                .collect();
            let from = start + at + MARK.len();
            let alone = line.trim_start().starts_with("<!--") || line.trim_start().starts_with('#');
            // A comment of its own covers the block below it, up to the next blank line after it.
            let first_below = if next_words[idx + 1] < lines.len() { next_words[idx + 1] } else { idx + 1 };
            let covered = if alone { idx + 1..next_blank[first_below] + 1 } else { idx + 1..idx + 2 };
            let comment = comment(line, at, at + MARK.len() + code.len()).map(|it| source.span(start + it.start..start + it.end));
            allows.push(Allow { span: source.span(from..from + code.len()), comment, code, lines: covered, used: false });
        }
        start += line.len();
    }
    allows
}

/// For each line, and for the end of the text, where the next line with words is, itself included, and where the next one without.
fn next(lines: &[&str]) -> (Vec<usize>, Vec<usize>) {
    let mut next_words = vec![lines.len(); lines.len() + 1];
    let mut next_blank = next_words.clone();
    for (idx, line) in lines.iter().enumerate().rev() {
        let is_blank = line.trim().is_empty();
        next_words[idx] = if is_blank { next_words[idx + 1] } else { idx };
        next_blank[idx] = if is_blank { idx } else { next_blank[idx + 1] };
    }
    (next_words, next_blank)
}

/// The comment around a mark that ends at `end`, if it says nothing more: with its whole line if it stands alone, else with
/// the spaces before it.
fn comment(line: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let before = line[..at].trim_end();
    let (open, close) = match before.strip_suffix("<!--") {
        Some(bare) => (bare.len(), end + line[end..].find("-->").filter(|it| line[end..end + it].trim().is_empty())? + 3),
        None => (before.strip_suffix('#')?.len(), line[end..].trim().is_empty().then_some(line.trim_end().len())?),
    };
    if line[..open].trim().is_empty() && line[close..].trim().is_empty() {
        return Some(0..line.len());
    }
    Some(line[..open].trim_end().len()..close)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(line: &str) -> Option<String> {
        let at = line.find("tvartom:")?;
        let range = comment(line, at, line.find("CODE")? + 4)?;
        Some(format!("{}{}", &line[..range.start], &line[range.end..]))
    }

    #[test]
    fn a_comment_goes_as_a_whole_or_not_at_all() {
        assert_eq!(without("<!-- tvartom: allow CODE -->\n").as_deref(), Some(""));
        assert_eq!(without("å <!-- tvartom: allow CODE -->\n").as_deref(), Some("å\n"));
        assert_eq!(without("- a <!-- tvartom: allow CODE --> b\n").as_deref(), Some("- a b\n"));
        assert_eq!(without("x: 1 # tvartom: allow CODE\r\n").as_deref(), Some("x: 1\r\n"));
        assert_eq!(without("<!-- tvartom: allow CODE since it is so -->\n"), None);
        assert_eq!(without("x: 1 # tvartom: allow CODE, for once\n"), None);
    }
}
