//! Finds the name that was probably meant, and says whether it certainly was.

use std::fmt;

/// A name that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant<'a> {
    /// The name.
    pub word: &'a str,
    /// The word as it was typed, if this is certainly the name that was meant: one slip away from it, and from no other.
    pub slip: Option<String>,
}

impl Meant<'_> {
    /// The same name, where something speaks against putting it in unasked.
    pub fn unsure(self) -> Self {
        Self { slip: None, ..self }
    }
}

impl<'a> From<&'a str> for Meant<'a> {
    fn from(word: &'a str) -> Self {
        Self { word, slip: None }
    }
}

impl fmt::Display for Meant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word)
    }
}

/// The candidate that is nearest to `word` by restricted Damerau–Levenshtein distance (optimal string alignment), if it is
/// near enough: at most a third of the word's length, or one, as long as anything of the word is left.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Meant<'a>> {
    let typed: Vec<char> = word.to_lowercase().chars().collect();
    let limit = (typed.len() / 3).max(1);
    // Most names are too long or too short to be meant.
    let near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(typed.len()) <= limit)
        .map(|candidate| (distance(&typed, &candidate.to_lowercase().chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= limit && *distance < typed.len())
        .collect();
    let (_, nearest) = near.iter().min_by_key(|(distance, _)| *distance).copied()?;
    let mut close = near.iter().filter(|(distance, _)| *distance <= 1).map(|(_, candidate)| *candidate);
    let is_lone = close.next().is_some_and(|first| close.all(|other| other == first));
    let slip = (is_lone && is_slip(&typed, nearest)).then(|| word.to_owned());
    Some(Meant { word: nearest, slip })
}

/// Whether two words that are one step apart are the same word, mistyped. Short words, and words that differ in a digit or
/// in a part of a letter or two (`q1` and `q2`, `part-a` and `part-b`), are names of two things.
fn is_slip(typed: &[char], meant: &str) -> bool {
    let meant: Vec<char> = meant.to_lowercase().chars().collect();
    let before = typed.iter().zip(&meant).take_while(|(a, b)| a == b).count();
    let same_end = typed.iter().rev().zip(meant.iter().rev()).take_while(|(a, b)| a == b).count();
    let after = same_end.min(typed.len() - before).min(meant.len() - before);
    let mut changed = typed[before..typed.len() - after].iter().chain(&meant[before..meant.len() - after]);
    let starts = meant[..before].iter().rev().take_while(|it| it.is_alphabetic()).count();
    let ends = meant[meant.len() - after..].iter().take_while(|it| it.is_alphabetic()).count();
    let part = starts + (meant.len() - after - before) + ends;
    typed.len() >= 4 && part >= 3 && !changed.any(|it| it.is_numeric())
}

/// Longer words are no slips of the finger.
const LONGEST: usize = 64;

fn distance(a: &[char], b: &[char]) -> usize {
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    // Three rows of the table are enough: this one and the two above it.
    let mut row: [usize; LONGEST + 1] = std::array::from_fn(|idx| idx);
    let mut before = row;
    for i in 1..=a.len() {
        let above = before;
        before = row;
        row[0] = i;
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (before[j] + 1).min(row[j - 1] + 1).min(before[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(above[j - 2] + 1);
            }
            row[j] = best;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    fn meant(word: &str) -> Option<&'static str> {
        did_you_mean(word, ["title", "license", "analyze", "lead"]).map(|it| it.word)
    }

    fn is_certain(word: &str, candidates: &[&str]) -> bool {
        did_you_mean(word, candidates.iter().copied()).is_some_and(|it| it.slip.as_deref() == Some(word))
    }

    #[test]
    fn finds_slips_of_the_finger() {
        assert_eq!(meant("titel"), Some("title"));
        assert_eq!(meant("licence"), Some("license"));
        assert_eq!(meant("analyse"), Some("analyze"));
        assert_eq!(meant("xyz"), None);
        assert_eq!(did_you_mean("F", ["A", "B"]), None);
    }

    #[test]
    fn one_step_from_one_name_is_certain() {
        assert!(is_certain("licence", &["title", "license"]));
        assert!(is_certain("late-stge", &["late-stage", "early"]));
        assert!(is_certain("Title", &["title"]));
        assert!(is_certain("analyse", &["analyze", "analyze"]));
    }

    #[test]
    fn what_may_be_a_name_of_its_own_is_not() {
        assert!(!is_certain("moat", &["goat", "boat"]));
        assert!(!is_certain("adamson2013", &["adamson2012"]));
        assert!(!is_certain("part-a", &["part-b"]));
        assert!(!is_certain("q1x", &["q1"]));
        assert!(!is_certain("forecats-won-x", &["forecast-won"]));
    }
}
