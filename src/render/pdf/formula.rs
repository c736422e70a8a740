//! Formulas as trees: MathML, made by us, as nested values that a template sets with Typst's own mathematics.

use roxmltree::{Document, Node};
use serde_json::{Value, json};

/// A formula as a tree of `{ tag, text }` and `{ tag, kids }`. What cannot be read is its own text.
pub fn formula(mathml: &str) -> Value {
    match Document::parse(mathml) {
        Ok(document) => tree(document.root_element()),
        Err(_) => json!({ "tag": "mtext", "text": mathml }),
    }
}

fn tree(node: Node<'_, '_>) -> Value {
    let kids: Vec<Value> = node.children().filter(|it| it.is_element() && !it.has_tag_name("annotation")).map(tree).collect();
    let tag = node.tag_name().name();
    if kids.is_empty() {
        json!({ "tag": tag, "text": node.text().unwrap_or_default().trim(), "variant": node.attribute("mathvariant") })
    } else {
        json!({ "tag": tag, "kids": kids })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::formula;

    #[test]
    fn a_formula_is_nested_values() {
        let tree = formula("<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>");
        let leaf = |tag: &str, text: &str| json!({ "tag": tag, "text": text, "variant": null });
        assert_eq!(tree, json!({ "tag": "math", "kids": [{ "tag": "mfrac", "kids": [leaf("mn", "1"), leaf("mi", "x")] }] }));
    }

    #[test]
    fn what_is_no_formula_is_its_text() {
        assert_eq!(formula("a < b"), json!({ "tag": "mtext", "text": "a < b" }));
    }
}
