//! The sections of a Markdown text, each with a hash of what it says, so that a translation can tell when its original changed.

/// A section of a text and the hash of what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlined {
    /// The heading's `#id`, else its position among the sections, from 1; [`START`] for what comes before the first heading.
    pub key: String,
    /// Sixteen hexadecimal digits.
    pub hash: String,
}

/// The key of front matter and opening text.
pub const START: &str = "_start";

/// The parts of a text that a translation follows one by one. A heading's attributes are no part of what it says: changing the
/// minutes leaves translations as good as they were.
pub fn outline(text: &str) -> Vec<Outlined> {
    let mut parts = vec![(START.to_owned(), String::new())];
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        match fence {
            Some(mark) if trimmed.starts_with(mark) && trimmed.trim_end().trim_start_matches(&mark[..1]).is_empty() => {
                fence = None
            }
            Some(_) => {}
            None => fence = code_fence(trimmed),
        }
        if fence.is_none()
            && let Some(heading) = line.strip_prefix("## ")
        {
            let (title, attributes) = split_attributes(heading);
            let id = attributes.split_whitespace().find_map(|it| it.strip_prefix('#'));
            let key = id.map_or_else(|| parts.len().to_string(), str::to_owned);
            parts.push((key, format!("{title}\n")));
        } else if let Some((_, body)) = parts.last_mut() {
            body.push_str(line.trim_end());
            body.push('\n');
        }
    }
    parts.into_iter().map(|(key, body)| Outlined { key, hash: hash_text(&body) }).collect()
}

/// The hash of a text that is translated as a whole. Empty lines around it are nothing.
pub fn hash_text(text: &str) -> String {
    blake3::hash(text.trim().as_bytes()).to_hex()[..16].to_owned()
}

/// A heading's title, and what stands between the braces at its end.
pub fn split_attributes(heading: &str) -> (&str, &str) {
    let heading = heading.trim();
    let inside = heading.strip_suffix('}').and_then(|it| it.rsplit_once('{'));
    inside.map_or((heading, ""), |(title, attributes)| (title.trim_end(), attributes))
}

/// The mark that closes the code that this line opens.
fn code_fence(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|it| matches!(it, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3).then(|| &line[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        outline(text).into_iter().map(|it| it.key).collect()
    }

    #[test]
    fn sections_are_found_by_their_headings_and_not_in_code() {
        let text = "---\ntitle: x\n---\n\n## A {.belief #claim minutes=3}\n\n```\n## no\n```\n\n### B\n\n## C\n";
        assert_eq!(keys(text), [START, "claim", "2"]);
    }

    #[test]
    fn attributes_and_empty_lines_say_nothing() {
        let hash = |text: &str| outline(text)[1].hash.clone();
        assert_eq!(hash("## A {#a minutes=3}\n\nText.\n"), hash("## A {#a}\n\nText.\n\n"));
        assert_ne!(hash("## A {#a}\n\nText.\n"), hash("## A {#a}\n\nOther.\n"));
        assert_ne!(hash("## A {#a}\n\nText.\n"), hash("## B {#a}\n\nText.\n"));
    }
}
