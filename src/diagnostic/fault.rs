//! The table of everything that can be wrong: code, severity, and the sentences in each language.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops what it is about from being built.
    Error,
    /// Worth mending; `--strict` makes it an error.
    Warning,
}

/// A fault: one row of [`FAULTS`]. `{0}`, `{1}` … in sentences stand for a finding's arguments.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Kebab case; names the fault.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, lower case, without a full stop: English and Swedish.
    pub message: Sentence,
    /// What to do about it.
    pub hint: Option<Sentence>,
}

/// A sentence in each language that findings are told in.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

macro_rules! faults {
    ($($name:ident $code:literal $severity:ident { en: $en:literal, sv: $sv:literal $(, hint_en: $hint_en:literal, hint_sv: $hint_sv:literal)? $(,)? })*) => {
        $(
            #[doc = $en]
            pub static $name: Fault = Fault {
                code: $code,
                severity: Severity::$severity,
                message: Sentence { en: $en, sv: $sv },
                hint: faults!(@hint $($hint_en, $hint_sv)?),
            };
        )*
        /// Every fault.
        pub static FAULTS: &[&Fault] = &[$(&$name),*];
    };
    (@hint) => { None };
    (@hint $en:literal, $sv:literal) => { Some(Sentence { en: $en, sv: $sv }) };
}

faults! {
    CANNOT_READ "cannot-read" Error {
        en: "`{0}` cannot be read: {1}", sv: "`{0}` går inte att läsa: {1}",
        hint_en: "check that the file is still there and that you may read it", hint_sv: "kontrollera att filen finns kvar och att du får läsa den",
    }
}
