//! Words of a language by what they do in a sentence, for rules that look at how something is said. All in lower case.

/// Words and phrases of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// What may stand before the verb of an objective.
    pub before_verb: &'static [&'static str],
    /// Verbs of what nobody can see somebody do.
    pub unobservable: &'static [&'static str],
    /// Claims of certainty.
    pub strong: &'static [&'static str],
    /// Words that take a claim of certainty back.
    pub softening: &'static [&'static str],
    /// Words that negate a question.
    pub negations: &'static [&'static str],
    /// Words that a question starts with.
    pub question_words: &'static [&'static str],
    /// Words that start a clause within a sentence: a negation after one is not the question's own.
    pub subordinators: &'static [&'static str],
    /// Options that are about the other options.
    pub about_options: &'static [&'static str],
    /// What says that one source was read in another.
    pub second_hand: &'static [&'static str],
    /// Words for per cent.
    pub per_cent: &'static [&'static str],
    /// Words that make a multiple of a number.
    pub times: &'static [&'static str],
    /// Words for money.
    pub money: &'static [&'static str],
    /// What stands before the end of a range that is open upwards, the end left out; then with the end in it.
    pub more_than: [&'static [&'static str]; 2],
    /// The same for a range that is open downwards.
    pub less_than: [&'static [&'static str]; 2],
    /// How hard a text is to read.
    pub readability: Readability,
}

/// A measure of how hard a text is to read, and where it becomes too hard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Readability {
    /// Words in a sentence, and per cent of words over six letters (Björnsson 1968): harder above this.
    Lix(f64),
    /// Words in a sentence and syllables in a word (Flesch 1948): harder below this.
    Flesch(f64),
}

/// Swedish.
pub const SWEDISH: Lexicon = Lexicon {
    before_verb: &["att", "kunna"],
    unobservable: &[
        "förstå",
        "känna till",
        "lära sig",
        "veta",
        "inse",
        "ha kunskap om",
        "ha kännedom om",
        "ha förståelse för",
        "få förståelse för",
        "få insikt i",
        "få en känsla för",
        "vara medveten om",
        "bli medveten om",
        "vara bekant med",
        "bekanta sig med",
    ],
    strong: &[
        "bevisat",
        "bevisad",
        "bevisar",
        "bevisade",
        "alltid",
        "aldrig",
        "garanterat",
        "forskning visar",
        "forskningen visar",
        "vetenskapen visar",
        "vetenskapligt belagt",
        "utan tvekan",
        "obestridligt",
        "odiskutabelt",
        "alla vet",
    ],
    softening: &["inte", "ej", "inget", "ingenting", "ingen", "nästan", "sällan", "knappast", "knappt", "varken"],
    negations: &["inte", "ej", "aldrig", "utom"],
    question_words: &["vilken", "vilket", "vilka", "vad", "vem"],
    subordinators: &[
        "som", "om", "när", "att", "eftersom", "medan", "innan", "därför", "fast", "trots", "där", "då", "för", "så", "och",
        "men",
    ],
    about_options: &[
        "alla ovanstående",
        "alla ovanstående alternativ",
        "alla av ovanstående",
        "inget av ovanstående",
        "ingen av ovanstående",
        "inga av ovanstående",
        "inget ovanstående",
        "alla alternativ",
        "alla alternativen",
        "inget av alternativen",
        "inget alternativ",
        "alla är rätt",
        "alla stämmer",
        "inget stämmer",
        "både a och b",
        "a och b",
        "b och c",
        "a och c",
    ],
    second_hand: &[
        "citerad i",
        "citerat i",
        "citerade i",
        "refererad i",
        "refererat i",
        "återgiven i",
        "återgivet i",
        "citerad av",
        "citerat av",
    ],
    per_cent: &["%", "procent"],
    times: &["gånger", "x", "×"],
    money: &["kr", "kronor", "euro", "dollar", "sek", "eur", "usd", "gbp", "mkr", "tkr"],
    more_than: [&["över", "mer än", "fler än"], &["minst"]],
    less_than: [&["under", "mindre än", "färre än"], &["högst"]],
    readability: Readability::Lix(60.0),
};

/// English.
pub const ENGLISH: Lexicon = Lexicon {
    before_verb: &["to", "be", "able"],
    unobservable: &[
        "understand",
        "know",
        "learn",
        "appreciate",
        "realize",
        "realise",
        "grasp",
        "be aware of",
        "become aware of",
        "be familiar with",
        "become familiar with",
        "have knowledge of",
        "gain insight into",
        "get a feeling for",
    ],
    strong: &[
        "proves",
        "prove",
        "proved",
        "proven",
        "always",
        "never",
        "guaranteed",
        "research shows",
        "science shows",
        "studies show conclusively",
        "without doubt",
        "without a doubt",
        "undeniably",
        "indisputable",
        "indisputably",
        "everyone knows",
        "everybody knows",
    ],
    softening: &[
        "not",
        "no",
        "nothing",
        "hardly",
        "almost",
        "nearly",
        "rarely",
        "seldom",
        "cannot",
        "can’t",
        "don’t",
        "doesn’t",
        "didn’t",
        "isn’t",
        "aren’t",
        "wasn’t",
        "nor",
    ],
    negations: &["not", "never", "except", "isn’t", "aren’t", "doesn’t", "don’t", "wasn’t", "cannot", "can’t", "didn’t"],
    question_words: &["which", "what", "who", "all"],
    subordinators: &[
        "who", "that", "if", "when", "because", "while", "before", "unless", "although", "though", "whether", "where", "why",
        "and", "but",
    ],
    about_options: &[
        "all of the above",
        "none of the above",
        "all the above",
        "none of these",
        "all of these",
        "any of the above",
        "both a and b",
        "a and b",
        "b and c",
        "a and c",
        "all options",
        "all are correct",
        "all are true",
        "none are correct",
    ],
    second_hand: &[
        "cited in",
        "as cited in",
        "as cited by",
        "cited by",
        "quoted in",
        "as quoted in",
        "as quoted by",
        "quoted by",
    ],
    per_cent: &["%", "percent", "per cent"],
    times: &["times", "x", "×"],
    money: &["dollars", "euros", "pounds", "kronor", "sek", "eur", "usd", "gbp"],
    more_than: [&["over", "above", "more than"], &["at least"]],
    less_than: [&["under", "below", "less than", "fewer than"], &["at most", "up to"]],
    readability: Readability::Flesch(25.0),
};
