//! Which letters the theme's faces have, as far as the program carries them whole.

include!(concat!(env!("OUT_DIR"), "/covered.rs"));

/// Whether a letter can be printed; what has no shape of its own, such as a space or a joiner, can.
pub fn is_covered(letter: char) -> bool {
    let number = u32::from(letter);
    let place = COVERED.partition_point(|(_, last)| *last < number);
    COVERED.get(place).is_some_and(|(first, _)| *first <= number) || letter.is_whitespace() || is_shapeless(letter)
}

/// Whether a letter only tells how its neighbours are shown: joiners, soft hyphens, the selectors between sign and picture.
pub fn is_shapeless(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || matches!(letter, '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::is_covered;

    #[test]
    fn letters_and_signs_can_be_printed_and_pictures_cannot() {
        for letter in "Aåé–”…→✓✗≈≥ \u{a0}\n".chars() {
            assert!(is_covered(letter), "{letter:?}");
        }
        for letter in "🎉漢".chars() {
            assert!(!is_covered(letter), "{letter:?}");
        }
    }
}
