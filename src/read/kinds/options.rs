//! The options of `single` and `multiple`.

use super::kind::Asking;
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{EQUAL_ITEMS, TOO_FEW_OPTIONS};
use crate::prose::{Inline, plain_text};
use crate::read::shapes::OPTION;
use crate::read::text::{optional_prose, required_prose};
use crate::yaml::FieldKind::{List, Record as RecordOf};
use crate::yaml::{Field, Record};

/// The field of a choice.
pub const OPTIONS: &[Field] = &[Field::required("options", List(&RecordOf(&OPTION)), "What can be chosen.")];

/// Options, side by side.
pub struct Options {
    /// Their texts.
    pub texts: Vec<Vec<Inline>>,
    /// The positions of the right ones.
    pub right: Vec<usize>,
    /// Why each is right or tempting.
    pub why: Vec<Option<Vec<Inline>>>,
    /// The misconception of each.
    pub misconceptions: Vec<Option<String>>,
}

/// Reads the options of a question: at least two.
pub fn read_options(asking: &mut Asking<'_, '_>) -> Result<Options, Reported> {
    let features = asking.around.features;
    asking.record.required("options")?;
    let items = asking.record.list("options")?;
    let mut options = Options { texts: Vec::new(), right: Vec::new(), why: Vec::new(), misconceptions: Vec::new() };
    for (idx, item) in items.iter().enumerate() {
        let mut record = Record::open(item, &OPTION, asking.record.diagnostics)?;
        let (text, why) = (required_prose(&mut record, "text", features), optional_prose(&mut record, "why", features));
        let (correct, misconception) = (record.optional_boolean("correct"), record.optional_text("misconception"));
        let text = text?;
        let words = plain_text(&text);
        if !words.is_empty() && options.texts.iter().any(|it| plain_text(it) == words) {
            let span = item.get("text").map_or(item.span, |it| it.span);
            return Err(asking.record.diagnostics.error(&EQUAL_ITEMS, span, &[&words]));
        }
        options.texts.push(text);
        options.why.push(why?);
        options.misconceptions.push(misconception?.map(|it| it.value));
        if correct?.unwrap_or(false) {
            options.right.push(idx);
        }
    }
    if options.texts.len() < 2 {
        let span = asking.record.node("options").map_or(asking.record.span, |it| it.span);
        return Err(asking.record.diagnostics.error(&TOO_FEW_OPTIONS, span, &["2"]));
    }
    Ok(options)
}
