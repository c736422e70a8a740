//! Quotation marks, dashes and spaces as the language sets them.

use std::iter::Peekable;
use std::str::Chars;

use crate::locale::Language;

/// Text with straight quotation marks curled, `--` and `---` as dashes, `...` as an ellipsis, and the spaces before `%`, in `12 500`
/// and in `n = 12` kept from breaking, so that nobody has to type them. `before` is the character that stands before the text in its paragraph.
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
            ' ' if binds(previous, characters.clone()) => out.push('\u{a0}'),
            _ => out.push(character),
        }
        previous = Some(character);
    }
    out
}

/// Whether a space stands between thousands, or beside the sign of a number: `12 500`, `n = 12`.
fn binds(previous: Option<char>, following: Peekable<Chars<'_>>) -> bool {
    let digits = |text: Peekable<Chars<'_>>| text.take_while(char::is_ascii_digit).count();
    let mut after_sign = following.clone();
    let sign = after_sign.next();
    match previous {
        Some('=') => digits(following) > 0,
        Some(it) if it.is_alphanumeric() && sign == Some('=') => after_sign.next() == Some(' ') && digits(after_sign) > 0,
        Some(it) if it.is_ascii_digit() => digits(following) == 3,
        _ => false,
    }
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
        assert_eq!(curl("12 500 av 3 som 2019, n = 1 400", None, swedish), "12\u{a0}500 av 3 som 2019, n\u{a0}=\u{a0}1\u{a0}400");
        assert_eq!(curl("She said \"no\" to 60 %, didn't she", None, english), "She said “no” to 60%, didn’t she");
    }
}
