//! What `build` and `watch` are asked for.

use std::path::PathBuf;

use clap::Args;

use super::calendar::{Day, parse_day, today};
use super::project::Curriculum;
use super::status::wrong_usage;
use crate::compose::PRODUCTS;
use crate::diagnostic::did_you_mean;
use crate::locale::{LANGUAGES, language};
use crate::pipeline::Request;
use crate::read::offer;
use crate::render::FORMATS;
use crate::theme::Sheet;
use crate::tree::Tree;

/// Formats that a program can be built without.
const OPTIONAL_FORMATS: &[&str] = &["pdf", "pdf-large"];

/// What is to be made, and of what.
#[derive(Debug, Clone, Args)]
pub struct Selection {
    /// Courses or modules, such as `tvartom` or `tvartom/02-x.md`; all if none is named.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub curriculum: Curriculum,
    /// The folder to write to.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// The theme, a folder in `themes`; the course's own if not given.
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// A language to make; may be given several times.
    #[arg(long, value_name = "TAG")]
    lang: Vec<String>,
    /// The variant whose agenda is made.
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// The products to make, with commas between: deck,handout,quiz,guide,agenda,key,followup,alignment.
    #[arg(long, value_name = "PRODUCTS", value_delimiter = ',')]
    only: Vec<String>,
    /// The formats to make, with commas between: html,pdf,pdf-large.
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    formats: Vec<String>,
    /// Treat warnings as errors.
    #[arg(long)]
    pub strict: bool,
    /// How many modules to work on at once; as many as there are processors if not given.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// The number of participants.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    participants: Option<u32>,
    /// The day of the workshop; today if not given.
    #[arg(long, value_name = "2027-02-03", value_parser = parse_day)]
    date: Option<Day>,
    /// A page for each step of a slide (pdf).
    #[arg(long)]
    steps: bool,
    /// The paper that PDF is set for: a4 or letter; the theme's if not given.
    #[arg(long, value_name = "PAPER", value_parser = parse_sheet)]
    sheet: Option<Sheet>,
}

impl Selection {
    /// What the pipeline is asked for.
    ///
    /// # Errors
    /// If something is asked for that there is not: exit status 2.
    pub fn request(&self, tree: &Tree, themes: Tree) -> anyhow::Result<Request> {
        self.check_formats()?;
        for name in &self.only {
            known(("product", "dokumentet"), name, PRODUCTS.iter().map(|it| it.name))?;
        }
        for tag in self.lang.iter().filter(|it| language(it).is_none()) {
            known(("language", "språket"), tag, LANGUAGES.iter().map(|it| it.tag))?;
        }
        if let Some(theme) = &self.theme {
            let folders = themes.paths().iter().filter_map(|it| it.split_once('/')).map(|(folder, _)| folder);
            known(("theme", "temat"), theme, folders.chain(["default"]))?;
        }
        let paths = self.curriculum.select(tree, &self.paths)?;
        let languages: Vec<String> = self.lang.iter().filter_map(|it| Some(language(it)?.tag.to_owned())).collect();
        // Of a course that cannot be read it is not known what it has.
        if let Some(offer) = offer(tree, &paths) {
            for tag in &languages {
                known(("language", "språket"), tag, offer.languages.iter().copied())?;
            }
            if let Some(variant) = &self.variant {
                known(("variant", "upplägget"), variant, offer.variants.iter().map(String::as_str))?;
            }
        }
        Ok(Request {
            theme: self.theme.clone(),
            languages,
            only: self.only.clone(),
            formats: self.formats.clone(),
            paths,
            variant: self.variant.clone(),
            participants: self.participants,
            strict: self.strict,
            jobs: self.jobs,
            steps: self.steps,
            sheet: self.sheet,
            today: self.date.unwrap_or_else(today),
            themes,
        })
    }

    fn check_formats(&self) -> anyhow::Result<()> {
        let is_built_in = |name: &str| FORMATS.iter().any(|it| it.name == name);
        for name in self.formats.iter().map(String::as_str) {
            if !is_built_in(name) && OPTIONAL_FORMATS.contains(&name) {
                return Err(built_without(name.split('-').next().unwrap_or(name), &format!("--formats {name}")));
            }
            known(("format", "formatet"), name, FORMATS.iter().map(|it| it.name).chain(OPTIONAL_FORMATS.iter().copied()))?;
        }
        if self.steps && !OPTIONAL_FORMATS.iter().any(|it| is_built_in(it)) {
            return Err(built_without("pdf", "--steps"));
        }
        if self.sheet.is_some() && !is_built_in("pdf") {
            return Err(built_without("pdf", "--sheet"));
        }
        Ok(())
    }
}

/// A request with nothing chosen, for commands that only read.
pub fn plain_request(paths: Vec<String>, strict: bool, themes: Tree) -> Request {
    Request {
        themes,
        theme: None,
        languages: Vec::new(),
        only: Vec::new(),
        formats: Vec::new(),
        paths,
        variant: None,
        participants: None,
        strict,
        jobs: 0,
        steps: false,
        sheet: None,
        today: today(),
    }
}

fn parse_sheet(text: &str) -> Result<Sheet, String> {
    match text {
        "a4" => Ok(Sheet::A4),
        "letter" => Ok(Sheet::Letter),
        _ => Err("there is a4 and letter".to_owned()),
    }
}

fn built_without(feature: &str, asked: &str) -> anyhow::Error {
    let way = format!("`cargo install --path . --features {feature}`");
    wrong_usage(
        format!("`{asked}` needs the feature `{feature}`, which this program was built without; build it with {way}"),
        format!("`{asked}` behöver delen `{feature}`, som det här programmet är byggt utan; bygg det med {way}"),
    )
}

/// Refuses a name that is none of those there are; what it names is said in English and Swedish.
fn known<'a>(what: (&str, &str), name: &str, names: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
    let mut names: Vec<&str> = names.collect();
    if names.contains(&name) {
        return Ok(());
    }
    names.sort_unstable();
    names.dedup();
    let (hint, hint_sv) = match did_you_mean(name, names.iter().copied()) {
        Some(meant) => (format!("did you mean `{meant}`?"), format!("menade du `{meant}`?")),
        None if names.is_empty() => ("there is none".to_owned(), "det finns inget".to_owned()),
        None => (format!("there is {}", names.join(", ")), format!("det finns {}", names.join(", "))),
    };
    Err(wrong_usage(format!("unknown {} `{name}`; {hint}", what.0), format!("{} `{name}` finns inte; {hint_sv}", what.1)))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::cli::status::WrongUsage;
    use crate::diagnostic::report::Messages;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        selection: Selection,
    }

    fn refusal(line: &str) -> String {
        refusal_in(line, &Tree::empty())
    }

    fn refusal_in(line: &str, tree: &Tree) -> String {
        let words = std::iter::once("x").chain(line.split_whitespace());
        let line = Line::try_parse_from(words).unwrap();
        line.selection.request(tree, Tree::memory([("acme/theme.yaml".to_owned(), Vec::new())])).unwrap_err().to_string()
    }

    #[test]
    fn what_is_refused_is_told_in_one_language() {
        let line = Line::try_parse_from(["x", "--only", "poster"]).unwrap();
        let error = line.selection.request(&Tree::empty(), Tree::empty()).unwrap_err();
        let told = error.downcast_ref::<WrongUsage>().unwrap().told(Messages::Swedish);
        assert!(told.starts_with("dokumentet `poster` finns inte; det finns "), "{told}");
    }

    #[test]
    fn a_variant_or_language_that_no_course_has_is_refused() {
        let course = b"title: T\nlang: sv\nvariants: {halvdag: {minutes: 210}, 90min: {minutes: 90}}\n".to_vec();
        let tree = Tree::memory([("kurs/course.yaml".to_owned(), course)]);
        assert!(refusal_in("--variant halvdg", &tree).contains("unknown variant `halvdg`; did you mean `halvdag`?"));
        assert!(refusal_in("--lang en", &tree).contains("unknown language `en`; there is sv"));
        let line = Line::try_parse_from(["x", "--lang", "sv-FI", "--variant", "90min"]).unwrap();
        assert_eq!(line.selection.request(&tree, Tree::empty()).unwrap().languages, ["sv"]);
    }

    #[test]
    fn what_there_is_not_is_refused_with_what_there_is() {
        assert!(refusal("--formats html,docx").contains("unknown format `docx`"));
        assert!(refusal("--lang de").contains("unknown language `de`; there is en, sv"));
        assert!(refusal("--theme acne").contains("did you mean `acme`?"));
        assert!(refusal("--only poster").contains("unknown product `poster`"));
        for format in OPTIONAL_FORMATS.iter().filter(|it| !FORMATS.iter().any(|format| format.name == **it)) {
            assert!(refusal(&format!("--formats {format}")).contains("built without"));
        }
    }
}
