//! The `truth` kind: does a claim of the module hold?

use super::kind::{Asked, Asking, Kind};
use crate::curriculum::Role;
use crate::diagnostic::fault::UNKNOWN_CLAIM;
use crate::diagnostic::{Reported, did_you_mean};
use crate::item::{Response, Solution};
use crate::prose::{Inline, InlineKind};
use crate::read::text::optional_prose;
use crate::source::Spanned;
use crate::yaml::FieldKind::{Boolean, Ref};
use crate::yaml::{Field, Thing};

/// Agree or disagree with a claim.
pub const KIND: Kind = Kind {
    name: "truth",
    example: "question: Deals at 90% are nearly won\nanswer: false\n",
    fields: &[
        Field::optional("claim", Ref(Thing::Section), "The belief's id; its heading is the question."),
        Field::required("answer", Boolean, "Whether it holds."),
    ],
    scored: true,
    shuffles: false,
    has_own_question: true,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let question = read_question(asking)?;
    let Some(answer) = asking.record.optional_boolean("answer")? else { return Err(asking.record.missing("answer")) };
    let claim = asking.record.optional_text("claim")?.map(|it| it.value);
    let language = asking.around.features.language;
    let words = |text: &str| vec![Inline { span: asking.record.span, kind: InlineKind::Text(text.to_owned()) }];
    let options = vec![words(language.phrases.roles.agree), words(language.phrases.roles.disagree)];
    let right = usize::from(!answer);
    // Whoever gets a claim wrong holds the belief that the claim states.
    let mut misconceptions = vec![None, None];
    let holds = |claim: &String| {
        let of_claim = |belief: &Spanned<String>| belief.value == *claim;
        let found = asking.around.misconceptions.iter().find(|it| it.belief.as_ref().is_some_and(of_claim));
        found.map(|it| it.id.clone())
    };
    misconceptions[1 - right] = claim.as_ref().and_then(holds);
    Ok(Asked {
        question: Some(question),
        response: Response::Choice { options },
        solution: Solution::Choice(right),
        why_option: vec![None, None],
        misconceptions,
    })
}

fn read_question(asking: &mut Asking<'_, '_>) -> Result<Vec<Inline>, Reported> {
    if let Some(question) = optional_prose(asking.record, "question", asking.around.features)? {
        return Ok(question);
    }
    let Some(claim) = asking.record.optional_text("claim")? else { return Err(asking.record.missing("claim")) };
    let sections = asking.around.sections;
    let beliefs = || sections.iter().filter(|it| matches!(it.role, Role::Belief(_)));
    match beliefs().find(|it| it.id == claim.value) {
        Some(belief) => Ok(belief.title.clone()),
        None => {
            let similar = did_you_mean(&claim.value, beliefs().map(|it| it.id.as_str()));
            asking.record.diagnostics.report(&UNKNOWN_CLAIM, claim.span, &[&claim.value]).suggest(similar);
            Err(Reported)
        }
    }
}
