//! A style made smaller for a page that carries it in itself: without comments and needless spaces, and otherwise as it was written.

/// A style without comments, and without spaces that say nothing.
pub fn squeeze_style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            // Between two words it parts them.
            if out.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric) {
                out.push_str("/**/");
            }
        } else if next == '"' || next == '\'' {
            let end = quoted_end(rest, next);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if next.is_whitespace() {
            rest = rest.trim_start();
            let is_needless =
                out.is_empty() || out.ends_with(['{', '}', ';', ',', ' ']) || rest.starts_with(['{', '}', ';', ',']);
            if !is_needless {
                out.push(' ');
            }
        } else {
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(next);
            rest = &rest[next.len_utf8()..];
            // In `a :hover` the space means something, in `color: red` it does not; only a declaration has it after.
            if next == ':' && rest.starts_with(' ') {
                rest = rest.trim_start();
            }
        }
    }
    out
}

/// Where the quoted text that begins `text` ends.
fn quoted_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        if it == quote && !escaped {
            return at + 1;
        }
        escaped = it == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_keeps_what_it_says() {
        let cases = [
            ("/* a */ .a  {\n  color : red;\n  b: \"/* c */  d\";\n}\n", ".a{color :red;b:\"/* c */  d\"}"),
            (".a :hover,\n.b > c { width: calc(1px + 2px) }", ".a :hover,.b > c{width:calc(1px + 2px)}"),
            ("a { content: \"\\\"  }\" ; }", "a{content:\"\\\"  }\"}"),
            ("@media (min-width: 6px) and (x) { a { b: c; } }", "@media (min-width:6px) and (x){a{b:c}}"),
            ("a { b: 1px/* c */2px }", "a{b:1px/**/2px}"),
            ("a:is(b, c) d { e: f }", "a:is(b,c) d{e:f}"),
        ];
        for (text, expected) in cases {
            assert_eq!(squeeze_style(text), expected);
        }
    }
}
