//! A fixed order that gives nothing away.

/// Positions `0..n` in an order that depends on the seed alone and is not the given one (if `n > 1`).
pub fn shuffled(n: usize, seed: &str) -> Vec<usize> {
    let hash = blake3::hash(seed.as_bytes());
    let mut state = u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("a hash has 32 bytes"));
    let mut order: Vec<usize> = (0..n).collect();
    // Fisher–Yates with a linear congruential generator (the constants are Knuth's MMIX).
    for last in (1..n).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from((state >> 33) % (last as u64 + 1)).unwrap_or(0);
        order.swap(last, other);
    }
    if n > 1 && order.iter().enumerate().all(|(idx, it)| idx == *it) {
        order.rotate_left(1);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::shuffled;

    #[test]
    fn is_a_permutation_and_never_the_given_order() {
        for n in 2..9 {
            for seed in ["a", "b", "q-steps", "åäö"] {
                let order = shuffled(n, seed);
                let mut sorted = order.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, (0..n).collect::<Vec<_>>());
                assert_ne!(order, sorted);
            }
        }
    }
}
