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
use crate::render::FORMATS;
use crate::theme::Sheet;
use crate::tree::Tree;

/// Formats that a program can be built without.
const OPTIONAL_FORMATS: &[&str] = &["pdf", "pdf-large", "pptx"];

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
    /// The formats to make, with commas between: html,pdf,pdf-large,pptx.
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
    /// A PowerPoint template whose layouts are used (pptx).
    #[arg(long, value_name = "COMPANY.potx")]
    template: Option<PathBuf>,
    /// A page for each step of a slide (pdf, pptx).
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
            known("product", name, PRODUCTS.iter().map(|it| it.name))?;
        }
        for tag in &self.lang {
            if language(tag).is_none() {
                known("language", tag, LANGUAGES.iter().map(|it| it.tag))?;
            }
        }
        if let Some(theme) = &self.theme {
            let folders = themes.paths().iter().filter_map(|it| it.split_once('/')).map(|(folder, _)| folder);
            known("theme", theme, folders.chain(["default"]))?;
        }
        Ok(Request {
            theme: self.theme.clone(),
            languages: self.lang.clone(),
            only: self.only.clone(),
            formats: self.formats.clone(),
            paths: self.curriculum.select(tree, &self.paths)?,
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
            known("format", name, FORMATS.iter().map(|it| it.name).chain(OPTIONAL_FORMATS.iter().copied()))?;
        }
        if self.template.is_some() && !is_built_in("pptx") {
            return Err(built_without("pptx", "--template"));
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
    wrong_usage(format!(
        "`{asked}` needs the feature `{feature}`, which this program was built without; build it with `cargo install --path . --features {feature}`"
    ))
}

fn known<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
    let mut names: Vec<&str> = names.collect();
    if names.contains(&name) {
        return Ok(());
    }
    names.sort_unstable();
    names.dedup();
    let hint = match did_you_mean(name, names.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there is {}", names.join(", ")),
    };
    Err(wrong_usage(format!("unknown {what} `{name}`; {hint}")))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        selection: Selection,
    }

    fn refusal(line: &str) -> String {
        let words = std::iter::once("x").chain(line.split_whitespace());
        let line = Line::try_parse_from(words).unwrap();
        line.selection
            .request(&Tree::empty(), Tree::memory([("acme/theme.yaml".to_owned(), Vec::new())]))
            .unwrap_err()
            .to_string()
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
