//! The words of the format that are no fields: roles, keys of a heading, methods, names of blocks; and what each one means.

/// A word and what it means, for an author's editor.
#[derive(Debug)]
pub struct Word {
    /// The word.
    pub name: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// The same in Swedish.
    pub sv: &'static str,
}

/// Every role of a section.
pub const ROLES: &[&str] = &[
    "belief",
    "steelman",
    "guess",
    "illusion",
    "reality",
    "boundary",
    "inversion",
    "process",
    "discussion",
    "activity",
    "reflection",
    "premortem",
    "recap",
    "commitment",
    "break",
];

/// What each role means, in the order of [`ROLES`].
pub const ROLE_WORDS: &[Word] = &[
    word(
        "belief",
        "The claim, as participants would say it: the heading is the claim, and it is voted on.",
        "Påståendet, som deltagarna skulle säga det: rubriken är påståendet, och det röstas om.",
    ),
    word("steelman", "The strongest honest case for the belief.", "De starkaste ärliga skälen för föreställningen."),
    word("guess", "Estimate a number before seeing it; needs `fact=`.", "Gissa en siffra innan den visas; kräver `fact=`."),
    word("illusion", "Why the belief seems true.", "Varför föreställningen verkar stämma."),
    word(
        "reality",
        "What the evidence says. The first one opens with the second vote, the last one ends with the shift.",
        "Vad underlaget säger. Det första inleds med den andra röstningen, det sista avslutas med hur rösterna flyttade sig.",
    ),
    word("boundary", "When the old belief is right.", "När den gamla föreställningen stämmer."),
    word(
        "inversion",
        "What if it is exactly the opposite? The question stands alone, then the body.",
        "Tänk om det är precis tvärtom? Frågan står ensam, sedan resten.",
    ),
    word("process", "Steps in order, with decisions and ways back.", "Steg i ordning, med beslut och vägar tillbaka."),
    word("discussion", "The group talks; paragraphs are the task.", "Gruppen samtalar; styckena är uppgiften."),
    word("activity", "The group does something; paragraphs are the task.", "Gruppen gör något; styckena är uppgiften."),
    word(
        "reflection",
        "Everybody thinks for themselves; paragraphs are the task.",
        "Var och en tänker efter; styckena är uppgiften.",
    ),
    word("premortem", "It has failed: why? Paragraphs are the task.", "Det har gått fel: varför? Styckena är uppgiften."),
    word("recap", "Key points with gaps, recalled with the book closed.", "Huvudpunkter med luckor, ur minnet."),
    word("commitment", "If … then I will …, with date and witness.", "Om … så ska jag …, med datum och vittne."),
    word("break", "A pause with a countdown.", "Paus med nedräkning."),
];

/// Every key of a section's heading; what each one means stands in the section's shape.
pub const ATTRIBUTES: &[&str] =
    &["minutes", "cut", "priority", "only", "reveal", "method", "group", "materials", "objective", "fact"];

/// Every method of work.
pub const METHODS: &[&str] = &["solo", "pairs", "groups", "buzz", "tps", "round", "gallery", "roleplay"];

/// Every name of a `:::` block.
pub const BLOCKS: &[Word] = &[
    word("deck", "On the slide only.", "Bara på bilden."),
    word("handout", "In the handout only.", "Bara i deltagarmaterialet."),
    word(
        "guide",
        "Background for the trainer; participants never see it.",
        "Bakgrund för kursledaren; deltagarna ser den aldrig.",
    ),
    word("do", "What the trainer does.", "Vad kursledaren gör."),
    word("ask", "What the trainer asks.", "Vad kursledaren frågar."),
    word("watch", "What the trainer watches for.", "Vad kursledaren håller ögonen på."),
    word("debrief", "How it is gathered up afterwards.", "Hur det samlas ihop efteråt."),
    word(
        "reply",
        "What to say when somebody says this: `::: reply \"…\"`.",
        "Vad man svarar när någon säger så här: `::: reply \"…\"`.",
    ),
    word(
        "answers",
        "Expected answers and solutions; shown when they are revealed.",
        "Förväntade svar och lösningar; visas när de ska visas.",
    ),
    word("columns", "Columns side by side; holds `::: column` only.", "Spalter bredvid varandra; rymmer bara `::: column`."),
    word("column", "One column.", "En spalt."),
    word("note", "A call-out.", "En faktaruta."),
    word("tip", "A call-out with a tip.", "En ruta med ett tips."),
    word("warning", "A call-out with a warning.", "En ruta med en varning."),
    word("example", "A call-out with an example.", "En ruta med ett exempel."),
];

const fn word(name: &'static str, en: &'static str, sv: &'static str) -> Word {
    Word { name, en, sv }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_explained() {
        assert!(ROLES.iter().copied().eq(ROLE_WORDS.iter().map(|it| it.name)));
    }

    #[test]
    fn who_mistypes_a_name_is_told_them_all() {
        let tells = |fault: &crate::diagnostic::Fault, name: &str| {
            let hint = fault.hint.as_ref().unwrap();
            [hint.en, hint.sv].iter().all(|it| it.contains(name))
        };
        let (fence, role) = (&crate::diagnostic::fault::UNKNOWN_FENCE, &crate::diagnostic::fault::UNKNOWN_ROLE);
        assert!(BLOCKS.iter().all(|it| tells(fence, &format!("`{}`", it.name))));
        assert!(ROLES.iter().all(|it| tells(role, &format!("`.{it}`"))));
    }
}
