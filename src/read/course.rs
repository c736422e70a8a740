//! `course.yaml`: title, languages, schedule, variants.

use std::ops::RangeInclusive;

use std::collections::BTreeMap;

use super::shapes::{AUDIENCE, AUTHOR, BREAK, COURSE, COURSE_QUIZ, LUNCH, SCHEDULE, VARIANT};
use crate::citation::Bibliography;
use crate::curriculum::{Audience, Break, Edition, Lunch, Minutes, Schedule, Scoring, Unread, Variant};
use crate::diagnostic::fault::{DUPLICATE_ID, EXPECTED, LUNCH_BEFORE_START, NAME_NOT_ALLOWED, UNKNOWN_LANGUAGE};
use crate::diagnostic::{Diagnostics, Reported};
use crate::locale::{LANGUAGES, Language, language};
use crate::source::{Span, Spanned};
use crate::yaml::{Node, NodeKind, Record};

/// What `course.yaml` says: an edition without facts, sources, terms and modules, and what is needed to find the rest.
pub struct Described {
    /// The edition in the original's language.
    pub edition: Edition,
    /// Languages it is translated to.
    pub translations: Vec<(&'static Language, Span)>,
    /// The modules' names in order, if they are listed.
    pub modules: Vec<Spanned<String>>,
}

/// Reads a course's description; `slug` is its folder's name.
pub fn read_course(node: &Node, slug: &str, diagnostics: &mut Diagnostics) -> Result<Described, Reported> {
    let mut record = Record::open(node, &COURSE, diagnostics)?;
    let title = record.text("title");
    let language = record.text("lang").and_then(|tag| find_language(&tag, record.diagnostics));
    let translations = record.texts("translations");
    let modules = record.texts("modules");
    let (version, license) = (record.optional_text("version"), record.optional_text("license"));
    let (theme, base_url) = (record.optional_text("theme"), read_address(&mut record));
    let (math, html) = (record.optional_boolean("math"), record.optional_boolean("html"));
    let review_months = record.optional_integer("review_months");
    let followup = read_days(&mut record);
    let audience = record.node("audience").map(|it| read_audience(it, record.diagnostics)).transpose();
    let authors = read_authors(&mut record);
    let schedule = record.node("schedule").map(|it| read_schedule(it, record.diagnostics)).transpose();
    let variants = read_variants(&mut record);
    let quiz = record.node("quiz").map(|it| read_quiz_settings(it, record.diagnostics)).transpose();
    let tags = translations?;
    let translations = tags.iter().map(|tag| Ok((find_language(tag, record.diagnostics)?, tag.span)));
    let translations = translations.collect::<Result<Vec<_>, Reported>>();
    let (language, translations) = (language?, translations?);
    let translations = others_once(language, translations, record.diagnostics);
    let (pass, confidence, scoring) = quiz?.unwrap_or((70, true, Scoring::Points));
    let title = title?;
    let edition = Edition {
        slug: slug.to_owned(),
        language,
        translated: None,
        span: title.span,
        title: title.value,
        version: version?.map(|it| it.value),
        audience: audience?.unwrap_or_default(),
        authors: authors?,
        license: license?.map(|it| it.value),
        theme: theme?.map(|it| it.value),
        math: math?.unwrap_or(false),
        html: html?.unwrap_or(false),
        schedule: schedule?.unwrap_or(Schedule { start: 9 * 60, pause: None, lunch: None }),
        variants: variants?,
        pass,
        confidence,
        scoring,
        followup: followup?,
        review_months: review_months?.map(|it| it.value),
        base_url: base_url?.map(|it| it.value),
        facts: BTreeMap::new(),
        unread: Unread::default(),
        sources: Bibliography::default(),
        glossary: Vec::new(),
        modules: Vec::new(),
    };
    Ok(Described { edition, translations, modules: modules? })
}

/// Where the pages will lie. A telephone that reads a code needs the whole address.
fn read_address(record: &mut Record<'_>) -> Result<Option<Spanned<String>>, Reported> {
    let Some(address) = record.optional_text("base_url")? else { return Ok(None) };
    let host = ["https://", "http://"].iter().find_map(|it| address.value.strip_prefix(it));
    if host.is_none_or(str::is_empty) {
        let found = format!("`{}`", address.value);
        let expected = "an address that starts with https://";
        return Err(record.diagnostics.error(&EXPECTED, address.span, &["base_url", expected, &found]));
    }
    Ok(Some(address))
}

fn find_language(tag: &Spanned<String>, diagnostics: &mut Diagnostics) -> Result<&'static Language, Reported> {
    language(&tag.value).ok_or_else(|| {
        let known: Vec<&str> = LANGUAGES.iter().map(|it| it.tag).collect();
        diagnostics.error(&UNKNOWN_LANGUAGE, tag.span, &[&tag.value, &known.join(", ")])
    })
}

/// The languages without the course's own, and each once: an edition has one place in the output.
fn others_once(
    own: &Language,
    translations: Vec<(&'static Language, Span)>,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'static Language, Span)> {
    let mut kept: Vec<(&'static Language, Span)> = Vec::new();
    for (language, span) in translations {
        if language.tag == own.tag || kept.iter().any(|(it, _)| it.tag == language.tag) {
            let found = format!("`{}`", language.tag);
            diagnostics.report(&EXPECTED, span, &["translations", "other languages than `lang`, each once", &found]);
        } else {
            kept.push((language, span));
        }
    }
    kept
}

/// When a course is followed up if it does not say: what is recalled after growing gaps stays longest.
const FOLLOWUP: [u32; 3] = [2, 7, 30];
/// From the day after the course to ten years on.
const FOLLOWUP_DAYS: RangeInclusive<u32> = 1..=3650;

fn read_days(record: &mut Record<'_>) -> Result<Vec<u32>, Reported> {
    if record.node("followup").is_none() {
        return Ok(FOLLOWUP.to_vec());
    }
    let texts = record.texts("followup")?;
    let mut days = Vec::new();
    // `2, 7, 30` without brackets is one text.
    for (text, day) in texts.iter().flat_map(|text| text.value.split(',').map(move |it| (text, it))) {
        let day = day.trim().parse().ok().filter(|it| FOLLOWUP_DAYS.contains(it));
        days.push(day.ok_or_else(|| not_whole(record, text, "followup"))?);
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

fn not_whole(record: &mut Record<'_>, text: &Spanned<String>, key: &str) -> Reported {
    record.diagnostics.error(&EXPECTED, text.span, &[key, "whole numbers from 1 to 3650", &format!("`{}`", text.value)])
}

fn read_audience(node: &Node, diagnostics: &mut Diagnostics) -> Result<Audience, Reported> {
    let mut record = Record::open(node, &AUDIENCE, diagnostics)?;
    let who = record.optional_text("who")?.map(|it| it.value);
    let sizes = record.texts("size")?;
    let numbers: Vec<u32> = sizes.iter().filter_map(|it| it.value.parse().ok()).collect();
    let size = match numbers.as_slice() {
        [] if sizes.is_empty() => None,
        [.., greatest] if *greatest > MOST_PEOPLE => {
            let span = sizes.last().map_or(record.span, |it| it.span);
            return Err(record.diagnostics.error(&EXPECTED, span, &["size", "at most 10000 people", "more"]));
        }
        [least, greatest] if sizes.len() == 2 && least <= greatest => Some((*least, *greatest)),
        [only] if sizes.len() == 1 => Some((*only, *only)),
        _ => {
            let span = sizes.first().map_or(record.span, |it| it.span);
            return Err(record.diagnostics.error(
                &EXPECTED,
                span,
                &["size", "two whole numbers, the smaller first", "something else"],
            ));
        }
    };
    Ok(Audience { who, size })
}

/// Nobody teaches more at once; rooms, groups and materials are counted for all of them.
const MOST_PEOPLE: u32 = 10_000;

fn read_authors(record: &mut Record<'_>) -> Result<Vec<String>, Reported> {
    let items = record.list("authors")?;
    let mut names = Vec::with_capacity(items.len());
    for item in items {
        // A bare name is an author too.
        if let Some(name) = item.text() {
            names.push(name.to_owned());
            continue;
        }
        names.push(Record::open(item, &AUTHOR, record.diagnostics)?.text("name")?.value);
    }
    Ok(names)
}

fn read_schedule(node: &Node, diagnostics: &mut Diagnostics) -> Result<Schedule, Reported> {
    let mut record = Record::open(node, &SCHEDULE, diagnostics)?;
    let start = record.optional_clock("start");
    let pause = record.node("break").map(|it| read_break(it, record.diagnostics)).transpose();
    let lunch = record.node("lunch").map(|it| read_lunch(it, record.diagnostics)).transpose();
    let (start, lunch) = (start?.unwrap_or(9 * 60), lunch?);
    if let Some(at) = record.node("lunch").and_then(|it| it.get("at")).filter(|_| lunch.as_ref().is_some_and(|it| it.at < start))
    {
        record.diagnostics.report(&LUNCH_BEFORE_START, at.span, &[at.text().unwrap_or_default()]);
    }
    Ok(Schedule { start, pause: pause?, lunch })
}

fn read_break(node: &Node, diagnostics: &mut Diagnostics) -> Result<Break, Reported> {
    let mut record = Record::open(node, &BREAK, diagnostics)?;
    let (every, minutes) = (required_minutes(&mut record, "every"), required_minutes(&mut record, "minutes"));
    Ok(Break { every: every?, minutes: minutes? })
}

fn read_lunch(node: &Node, diagnostics: &mut Diagnostics) -> Result<Lunch, Reported> {
    let mut record = Record::open(node, &LUNCH, diagnostics)?;
    let at = match record.optional_clock("at") {
        Ok(Some(at)) => Ok(at),
        Ok(None) => Err(record.missing("at")),
        Err(reported) => Err(reported),
    };
    let minutes = required_minutes(&mut record, "minutes");
    Ok(Lunch { at: at?, minutes: minutes? })
}

/// Minutes that must be there, at least one and less than a day.
fn required_minutes(record: &mut Record<'_>, key: &'static str) -> Result<Minutes, Reported> {
    match record.optional_integer(key)? {
        Some(minutes) if (1..1440).contains(&minutes.value) => Ok(Minutes(minutes.value)),
        Some(minutes) => {
            let found = format!("`{}`", minutes.value);
            Err(record.diagnostics.error(&EXPECTED, minutes.span, &[key, "between 1 and 1439", &found]))
        }
        None => Err(record.missing(key)),
    }
}

fn read_variants(record: &mut Record<'_>) -> Result<Vec<Variant>, Reported> {
    let Some(node) = record.node("variants") else { return Ok(Vec::new()) };
    let NodeKind::Record(entries) = &node.kind else {
        return Err(record.diagnostics.error(&EXPECTED, node.span, &["variants", "names with `minutes:`", node.noun()]));
    };
    let mut variants: Vec<Variant> = Vec::with_capacity(entries.len());
    let diagnostics = &mut *record.diagnostics;
    let mut addresses: BTreeMap<String, Span> = BTreeMap::new();
    for (name, value) in entries {
        let mut record = Record::open(value, &VARIANT, diagnostics)?;
        let (title, minutes) = (record.optional_text("title"), required_minutes(&mut record, "minutes"));
        let title = title?.map_or_else(|| name.value.clone(), |it| it.value);
        let variant = Variant { name: name.value.clone(), title, minutes: minutes?, span: name.span };
        let address = variant.slug();
        if address.is_empty() || address.len() > 100 {
            return Err(diagnostics.error(&NAME_NOT_ALLOWED, name.span, &[&name.value]));
        }
        if let Some(first) = addresses.insert(address, name.span) {
            let twice = diagnostics.report(&DUPLICATE_ID, name.span, &[&name.value]);
            twice.relate(first, "this has the same address", "det här får samma adress");
            return Err(Reported);
        }
        variants.push(variant);
    }
    Ok(variants)
}

const SCORINGS: &[(&str, Scoring)] = &[("points", Scoring::Points), ("certainty", Scoring::Certainty)];

fn read_quiz_settings(node: &Node, diagnostics: &mut Diagnostics) -> Result<(u32, bool, Scoring), Reported> {
    let mut record = Record::open(node, &COURSE_QUIZ, diagnostics)?;
    let pass = read_pass(&mut record);
    let confidence = record.optional_boolean("confidence");
    let scoring = record.optional_choice("scoring", SCORINGS);
    Ok((pass?.unwrap_or(70), confidence?.unwrap_or(true), scoring?.unwrap_or(Scoring::Points)))
}

/// A pass mark: per cent.
pub fn read_pass(record: &mut Record<'_>) -> Result<Option<u32>, Reported> {
    match record.optional_integer("pass")? {
        Some(pass) if pass.value > 100 => {
            Err(record.diagnostics.error(&EXPECTED, pass.span, &["pass", "between 0 and 100", &format!("`{}`", pass.value)]))
        }
        pass => Ok(pass.map(|it| it.value)),
    }
}
