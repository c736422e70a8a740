//! Finds the name that was probably meant.

/// The candidate that is nearest to `word` by restricted Damerau–Levenshtein distance (optimal string alignment), if it is
/// near enough: at most a third of the word's length, or one, as long as anything of the word is left.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let limit = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase().chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= limit && *distance < word.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(a: &[char], b: &[char]) -> usize {
    if a.len() > 64 || b.len() > 64 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (idx, row) in rows.iter_mut().enumerate() {
        row[0] = idx;
    }
    for (idx, cell) in rows[0].iter_mut().enumerate() {
        *cell = idx;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn finds_slips_of_the_finger() {
        let names = ["title", "license", "analyze", "lead"];
        assert_eq!(did_you_mean("titel", names), Some("title"));
        assert_eq!(did_you_mean("licence", names), Some("license"));
        assert_eq!(did_you_mean("analyse", names), Some("analyze"));
        assert_eq!(did_you_mean("xyz", names), None);
        assert_eq!(did_you_mean("F", ["A", "B"]), None);
    }
}
