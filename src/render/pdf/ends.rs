//! Where the data of a stream ends with a carriage return and a line feed follows, some readers take the two for one line break, and then
//! the data for a byte too short. Such a stream is closed with both signs; the line break before its keyword, which nobody needs, makes room,
//! so that everything else in the file stays where it is.

/// Closes each stream of a file so that no reader can mistake where its data ends.
pub fn part_ends(bytes: &mut [u8]) {
    const END: &[u8] = b"\r\nendstream";
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], END) {
        let last = from + found;
        if let Some(keyword) = keyword_of(bytes, last + 1) {
            // What stands between the keyword's line break and the end moves one place forward.
            bytes.copy_within(keyword + 1..=last, keyword);
            bytes[last] = b'\r';
        }
        from = last + END.len();
    }
}

/// The line break before the keyword of the stream whose data ends here, by the length that its dictionary tells.
fn keyword_of(bytes: &[u8], end: usize) -> Option<usize> {
    const KEYWORD: &[u8] = b"\nstream\n";
    let mut before = end;
    loop {
        let keyword = bytes[..before].windows(KEYWORD.len()).rposition(|it| it == KEYWORD)?;
        if length_told(&bytes[..keyword]) == Some(end - keyword - KEYWORD.len()) {
            return Some(keyword);
        }
        // The words stood in the data by chance.
        before = keyword + KEYWORD.len() - 1;
    }
}

/// The length that the dictionary at the end of some bytes tells.
fn length_told(bytes: &[u8]) -> Option<usize> {
    const LENGTH: &[u8] = b"/Length ";
    let object = bytes.windows(5).rposition(|it| it == b" obj\n")?;
    let dictionary = &bytes[object..];
    let number = &dictionary[find(dictionary, LENGTH)? + LENGTH.len()..];
    let digits = number.iter().take_while(|it| it.is_ascii_digit()).count();
    std::str::from_utf8(&number[..digits]).ok()?.parse().ok()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}

#[cfg(test)]
mod tests {
    use super::part_ends;

    fn parted(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        part_ends(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn data_that_ends_with_a_carriage_return_is_closed_with_both_signs() {
        let file = "1 0 obj\n<</Length 3>>\nstream\nab\r\nendstream\nendobj\n";
        assert_eq!(parted(file), "1 0 obj\n<</Length 3>>stream\nab\r\r\nendstream\nendobj\n");
    }

    #[test]
    fn other_ends_and_words_in_the_data_stay_as_they_are() {
        for file in [
            "1 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n",
            "1 0 obj\n<</Length 2>>\nstream\nab\r\nendstream\nendobj\n",
            "no object\nstream\nab\r\nendstream",
        ] {
            assert_eq!(parted(file), file);
        }
        let inner = "1 0 obj\n<</Length 11>>\nstream\na\nstream\nb\r\nendstream\nendobj\n";
        assert_eq!(parted(inner), "1 0 obj\n<</Length 11>>stream\na\nstream\nb\r\r\nendstream\nendobj\n");
    }
}
