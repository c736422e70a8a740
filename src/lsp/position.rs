//! Places as the protocol counts them: lines from 0, and in a line UTF-16 units, or bytes if the editor can.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

/// What a position in a line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 units, which every editor knows.
    #[default]
    Utf16,
}

impl Encoding {
    /// Bytes, which are cheapest, if the editor offers them.
    pub fn agreed(offered: &[PositionEncodingKind]) -> Encoding {
        if offered.contains(&PositionEncodingKind::UTF8) { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    /// The position of a byte; one past the end, or within a character, is moved back.
    pub fn position(self, text: &str, byte: usize) -> Position {
        let byte = text.floor_char_boundary(byte);
        let starts = line_starts(&text[..byte]);
        // A line feed that belongs to the carriage return before it starts no line of its own.
        let (line, start) = (starts.len() - 1, starts.last().copied().unwrap_or_default());
        let character = match self {
            Encoding::Utf8 => byte - start,
            Encoding::Utf16 => text[start..byte].encode_utf16().count(),
        };
        Position { line: number(line), character: number(character) }
    }

    /// The byte of a position; a column past the end of its line is that end, a line past the last one the text's end.
    pub fn byte(self, text: &str, position: Position) -> usize {
        let starts = line_starts(text);
        let Some(start) = starts.get(position.line as usize).copied() else { return text.len() };
        let line = text[start..].split(['\r', '\n']).next().unwrap_or_default();
        let wanted = position.character as usize;
        let within = match self {
            Encoding::Utf8 => line.floor_char_boundary(wanted.min(line.len())),
            Encoding::Utf16 => {
                let mut units = 0;
                let fits = line.chars().take_while(|it| {
                    units += it.len_utf16();
                    units <= wanted
                });
                fits.map(char::len_utf8).sum()
            }
        };
        start + within
    }

    /// The range of some bytes.
    pub fn range(self, text: &str, bytes: std::ops::Range<usize>) -> Range {
        Range { start: self.position(text, bytes.start), end: self.position(text, bytes.end.max(bytes.start)) }
    }
}

/// The first byte of each line. Lines end with a line feed, a carriage return, or both.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = (0..bytes.len()).filter(|at| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0).chain(ends.map(|it| it + 1)).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "åäö\r\n😀x [=f]\rz\n";

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_what_was_agreed_on() {
        let x = TEXT.find('x').unwrap();
        assert_eq!(Encoding::Utf16.position(TEXT, x), at(1, 2));
        assert_eq!(Encoding::Utf8.position(TEXT, x), at(1, 4));
        assert_eq!(Encoding::Utf16.byte(TEXT, at(1, 2)), x);
        assert_eq!(Encoding::Utf8.byte(TEXT, at(1, 4)), x);
        assert_eq!(Encoding::Utf16.position(TEXT, TEXT.find('z').unwrap()), at(2, 0));
        assert_eq!(Encoding::Utf16.position(TEXT, TEXT.len()), at(3, 0));
    }

    #[test]
    fn places_that_are_not_there_are_moved_to_one_that_is() {
        // In the middle of the emoji, past the line's end, past the last line.
        assert_eq!(&TEXT[Encoding::Utf16.byte(TEXT, at(1, 1))..][..4], "😀");
        assert_eq!(&TEXT[Encoding::Utf8.byte(TEXT, at(1, 3))..][..4], "😀");
        assert_eq!(Encoding::Utf16.byte(TEXT, at(0, 99)), "åäö".len());
        assert_eq!(Encoding::Utf16.byte(TEXT, at(9, 9)), TEXT.len());
        assert_eq!(Encoding::Utf16.position(TEXT, 1), at(0, 0));
        assert_eq!(Encoding::Utf16.position(TEXT, 999), at(3, 0));
        assert_eq!(Encoding::Utf16.position("", 0), at(0, 0));
    }

    #[test]
    fn every_byte_survives_the_way_there_and_back() {
        for (byte, _) in TEXT.char_indices().filter(|(_, it)| *it != '\n') {
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                assert_eq!(encoding.byte(TEXT, encoding.position(TEXT, byte)), byte);
            }
        }
    }
}
