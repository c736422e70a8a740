//! TeX formulas as MathML.

use pulldown_latex::config::DisplayMode;
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};

/// A formula as one `math` element. A formula that cannot be read stands as it was typed.
pub(super) fn mathml(tex: &str, display: bool) -> String {
    let storage = Storage::new();
    let is_sound = Parser::new(tex, &storage).all(|event| event.is_ok());
    let storage = Storage::new();
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let mut out = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    if is_sound && push_mathml(&mut out, Parser::new(tex, &storage), config).is_ok() {
        return without_styles(&out);
    }
    format!("<math><mtext>{}</mtext></math>", escape(tex))
}

/// The same markup without `style` attributes, which the pages' security policy forbids.
fn without_styles(markup: &str) -> String {
    const START: &str = " style=\"";
    let mut out = String::with_capacity(markup.len());
    let mut in_tag = false;
    let mut rest = markup;
    while let Some(char) = rest.chars().next() {
        if in_tag && rest.starts_with(START) {
            let value = &rest[START.len()..];
            rest = value.find('"').map_or("", |end| &value[end + 1..]);
            continue;
        }
        in_tag = match char {
            '<' => true,
            '>' => false,
            _ => in_tag,
        };
        out.push(char);
        rest = &rest[char.len_utf8()..];
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{mathml, without_styles};

    #[test]
    fn makes_one_math_element_without_styles() {
        let markup = mathml(r"\frac{20.7}{52.7} \quad \color{red} x", false);
        assert!(markup.starts_with("<math") && markup.ends_with("</math>"), "{markup}");
        assert!(!markup.contains("style=\""), "{markup}");
    }

    #[test]
    fn keeps_what_cannot_be_read() {
        assert_eq!(mathml(r"\frac{", true), r"<math><mtext>\frac{</mtext></math>");
    }

    #[test]
    fn keeps_words_that_look_like_a_style() {
        assert_eq!(without_styles("<mi a=\"b\" style=\"c\"> style=\"d\"</mi>"), "<mi a=\"b\"> style=\"d\"</mi>");
    }
}
