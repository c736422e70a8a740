//! Quotation marks, dashes and spaces as the language sets them.

use crate::locale::Language;

/// Text with straight quotation marks curled, `--` and `---` as dashes, `...` as an ellipsis, and the space before `%` kept
/// from breaking. `before` is the character that stands before the text in its paragraph.
pub fn curl(text: &str, before: Option<char>, language: &Language) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    let mut previous = before;
    while let Some(character) = characters.next() {
        match character {
            '"' => out.push(if opens(previous) { language.quotes.open } else { language.quotes.close }),
            '\'' => out.push(if opens(previous) { language.quotes.inner_open } else { language.quotes.inner_close }),
            '-' if characters.peek() == Some(&'-') => {
                characters.next();
                let em = characters.next_if_eq(&'-').is_some();
                out.push(if em { '—' } else { '–' });
            }
            '.' if characters.clone().take(2).eq(['.', '.']) => {
                characters.nth(1);
                out.push('…');
            }
            ' ' | '\u{a0}' if previous.is_some_and(|it| it.is_ascii_digit()) && characters.peek() == Some(&'%') => {
                out.push_str(language.before_percent);
            }
            _ => out.push(character),
        }
        previous = Some(character);
    }
    out
}

/// A quotation mark opens at the start, after a space, and after an opening mark or dash.
fn opens(previous: Option<char>) -> bool {
    previous.is_none_or(|it| it.is_whitespace() || matches!(it, '(' | '[' | '{' | '—' | '–' | '“' | '‘' | '/'))
}

#[cfg(test)]
mod tests {
    use super::curl;
    use crate::locale::language;

    #[test]
    fn follows_the_language() {
        let swedish = language("sv").expect("built in");
        let english = language("en").expect("built in");
        assert_eq!(curl("Han sa \"nej\" till 60 % -- igen...", None, swedish), "Han sa ”nej” till 60\u{a0}% – igen…");
        assert_eq!(curl("She said \"no\" to 60 %, didn't she", None, english), "She said “no” to 60%, didn’t she");
    }
}
