//! How wide words are in the theme's faces: lines are broken at build time as the browser will break them.

use super::advances::{SANS, SANS_BOLD, SERIF, SERIF_ITALIC, TOLD};

/// A face whose letters are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Noto Sans.
    Sans,
    /// Noto Sans, bold.
    SansBold,
    /// Libertinus Serif.
    Serif,
    /// Libertinus Serif, italic.
    SerifItalic,
}

/// The width of a text on one line, in the unit of `size`.
pub fn text_width(text: &str, face: Face, size: f64) -> f64 {
    scaled(thousandths(text, face), size)
}

/// The width of a text in thousandths of its size.
fn thousandths(text: &str, face: Face) -> u32 {
    text.chars().map(|character| u32::from(advance(character, face))).sum()
}

fn scaled(thousandths: u32, size: f64) -> f64 {
    f64::from(thousandths) * size / 1000.0
}

/// A text broken into lines no wider than `width`, at spaces; a word that is wider stands alone, and is cut with a hyphen
/// where it would run out by more than a quarter.
pub fn wrap(text: &str, face: Face, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The last line's width is carried along: it grows with every word.
    let (space, mut last) = (thousandths(" ", face), 0);
    for word in text.split([' ', '\n', '\t']).filter(|it| !it.is_empty()) {
        let next = thousandths(word, face);
        if let Some(line) = lines.last_mut()
            && scaled(last, size) + scaled(space, size) + scaled(next, size) <= width
        {
            line.push(' ');
            line.push_str(word);
            last += space + next;
            continue;
        }
        lines.extend(cut(word, face, size, width));
        last = lines.last().map_or(0, |line| thousandths(line, face));
    }
    lines
}

/// A word in pieces that fit.
fn cut(word: &str, face: Face, size: f64, width: f64) -> Vec<String> {
    if text_width(word, face, size) <= width * 1.25 {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for character in word.chars() {
        let piece = pieces.last_mut().expect("one piece at least");
        if piece.chars().count() > 2 && text_width(piece, face, size) + text_width("m-", face, size) > width {
            piece.push('-');
            pieces.push(String::new());
        }
        pieces.last_mut().expect("one piece at least").push(character);
    }
    pieces
}

fn advance(character: char, face: Face) -> u16 {
    let table: &[u16] = match face {
        Face::Sans => &SANS,
        Face::SansBold => &SANS_BOLD,
        Face::Serif => &SERIF,
        Face::SerifItalic => &SERIF_ITALIC,
    };
    let code = u32::from(character);
    let mut before = 0;
    for (first, last) in TOLD {
        if (first..=last).contains(&code) {
            return table[(before + code - first) as usize];
        }
        before += last - first + 1;
    }
    // Invisible characters take no room; others are taken for wide ones, so that an estimate errs on the safe side.
    match code {
        0x00ad | 0x200b..=0x200f | 0x2060 | 0x0300..=0x036f => 0,
        0x2e80.. => 1000,
        _ => 650,
    }
}

#[cfg(test)]
mod tests {
    use super::{Face, text_width, wrap};

    #[test]
    fn bold_is_wider_and_lines_fit() {
        let text = "Kunden styr sitt köp, så vi ska inte trycka på";
        assert!(text_width(text, Face::SansBold, 20.0) > text_width(text, Face::Sans, 20.0));
        let lines = wrap(text, Face::Sans, 20.0, 200.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| text_width(line, Face::Sans, 20.0) <= 200.0));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_that_is_far_too_wide_is_cut() {
        let lines = wrap("försäljningsprognosuppföljningsmöte", Face::Sans, 20.0, 120.0);
        assert!(lines.len() > 2, "{lines:?}");
    }
}
