//! The arithmetic of a head count: how a group divides, and how many copies there are to make.

use super::choice::Choice;
use crate::curriculum::{Edition, Method, Section};

/// Groups that are written out one by one; of more, those of one size are counted.
const WRITTEN_OUT: u32 = 6;

/// The head counts to reckon with: the one that was given, else the fewest and the most that the course is for.
pub(super) fn head_counts(edition: &Edition, choice: &Choice) -> Vec<u32> {
    match (choice.participants, edition.audience.size) {
        (Some(n), _) => vec![n],
        (None, Some((least, most))) if least == most => vec![most],
        (None, Some((least, most))) => vec![least, most],
        (None, None) => Vec::new(),
    }
}

/// How many are in a group in a section, where its author says.
pub(super) fn group_size(section: &Section) -> Option<u32> {
    section.work.group.or(match section.work.method {
        Some(Method::Pairs | Method::Buzz | Method::ThinkPairShare) => Some(2),
        Some(Method::Solo | Method::Groups | Method::Round | Method::Gallery | Method::Roleplay) | None => None,
    })
}

/// So many people in groups of `size`, or of one more where they do not come out even; where that would not do, in one group
/// more of fewer. The larger ones come last.
pub(super) fn groups(n_people: u32, size: u32) -> Vec<u32> {
    let size = size.max(1);
    let n_groups = (n_people / size).max(1);
    let n_groups = if n_people > n_groups * (size + 1) { n_groups + 1 } else { n_groups };
    let (least, n_larger) = (n_people / n_groups, n_people % n_groups);
    (0..n_groups).map(|it| least + u32::from(it >= n_groups - n_larger)).collect()
}

/// Groups as they read: "3 + 3 + 4 + 4", "7 × 2".
pub(super) fn in_figures(groups: &[u32]) -> String {
    let written = |it: &u32| it.to_string();
    let are_alike = groups.len() > 1 && groups.iter().all(|it| *it == groups[0]);
    if groups.len() <= WRITTEN_OUT as usize && !are_alike {
        return groups.iter().map(written).collect::<Vec<_>>().join(" + ");
    }
    let same = groups.chunk_by(|one, other| one == other);
    let parts = same.map(|it| if it.len() == 1 { it[0].to_string() } else { format!("{}\u{a0}×\u{a0}{}", it.len(), it[0]) });
    parts.collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::{groups, in_figures};
    use proptest::prelude::*;

    #[test]
    fn divides_fourteen_in_groups_of_three() {
        assert_eq!(in_figures(&groups(14, 3)), "3 + 3 + 4 + 4");
        assert_eq!(in_figures(&groups(2, 3)), "2");
        assert_eq!(in_figures(&groups(15, 2)), "6\u{a0}×\u{a0}2 + 3");
        assert_eq!(in_figures(&groups(6, 2)), "3\u{a0}×\u{a0}2");
        assert_eq!(in_figures(&groups(6, 4)), "2\u{a0}×\u{a0}3");
        assert_eq!(in_figures(&groups(7, 4)), "3 + 4");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn everybody_is_in_one_group(n_people in 1u32..400, size in 0u32..40) {
            let groups = groups(n_people, size);
            prop_assert_eq!(groups.iter().sum::<u32>(), n_people);
            prop_assert!(groups.last().unwrap() - groups.first().unwrap() <= 1);
            // Nobody sits alone where two were meant, and no group grows by more than one.
            prop_assert!(groups.len() == 1 || groups[0] >= size.div_ceil(2));
            prop_assert!(groups.iter().all(|it| *it <= size.max(1) + 1));
        }
    }
}
