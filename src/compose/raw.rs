//! Raw HTML that an author typed: as text, or sanitised where the course allows it.

/// What becomes of a piece of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// A comment: it is never printed.
    Nothing,
    /// Text, as typed.
    Text(String),
    /// Markup that is safe to print.
    Markup(String),
}

/// Reads a piece of raw HTML; `is_allowed` is the course's `html: true`.
pub(super) fn read(html: &str, is_allowed: bool) -> Raw {
    let text = without_comments(html);
    if text.trim().is_empty() {
        return Raw::Nothing;
    }
    if is_allowed { Raw::Markup(sanitise(&text)) } else { Raw::Text(text) }
}

/// The same markup with nothing in it that runs, styles, or fetches from elsewhere.
pub(super) fn sanitise(html: &str) -> String {
    ammonia::Builder::default().rm_tags(["img"]).clean(html).to_string()
}

/// The name of a tag that opens (`Some((name, true))`) or closes an element; `None` if it is neither.
pub(super) fn tag(html: &str) -> Option<(String, bool)> {
    let inner = html.trim().strip_prefix('<')?.strip_suffix('>')?;
    if inner.ends_with('/') || inner.starts_with('!') {
        return None;
    }
    let (inner, opens) = inner.strip_prefix('/').map_or((inner, true), |it| (it, false));
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let is_void = matches!(name.to_ascii_lowercase().as_str(), "br" | "hr" | "img" | "wbr" | "input");
    (!name.is_empty() && !is_void).then(|| (name.to_ascii_lowercase(), opens))
}

/// Whether a piece of raw HTML is the tag that closes an element.
pub(super) fn closes(html: &str, name: &str) -> bool {
    html.trim_start().starts_with("</") && tag(html).is_some_and(|it| it == (name.to_owned(), false))
}

/// Text made safe to stand between tags.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn without_comments(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Raw, read, tag};

    #[test]
    fn never_prints_comments() {
        assert_eq!(read("<!-- tvartom: allow x -->", true), Raw::Nothing);
        assert_eq!(read("a<!-- b -->c", false), Raw::Text("ac".to_owned()));
    }

    #[test]
    fn sanitises_what_is_allowed() {
        assert_eq!(read("<b onclick=\"x()\">a</b><script>b</script>", true), Raw::Markup("<b>a</b>".to_owned()));
    }

    #[test]
    fn tells_opening_from_closing_tags() {
        assert_eq!(tag("<kbd class=\"x\">"), Some(("kbd".to_owned(), true)));
        assert_eq!(tag("</kbd>"), Some(("kbd".to_owned(), false)));
        assert_eq!(tag("<br>"), None);
    }
}
