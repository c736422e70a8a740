//! A quiz as an HTML page: the questions as plain HTML that can be read as it is, and beside them what the script needs to
//! ask, check and sum up.
//!
//! 1. The questions, each a group of native controls: `quiz_question`.
//! 2. What is right and what to say about it: `quiz_key`.
//! 3. The page's settings and words.

use serde::Serialize;
use serde_json::{Value, json};

use super::address::{address, file};
use super::context::Context;
use super::inline::write_inlines;
use super::quiz_key::{encoded_key, mode_name};
use super::quiz_question::write_question;
use crate::document::{Inlines, Quiz, Scoring};
use crate::item::{Item, Use};
use crate::render::setting::Setting;
use crate::tree::{Contents, File};

/// The page's styles, in order.
const STYLES: &[&str] = &["tokens.css", "fonts.css", "base.css", "blocks.css", "quiz.css", "brand.css"];

/// The page's scripts, in order: each uses those before it.
const SCRIPTS: &[&str] = &[
    "quiz-score.js",
    "quiz-page.js",
    "quiz-store.js",
    "quiz-question.js",
    "quiz-feedback.js",
    "quiz-result.js",
    "quiz-export.js",
    "quiz.js",
];

/// The page.
pub fn render(quiz: &Quiz, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", quiz.meta.path);
    let context = Context::new(&quiz.meta, &path, setting);
    let asset = |name: &&str| file(&setting.theme.asset(name), &context);
    let mut title = String::new();
    write_inlines(&mut title, &quiz.title, &context);
    let page = json!({
        "lang": quiz.meta.language.tag,
        "title": format!("{}: {}", quiz.meta.kind, quiz.meta.title),
        "kind": quiz.meta.kind,
        "course": quiz.meta.course,
        "version": quiz.meta.version,
        "version_word": quiz.meta.language.phrases.common.version,
        "skip": quiz.meta.language.phrases.common.skip_to_content,
        "up": quiz.meta.up.as_ref().map(|up| json!({ "text": up.text, "href": address(&up.href, &context) })),
        "noscript": quiz.meta.language.phrases.quiz.noscript,
        "styles": STYLES.iter().map(asset).collect::<Vec<_>>(),
        "scripts": SCRIPTS.iter().map(asset).collect::<Vec<_>>(),
        "icon": asset(&"favicon.svg"),
        "heading": title,
        "body": body(quiz, &context),
    });
    let html = setting.theme.shell("quiz", &page);
    vec![File { path, contents: Contents::Bytes(html.into_bytes()) }]
}

/// The questions with their data, to be put in the shell.
fn body(quiz: &Quiz, context: &Context<'_>) -> String {
    let items: Vec<&Item<Inlines>> = asked(quiz).collect();
    let confidence = asks_confidence(quiz);
    let mut out = String::from("<div class=\"questions\" id=\"quiz-questions\">\n");
    for (idx, item) in items.iter().enumerate() {
        write_question(&mut out, idx + 1, item, confidence.then_some(quiz.scoring), context);
    }
    out.push_str("</div>\n");
    let key = encoded_key(quiz, &items, context);
    let edition = blake3::hash(format!("{out}{key}").as_bytes()).to_hex();
    let settings = serde_json::to_string(&settings(quiz, &edition[..12], context)).expect("settings are plain data");
    // `<` could end the element or open a comment; in JSON it can be written as an escape.
    out.push_str("<script type=\"application/json\" id=\"quiz-settings\">");
    out.push_str(&settings.replace('<', "\\u003c"));
    out.push_str("</script>\n<script type=\"application/json\" id=\"quiz-key\">");
    out.push_str(&key);
    out.push_str("</script>\n");
    out
}

/// The questions of any mode.
fn asked(quiz: &Quiz) -> impl Iterator<Item = &Item<Inlines>> {
    quiz.items.iter().filter(|item| item.uses.iter().any(|it| quiz.modes.contains(it)))
}

/// Scoring by certainty cannot do without it.
fn asks_confidence(quiz: &Quiz) -> bool {
    quiz.confidence || quiz.scoring == Scoring::Certainty
}

/// What the script knows of the whole, in clear.
#[derive(Serialize)]
struct Settings<'a> {
    /// Names the quiz in the browser's store.
    id: &'a str,
    /// Changes whenever a question or an answer does.
    edition: &'a str,
    modes: Vec<&'static str>,
    pass: u32,
    confidence: bool,
    certainty: bool,
    draw: Option<u32>,
    handout: String,
    locale: Locale,
    /// From guessing to certain.
    sure: [&'static str; 3],
    words: Value,
}

/// How the language writes numbers, dates and quotations.
#[derive(Serialize)]
struct Locale {
    tag: &'static str,
    decimal: char,
    group: &'static str,
    percent: String,
    months: [&'static str; 12],
    open: char,
    close: char,
}

fn settings<'a>(quiz: &'a Quiz, edition: &'a str, context: &Context<'_>) -> Settings<'a> {
    let language = quiz.meta.language;
    let roles = &language.phrases.roles;
    Settings {
        id: &quiz.meta.path,
        edition,
        modes: quiz.modes.iter().filter(|it| **it != Use::Concept).map(|it| mode_name(*it)).collect(),
        pass: quiz.pass,
        confidence: asks_confidence(quiz),
        certainty: quiz.scoring == Scoring::Certainty,
        draw: quiz.draw,
        handout: address(&quiz.handout, context).unwrap_or_default(),
        locale: Locale {
            tag: language.tag,
            decimal: language.decimal,
            group: language.group,
            percent: format!("{}%", language.before_percent),
            months: language.months,
            open: language.quotes.open,
            close: language.quotes.close,
        },
        sure: [roles.guessing, roles.fairly_sure, roles.certain],
        words: serde_json::to_value(language.phrases.quiz).expect("words are plain data"),
    }
}
