//! The words of HTML that an author typed and a library sanitised: paper shows them, without their looks.

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "tr",
    "table",
    "thead",
    "tbody",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "hr",
    "blockquote",
    "pre",
    "details",
];

/// The words, a paragraph each.
pub fn words(html: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        push(&mut paragraphs, &rest[..start]);
        let (name, after) = tag(&rest[start..]);
        if BLOCKS.contains(&name) {
            paragraphs.push(String::new());
        }
        rest = after;
    }
    push(&mut paragraphs, rest);
    paragraphs.iter().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty()).collect()
}

/// The name of the tag that a text begins with, and what stands behind the tag.
fn tag(text: &str) -> (&str, &str) {
    let inner = text[1..].trim_start_matches('/');
    let name = &inner[..inner.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(inner.len())];
    let mut quote = None;
    for (idx, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return (name, &text[idx + 1..]),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), it) if it == open => quote = None,
            _ => {}
        }
    }
    (name, "")
}

fn push(paragraphs: &mut [String], text: &str) {
    let text = text.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    if let Some(last) = paragraphs.last_mut() {
        last.push_str(&text.replace("&amp;", "&"));
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_stay_and_looks_go() {
        let html = "<p>En <b title=\"a>b\">fet</b> rad &amp; mer</p><ul><li>ett</li>\n<li>två</li></ul>slut";
        assert_eq!(words(html), ["En fet rad & mer", "ett", "två", "slut"]);
    }
}
