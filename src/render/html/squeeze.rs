//! Styles and scripts made smaller for a page that carries them in itself: without comments and needless spaces, and otherwise
//! as they were written. What cannot be read for certain is left as it is.

/// What is being read.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Code,
    Text(char),
    Pattern,
    PatternClass,
}

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

/// A script without comments, and without spaces that say nothing. Lines stay lines where a semicolon could be missed; a script
/// that cannot be read for certain stays as it is.
pub fn squeeze_script(text: &str) -> String {
    without_comments(text).unwrap_or_else(|| text.to_owned())
}

/// Leaves out comments and the spaces that begin a line, unless they stand in a text or pattern.
fn without_comments(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut within = Within::Code;
    // How deep the braces are inside each `${` that is open.
    let mut holes: Vec<u32> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, it)) = letters.next() {
        match within {
            Within::Code if text[at..].starts_with("//") => while letters.next_if(|(_, it)| *it != '\n').is_some() {},
            Within::Code if text[at..].starts_with("/*") => {
                let end = at + 2 + text[at + 2..].find("*/")? + 2;
                while letters.next_if(|(at, _)| *at < end).is_some() {}
            }
            Within::Code if is_const(&out, &text[at..]) => {
                // It says the same of what is never changed, and is shorter.
                out.push_str("let");
                letters.nth("const".len() - 2);
            }
            Within::Code => {
                if it.is_whitespace() {
                    push_space(&mut out, it, text[at..].trim_start());
                    continue;
                }
                within = match it {
                    '"' | '\'' | '`' => Within::Text(it),
                    '/' if begins_pattern(&out) => Within::Pattern,
                    _ => Within::Code,
                };
                if it == '{'
                    && let Some(depth) = holes.last_mut()
                {
                    *depth += 1;
                }
                if it == '}'
                    && let Some(depth) = holes.last_mut()
                {
                    match depth.checked_sub(1) {
                        Some(less) => *depth = less,
                        None => {
                            holes.pop();
                            within = Within::Text('`');
                        }
                    }
                }
                drop_needless(&mut out, it);
                out.push(it);
                bare_parameter(&mut out);
            }
            Within::Text(_) | Within::Pattern | Within::PatternClass => {
                out.push(it);
                if it == '\n' && within != Within::Text('`') {
                    return None;
                }
                if it == '\\' {
                    out.push(letters.next()?.1);
                    continue;
                }
                if within == Within::Text('`') && it == '$' && letters.next_if(|(_, it)| *it == '{').is_some() {
                    out.push('{');
                    holes.push(0);
                    within = Within::Code;
                    continue;
                }
                within = match (within, it) {
                    (Within::Text(quote), it) if it == quote => Within::Code,
                    (Within::Pattern, '/') => Within::Code,
                    (Within::Pattern, '[') => Within::PatternClass,
                    (Within::PatternClass, ']') => Within::Pattern,
                    _ => within,
                };
            }
        }
    }
    (within == Within::Code && holes.is_empty()).then_some(out)
}

/// Appends a space or line's end, if what comes before and after it would not be understood without.
fn push_space(out: &mut String, space: char, after: &str) {
    if space == '\n' {
        out.truncate(out.trim_end_matches(' ').len());
        // What cannot begin a statement goes on with the line before, with or without a line's end between them.
        let goes_on = after.starts_with(['}', ')', ']', ',', ';']);
        if !out.is_empty() && !goes_on && !out.ends_with(['\n', '{', '(', '[', ',', ';']) {
            out.push('\n');
        }
        return;
    }
    let signs = ['(', ')', '{', '}', '[', ']', ',', ';', ':', '=', '?', '<', '>', '&', '|', '!', '*', '\'', '`'];
    let sum = |sign: char| (out.ends_with(sign), after.starts_with(sign));
    let is_sum = [sum('+'), sum('-')].iter().any(|(before, next)| before != next);
    let is_needless = out.is_empty() || out.ends_with(['\n', ' ']) || out.ends_with(signs) || after.starts_with(signs) || is_sum;
    if !is_needless {
        out.push(' ');
    }
}

/// Takes back the comma or semicolon before a bracket that ends what it stands in. A semicolon that is a statement by itself,
/// as in `for (…);`, stays; so does a comma before `]`, which may stand for an element.
fn drop_needless(out: &mut String, bracket: char) {
    let is_needless = match bracket {
        ')' => out.ends_with(','),
        '}' => out.ends_with(',') || (out.ends_with(';') && ![");", ":;", "else;"].iter().any(|it| out.ends_with(it))),
        _ => false,
    };
    if is_needless {
        out.pop();
    }
}

/// Whether a constant is declared here.
fn is_const(before: &str, text: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$' | '.');
    !before.ends_with(is_word) && text.strip_prefix("const").is_some_and(|it| it.starts_with([' ', '[', '{']))
}

/// Takes the brackets off the one parameter of a function that has just been read up to its arrow.
fn bare_parameter(out: &mut String) {
    let is_named = |it: char| it.is_alphanumeric() || it == '_' || it == '$';
    let Some(head) = out.strip_suffix(")=>") else { return };
    let Some((before, name)) = head.rsplit_once('(') else { return };
    // Without its bracket it would run into a word before it.
    if name.is_empty() || !name.chars().all(is_named) || before.ends_with(is_named) {
        return;
    }
    let bare = format!("{name}=>");
    out.truncate(before.len());
    out.push_str(&bare);
}

/// Whether a `/` after this begins a pattern, and does not divide.
fn begins_pattern(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty()
        || before.ends_with(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '+', '>'])
        || before.ends_with("return")
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

    #[test]
    fn a_script_loses_only_comments_and_spaces() {
        let cases = [
            ("// a\n  const b = 1; // c\n\n  /** d\n   * e */\n  f(b);\n", "let b=1;f(b);"),
            ("const a = 'http://b'; // c\n", "let a='http://b';"),
            ("const a = `x ${b ? `// ${c}` : {}.d}  // e\n   f`;\n", "let a=`x ${b?`// ${c}`:{}.d}  // e\n   f`;"),
            ("a(/[/]\\/\\/' /, b / c / d); // e\n", "a(/[/]\\/\\/' /,b / c / d);"),
            ("a(b /* c */, d);\n", "a(b ,d);"),
            ("return /\"/.test(a); // b\n", "return /\"/.test(a);"),
            ("a = b + +c - -d;\ne\nf\n++g", "a=b+ +c- -d;e\nf\n++g"),
            ("if (a in b) return 'c d';\n}\n", "if(a in b)return'c d'}\n"),
            ("for (const a of b);\n}\nif (a) {\n} else;\n}\na: ;\n}", "for(let a of b);}\nif(a){}else;}\na:;}"),
            ("f(\n  {\n    a,\n    b: 'c;',\n  },\n);\n[a, , ];\n{\n  d;\n}", "f({a,b:'c;'});[a,,];{d}"),
            (
                "a = (b) => c;\nd((e) => f, (g, h) => i, () => j);\nreturn (k) => async (l) => m",
                "a=b=>c;d(e=>f,(g,h)=>i,()=>j);return(k)=>async(l)=>m",
            ),
            (
                "const [a] = b.const, {c} = 'const d', const$ = 1;\nf({const: 2});",
                "let[a]=b.const,{c}='const d',const$=1;f({const:2});",
            ),
            ("a\n.5\nb = c\n[d]\n}", "a\n.5\nb=c\n[d]}"),
        ];
        for (text, expected) in cases {
            assert_eq!(squeeze_script(text), expected);
        }
    }

    #[test]
    fn a_script_that_cannot_be_read_stays_as_it_is() {
        for text in ["if (a) /'/.test(b); // c\nd();\n", "const a = `b // c\n", "/* a"] {
            assert_eq!(squeeze_script(text), text);
        }
    }
}
